import { defineProcedure } from '../../../runtime/operation';
import { pick } from '../../../runtime/pick';
import { operator } from '../../../shared/operator';
import { withPermissionRole } from '../../fields/role';
import { MINE, myDocuments } from '../../flows/mine';

const LIST = 'GET /v2.0/wiki/workspaces';

export const getAll = defineProcedure({
	name: 'Get Many',
	value: 'getAll',
	action: 'Get many knowledge bases',
	description:
		'Get the knowledge bases that the operator sees. One call per 30. rootNodeId is the parent of what is at the top.',
	zh: {
		name: '获取多个',
		action: '获取知识库列表',
		description: '获取操作人可见的知识库。每 30 个一次调用；rootNodeId 是根目录的节点 ID',
	},
	docs: 'https://open.dingtalk.com/document/development/get-knowledge-base-list',
	permission: 'Wiki.Workspace.Read',
	routes: [LIST, MINE],
	list: true,
	fields: [
		{
			displayName: 'Filters',
			zh: { name: '筛选条件', placeholder: '添加条件' },
			name: 'filters',
			type: 'collection',
			placeholder: 'Add Filter',
			default: {},
			options: [
				{
					displayName: 'Include My Documents',
					zh: { name: '包含我的文档', description: '是否在最前面加上操作人的“我的文档”，多一次调用' },
					name: 'includeMine',
					type: 'boolean',
					default: true,
					description: 'Whether "My documents" of the operator comes first; one more call',
				},
				{
					displayName: 'Order By',
					zh: '排序方式',
					name: 'orderBy',
					type: 'options',
					default: 'VIEW_TIME_DESC',
					options: [
						{ name: 'Last Created', value: 'CREATE_TIME_DESC', zh: '最近创建' },
						{ name: 'Last Modified', value: 'MODIFIED_TIME_DESC', zh: '最近修改' },
						{ name: 'Last Visited', value: 'VIEW_TIME_DESC', zh: '最近访问' },
					],
				},
				withPermissionRole,
			],
		},
		operator,
	],
	run: async ({ filters: { includeMine, ...query }, operator: operatorId, limit }, api) => {
		const mine = includeMine ? [await myDocuments(api, operatorId)] : [];
		if (mine.length >= limit) return mine;
		const paging = {
			style: 'token',
			cursor: 'nextToken',
			size: { at: 'maxResults', max: 30 },
			entries: 'workspaces',
			next: 'nextToken',
		} as const;
		return [...mine, ...(await api.list(LIST, { query: { operatorId, ...query } }, paging, limit - mine.length))];
	},
	simplify: (one) =>
		pick(one, [
			'workspaceId',
			'rootNodeId',
			'name',
			'type',
			'url',
			'description',
			'creatorId',
			'modifiedTime',
			'permissionRole',
		]),
});
