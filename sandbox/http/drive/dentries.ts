import type { Dentry } from '../../data/drive';
import { ApiError } from '../../errors';
import { minuteTime } from '../../time';
import type { Call, Route, World } from '../../world';
import { collection } from '../collection';
import { operation } from '../operation';
import { ROOT, legalName, paramError } from './tree';
import type { Conflict, Tree } from './tree';

const SPACE = '/v1.0/storage/spaces/{spaceId}';
const DENTRY = `${SPACE}/dentries/{dentryId}` as const;

type Option = { conflictStrategy?: Conflict; appProperties?: Dentry['appProperties'] };
type Target = { targetSpaceId: string; targetFolderId: string; option?: Option };

/** How a list of files can be ordered; by time of change, newest first, when it does not say. */
const ORDERS: Record<string, (one: Dentry) => number | string> = {
	MODIFIED_TIME: (one) => one.modifiedTime,
	CREATE_TIME: (one) => one.createTime,
	NAME: (one) => one.name,
	SIZE: (one) => one.versions.at(-1)?.length ?? 0,
};
const compare = (a: number | string, b: number | string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Files and folders, https://open.dingtalk.com/document/development/get-a-list-of-files-or-folders and its neighbours. */
export const dentryRoutes = (world: World, tree: Tree): Route[] => {
	const { dentries, tasks, recycled } = world.data.drive;
	const refusals = {
		missing: () => new ApiError('dentryNotExist', 'dentry not exist', 404),
		invalid: paramError,
		stranger: (id: string) => paramError(`unionId ${id}`),
	};
	const inSpace = ({ path: { spaceId }, query: { unionId } }: Pick<Call, 'path' | 'query'>) => {
		const space = tree.space(spaceId, unionId);
		return (one: Dentry) => one.spaceId === space.spaceId;
	};
	/** Work on a folder is done later, in a task. */
	const done = (dentry: Dentry) => {
		if (dentry.type === 'FILE') return { async: false };
		const task = { id: `task${world.nextId()}`, status: 'SUCCESS' as const, at: world.now() };
		tasks.push(task);
		return { async: true, taskId: task.id };
	};
	const target = ({ targetSpaceId, targetFolderId }: Target, unionId: string) => ({
		spaceId: tree.space(targetSpaceId, unionId).spaceId,
		parentId: tree.folder(targetSpaceId, targetFolderId),
	});
	const copy = (dentry: Dentry, to: ReturnType<typeof target>, unionId: string, option?: Option): Dentry => {
		const { type, name, versions } = dentry;
		const made = tree.add({ ...to, type, name, versions: versions.slice(-1) }, unionId, option?.conflictStrategy);
		for (const child of tree.children(dentry)) copy(child, { spaceId: to.spaceId, parentId: made.id }, unionId);
		return made;
	};
	const remove = (dentry: Dentry, unionId: string, bin = false): ReturnType<typeof done> => {
		if (bin && tree.space(dentry.spaceId, unionId).kind !== 'drive')
			throw new ApiError('recycleBinNotSupportForSpace', 'recycle bin is not supported for the space');
		const removed = tree.remove(dentry);
		for (const one of bin ? removed : [])
			recycled.push(Object.assign(one, { modifierId: unionId, modifiedTime: world.now() }));
		return done(dentry);
	};

	return [
		...collection<Dentry>(world, {
			...refusals,
			entries: dentries,
			id: 'id',
			within: inSpace,
			show: (one) => tree.show(one),
			list: [
				{
					route: `GET ${SPACE}/dentries`,
					check: ({ path, query }) => void tree.folder(path.spaceId, query.parentId),
					filters: { parentId: (one, id: string) => one.parentId === id },
					order: (a, b, { query: { orderBy = 'MODIFIED_TIME', order } }) =>
						compare(ORDERS[orderBy](a), ORDERS[orderBy](b)) * (order === 'ASC' ? 1 : -1),
				},
				{
					route: `POST ${SPACE}/dentries/listAll`,
					order: (a, b, { body: { option } }: Call<{ option?: { order?: string } }>) =>
						(a.modifiedTime - b.modifiedTime) * (option?.order === 'DESC' ? -1 : 1),
				},
			],
			get: { route: `POST ${DENTRY}/query` },
			update: {
				route: `POST ${DENTRY}/rename`,
				change: (one, { body, query }: Call<{ newName: string }>) => {
					const name = legalName(body.newName);
					if (
						tree
							.children({ spaceId: one.spaceId, id: one.parentId })
							.some((other) => other !== one && other.name === name)
					)
						throw new ApiError('dentryAlreadyExist', `${name} already exists`);
					Object.assign(one, { name, modifierId: query.unionId, modifiedTime: world.now() });
				},
			},
			remove: {
				route: `DELETE ${DENTRY}`,
				instead: () => undefined,
				answer: (one, { query }) => remove(one, query.unionId, query.toRecycleBin === 'true'),
			},
		}),
		operation<{ name: string; option?: Option }>(
			world,
			`POST ${SPACE}/dentries/{parentId}/folders`,
			({ path: { spaceId, parentId }, query: { unionId }, body: { name, option = {} } }) => {
				const place = { spaceId: tree.space(spaceId, unionId).spaceId, parentId: tree.folder(spaceId, parentId) };
				const { conflictStrategy, appProperties } = option;
				const folder = { ...place, type: 'FOLDER' as const, name, versions: [], appProperties };
				return { dentry: tree.show(tree.add(folder, unionId, conflictStrategy)) };
			},
			refusals,
		),
		operation<Target>(
			world,
			`POST ${DENTRY}/copy`,
			({ path: { spaceId, dentryId }, query: { unionId }, body }) => {
				tree.space(spaceId, unionId);
				const dentry = tree.dentry(spaceId, dentryId);
				const made = copy(dentry, target(body, unionId), unionId, body.option);
				return { ...done(dentry), ...(dentry.type === 'FILE' && { dentry: tree.show(made) }) };
			},
			refusals,
		),
		operation<Target>(
			world,
			`POST ${DENTRY}/move`,
			({ path: { spaceId, dentryId }, query: { unionId }, body }) => {
				tree.space(spaceId, unionId);
				const dentry = tree.dentry(spaceId, dentryId);
				const to = target(body, unionId);
				const moved = (one: Dentry): void => {
					for (const child of tree.children(one)) moved(child);
					one.spaceId = to.spaceId;
				};
				if (to.parentId !== ROOT && tree.path(tree.dentry(to.spaceId, to.parentId)).startsWith(tree.path(dentry)))
					throw new ApiError('paramError.targetFolderId', 'a folder can not be moved into itself');
				if (tree.children({ spaceId: to.spaceId, id: to.parentId }).some(({ name }) => name === dentry.name))
					throw new ApiError('dentryAlreadyExist', `${dentry.name} already exists`);
				moved(dentry);
				Object.assign(dentry, { parentId: to.parentId, modifierId: unionId, modifiedTime: world.now() });
				return { ...done(dentry), ...(dentry.type === 'FILE' && { dentry: tree.show(dentry) }) };
			},
			refusals,
		),
		operation<{ dentryIds: string[]; option?: { toRecycleBin?: boolean } }>(
			world,
			`POST ${SPACE}/dentries/batchRemove`,
			({ path: { spaceId }, query: { unionId }, body: { dentryIds, option } }) => {
				tree.space(spaceId, unionId);
				if (dentryIds.length === 0 || dentryIds.length > 50)
					throw new ApiError('paramError.dentryIds', 'between 1 and 50 dentryIds are allowed');
				return {
					resultItems: dentryIds.map((dentryId) => {
						const dentry = dentries.find((one) => one.spaceId === spaceId && one.id === dentryId);
						if (!dentry) return { spaceId, dentryId, async: false, success: false, errorCode: 'dentryNotExist' };
						const result = remove(dentry, unionId, option?.toRecycleBin);
						return { spaceId, dentryId, ...result, ...(!result.async && { success: true }) };
					}),
				};
			},
			refusals,
		),
		operation<{ option?: { type?: string } }>(
			world,
			`POST ${DENTRY}/openInfos/query`,
			({ path: { spaceId, dentryId }, query: { unionId } }) => {
				tree.space(spaceId, unionId);
				const { uuid } = tree.dentry(spaceId, dentryId);
				return { url: `https://alidocs.dingtalk.com/i/nodes/${uuid}`, hasWaterMark: false };
			},
			refusals,
		),
		operation(
			world,
			`GET ${DENTRY}/versions`,
			({ path: { spaceId, dentryId }, query: { unionId } }) => {
				tree.space(spaceId, unionId);
				const dentry = tree.dentry(spaceId, dentryId);
				const shown = dentry.versions.map(({ length: size }, i) => ({ ...tree.show(dentry), size, version: i + 1 }));
				return { dentries: shown.reverse() };
			},
			refusals,
		),
		operation(
			world,
			`POST ${DENTRY}/versions/{version}/revert`,
			({ path: { spaceId, dentryId, version }, query: { unionId } }) => {
				tree.space(spaceId, unionId);
				const { versions } = tree.dentry(spaceId, dentryId);
				const former = versions.at(Number(version) - 1);
				if (!former || Number(version) < 1) throw new ApiError('paramError.version', 'version not exist');
				versions.push(former);
				return { success: true };
			},
			refusals,
		),
		...collection(world, {
			...refusals,
			entries: tasks,
			id: 'id',
			missing: () => new ApiError('taskNotExist', 'task not exist', 404),
			show: ({ at, ...task }) => ({
				...task,
				totalCount: 1,
				successCount: task.status === 'SUCCESS' ? 1 : 0,
				failCount: task.status === 'FAIL' ? 1 : 0,
				beginTime: minuteTime(at),
				endTime: minuteTime(at),
			}),
			get: { route: 'GET /v1.0/storage/tasks/{taskId}' },
		}),
	];
};
