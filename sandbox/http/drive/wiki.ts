import type { Dentry, Space } from '../../data/drive';
import { uuidOf } from '../../data/drive';
import { ApiError } from '../../errors';
import { minuteTime } from '../../time';
import type { Call, Route, World } from '../../world';
import { collection } from '../collection';
import { operation } from '../operation';
import { pour } from '../pour';
import { ROOT, extensionOf, isOnline, paramError } from './tree';
import type { Tree } from './tree';

const NODES = '/v2.0/wiki/nodes';
const WORKSPACES = '/v2.0/wiki/workspaces';

type Operated = Pick<Call, 'query'>;

const IMAGES = ['png', 'jpg', 'jpeg', 'gif', 'bmp', 'webp'];

const category = (one: Dentry): string => {
	if (isOnline(one)) return 'ALIDOC';
	return IMAGES.includes(extensionOf(one.name)) ? 'IMAGE' : 'DOCUMENT';
};

/** Knowledge bases and their nodes, https://open.dingtalk.com/document/development/get-node-list and its neighbours. */
export const wikiRoutes = (world: World, tree: Tree): Route[] => {
	const { company, data, now } = world;
	const { spaces, dentries } = data.drive;
	const refusals = { invalid: paramError, stranger: (id: string) => paramError(`operatorId ${id}`) };

	const user = (unionId: string) => company.users.find(({ unionid }) => unionid === unionId);
	const node = (uuid: string) => `https://alidocs.dingtalk.com/i/nodes/${uuid}`;
	const space = (one: Dentry) => spaces.find(({ spaceId }) => spaceId === one.spaceId);
	const own =
		({ query: { operatorId } }: Operated) =>
		(one: Dentry) => {
			const where = space(one);
			return where !== undefined && tree.sees(where, operatorId);
		};
	const person = (unionId: string) => ({ userId: user(unionId)?.userid ?? '', name: user(unionId)?.name ?? '' });
	/** The node at the top of a space: a folder that no list shows. */
	const roots = (): Dentry[] =>
		spaces.map(({ spaceId, rootUuid, name, ownerId, createTime }) => ({
			id: ROOT,
			uuid: rootUuid,
			spaceId,
			parentId: '',
			type: 'FOLDER',
			name,
			versions: [],
			creatorId: ownerId,
			modifierId: ownerId,
			createTime,
			modifiedTime: createTime,
		}));
	const workspace = (one: Space) => ({
		workspaceId: one.workspaceId,
		corpId: company.corpId,
		rootNodeId: one.rootUuid,
		name: one.name,
		type: one.kind === 'mine' ? 'PERSONAL' : 'TEAM',
		description: one.description ?? '',
		url: `https://alidocs.dingtalk.com/i/spaces/${one.workspaceId ?? ''}/overview`,
		icon: { type: 'EMOJI', value: '1f4d6' },
		creatorId: person(one.ownerId).userId,
		modifierId: person(one.ownerId).userId,
		createTime: minuteTime(one.createTime),
		modifiedTime: minuteTime(one.createTime),
	});
	const role = ({ query, body }: Operated & { body?: { option?: { withPermissionRole?: boolean } } }): object =>
		query.withPermissionRole === 'true' || body?.option?.withPermissionRole ? { permissionRole: 'OWNER' } : {};
	const shown = (one: Dentry, call: Operated) => ({
		nodeId: one.uuid,
		dentryUuid: one.uuid,
		workspaceId: space(one)?.workspaceId,
		name: one.name,
		type: one.type,
		...(one.type === 'FILE' && {
			category: category(one),
			extension: extensionOf(one.name),
			size: one.versions.at(-1)?.length ?? 0,
		}),
		url: node(one.uuid),
		creatorId: person(one.creatorId).userId,
		modifierId: person(one.modifierId).userId,
		creator: person(one.creatorId),
		modifier: person(one.modifierId),
		createTime: minuteTime(one.createTime),
		modifiedTime: minuteTime(one.modifiedTime),
		createTimestamp: one.createTime,
		modifiedTimestamp: one.modifiedTime,
		hasChildren: tree.children(one).length > 0,
		...role(call),
	});
	const noNode = () => new ApiError('nodeNotExist', 'node not exist', 404);
	const noWorkspace = () => new ApiError('workspaceNotExist', 'workspace not exist', 404);
	const places = {
		...refusals,
		entries: spaces,
		id: 'workspaceId' as const,
		missing: noWorkspace,
		show: (one: Space, call: Call<never>) => ({ ...workspace(one), ...role(call) }),
	};

	return [
		...collection<Space>(world, {
			...places,
			within: () => (one) => one.kind === 'wiki',
			create: {
				route: `POST ${WORKSPACES}`,
				entry: ({ query, body: { name, option } }: Call<{ name: string; option?: { description?: string } }>, id) => ({
					spaceId: id,
					name,
					kind: 'wiki',
					workspaceId: uuidOf(`workspace ${id}`).slice(0, 16),
					rootUuid: uuidOf(`root ${id}`),
					ownerId: query.operatorId,
					createTime: now(),
					description: option?.description,
				}),
			},
			list: [
				{ route: `GET ${WORKSPACES}` },
				{
					route: 'POST /v2.0/storage/workspaces/search',
					filters: { keyword: (one, word: string) => one.name.includes(word) },
				},
			],
		}),
		...collection<Space>(world, {
			...places,
			within:
				({ query: { operatorId } }) =>
				(one) =>
					one.workspaceId !== undefined && tree.sees(one, operatorId),
			get: [
				{ route: `GET ${WORKSPACES}/{workspaceId}` },
				{ route: `POST ${WORKSPACES}/batchQuery`, at: 'body.workspaceIds' },
			],
		}),
		...collection<Space>(world, {
			...places,
			id: 'ownerId',
			within: () => (one) => one.kind === 'mine',
			get: { route: 'GET /v2.0/wiki/mineWorkspaces', at: 'query.operatorId' },
		}),
		...collection<Dentry>(world, {
			...refusals,
			get entries() {
				return [...roots(), ...dentries];
			},
			id: 'uuid',
			missing: noNode,
			within: own,
			show: shown,
			list: [
				{
					route: `GET ${NODES}`,
					check: ({ query: { parentNodeId } }) => {
						if (!tree.place(parentNodeId)) throw new ApiError('parentNodeNotExist', 'parent node not exist', 404);
					},
					filters: {
						parentNodeId: (one, uuid: string) => {
							const parent = tree.place(uuid);
							return one.spaceId === parent?.spaceId && one.parentId === parent.dentryId;
						},
					},
				},
				{
					route: 'POST /v2.0/storage/dentries/search',
					check: ({ body: { keyword } }: Call<{ keyword: string }>) => {
						if (keyword === '') throw new ApiError('paramError-keyword', 'keyword is empty');
					},
					filters: {
						keyword: (one, word: string) => one.parentId !== '' && one.name.includes(word),
						'option.dentryCategories': (one, wanted: string[]) => wanted.includes(category(one).toLowerCase()),
						'option.creatorIds': (one, wanted: string[]) => wanted.includes(one.creatorId),
						'option.modifierIds': (one, wanted: string[]) => wanted.includes(one.modifierId),
					},
				},
			],
			get: [
				{ route: `GET ${NODES}/{nodeId}` },
				{ route: `POST ${NODES}/batchQuery`, at: 'body.nodeIds', absent: 'skip' },
			],
		}),
		operation<{ url: string }>(
			world,
			`POST ${NODES}/queryByUrl`,
			(call, row) => {
				const uuid = /\/i\/nodes\/([A-Za-z0-9]+)/.exec(call.body.url)?.[1];
				const found = [...roots(), ...dentries].filter(own(call)).find((one) => one.uuid === uuid);
				if (!found) throw noNode();
				return pour(row.response, shown(found, call), uuid);
			},
			refusals,
		),
	];
};
