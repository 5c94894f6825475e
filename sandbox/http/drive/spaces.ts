import type { Space } from '../../data/drive';
import { uuidOf } from '../../data/drive';
import { ApiError } from '../../errors';
import { minuteTime } from '../../time';
import type { Call, Route, World } from '../../world';
import { collection } from '../collection';
import { operation } from '../operation';
import { paramError } from './tree';
import type { Tree } from './tree';

/** Places: spaces of the drive, spaces that the app made, and the ids by which a place is known. */
export const spaceRoutes = (world: World, tree: Tree): Route[] => {
	const { company, data, now } = world;
	const { spaces, dentries } = data.drive;

	const made = (spaceId: string, kind: Space['kind'], name: string, ownerId: string, quota?: number): Space => ({
		spaceId,
		name,
		kind,
		ownerId,
		rootUuid: uuidOf(`root ${spaceId}`),
		createTime: now(),
		quota,
	});
	const used = ({ spaceId }: Space): number =>
		dentries.filter((one) => one.spaceId === spaceId).reduce((sum, one) => sum + (one.versions.at(-1)?.length ?? 0), 0);
	const driveError = (code: string, message: string) => new ApiError(code, message);
	const document = {
		missing: () => new ApiError('documentNotExist', 'document not exist', 404),
		invalid: paramError,
		stranger: (id: string) => paramError(`operatorId ${id}`),
	};
	const noSpace = () => new ApiError('spaceNotExist', 'space not exist', 404);

	return [
		...collection<Space>(world, {
			entries: spaces,
			id: 'spaceId',
			within: () => (one) => one.kind === 'drive',
			// The page names no code for a space that does not exist.
			missing: () => driveError('param.error', 'Invalid Param'),
			invalid: (detail) =>
				detail === 'maxResults'
					? driveError('param.error.maxresults', 'Too Large MaxResults')
					: driveError('param.error', 'Invalid Param'),
			show: (one) => ({
				spaceId: one.spaceId,
				spaceName: one.name,
				spaceType: 'org',
				quota: one.quota ?? -1,
				usedQuota: used(one),
				permissionMode: 'acl',
				createTime: minuteTime(one.createTime),
				modifyTime: minuteTime(one.createTime),
			}),
			create: {
				route: 'POST /v1.0/drive/spaces',
				check: ({ body: { name } }: Call<{ name: string }>) => {
					if (name.trim() === '') throw driveError('name.invalid', 'Space name is invalid.');
				},
				entry: ({ body: { name, unionId } }: Call<{ name: string; unionId: string }>, id) =>
					made(id, 'drive', name, unionId),
			},
			list: { route: 'GET /v1.0/drive/spaces', end: '' },
			remove: { route: 'DELETE /v1.0/drive/spaces/{spaceId}', answer: () => ({}) },
		}),
		...collection<Space>(world, {
			entries: spaces,
			id: 'spaceId',
			missing: noSpace,
			invalid: paramError,
			show: (one) => ({
				id: one.spaceId,
				corpId: company.corpId,
				creatorId: one.ownerId,
				modifierId: one.ownerId,
				ownerId: one.ownerId,
				ownerType: one.kind === 'app' ? 'APP' : 'USER',
				usedQuota: used(one),
				quota: one.quota,
				status: 'NORMAL',
				createTime: minuteTime(one.createTime),
				modifiedTime: minuteTime(one.createTime),
				name: one.name,
				capabilities: { canSearch: true, canRename: true, canRecordRecentFile: false },
			}),
			create: {
				route: 'POST /v1.0/storage/spaces',
				entry: ({ query, body: { option } }: Call<{ option?: { name?: string; quota?: number } }>, id) =>
					made(id, 'app', option?.name ?? '', query.unionId, option?.quota),
			},
			get: {
				route: 'GET /v1.0/storage/spaces/{spaceId}',
				check: ({ path, query }) => void tree.space(path.spaceId, query.unionId),
			},
		}),
		operation(
			world,
			'GET /v2.0/doc/dentries/{dentryUuid}/queryDentryId',
			({ path: { dentryUuid }, query: { operatorId } }) => {
				const place = tree.place(dentryUuid);
				if (!place) throw document.missing();
				tree.space(place.spaceId, operatorId);
				return { dentryUuid, ...place };
			},
			document,
		),
		operation(
			world,
			'GET /v2.0/doc/dentries/{dentryId}/queryDentryUuid',
			({ path: { dentryId }, query: { spaceId, operatorId } }) => {
				const known = dentryId === '0' || dentries.some((one) => one.spaceId === spaceId && one.id === dentryId);
				if (!known || !spaces.some((one) => one.spaceId === spaceId)) throw document.missing();
				tree.space(spaceId, operatorId);
				return { dentryUuid: tree.uuid(spaceId, dentryId), dentryId, spaceId };
			},
			document,
		),
	];
};
