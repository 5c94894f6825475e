import { defineProcedure } from '../../../runtime/operation';
import { nodesOf } from '../../../shared/alidocs';
import { SEARCH, searchFilters, searchOption, searchPaging } from '../../../shared/dentrySearch';
import { operator } from '../../../shared/operator';

const NODES = 'POST /v2.0/wiki/nodes/batchQuery';

export const search = defineProcedure({
	name: 'Search',
	value: 'search',
	action: 'Search documents and files by name',
	description:
		'Find documents and files that the operator may see. One call per 50, and one per 20 with details (type, link, knowledge base).',
	zh: {
		name: '搜索',
		action: '搜索节点',
		description:
			'按名称搜索操作人可见的文档和文件。每 50 个一次调用；返回详情（类型、链接、所属知识库）时每 20 个再一次',
	},
	docs: 'https://open.dingtalk.com/document/development/search-for-files',
	permission: 'Storage.Dentry.Search',
	routes: [SEARCH, NODES],
	list: true,
	fields: [
		{ displayName: 'Keyword', zh: '关键词', name: 'keyword', type: 'string', required: true, default: '' },
		{
			displayName: 'Details',
			zh: { name: '详情', description: '是否同时返回类型、扩展名、链接和所属知识库，需要权限 Wiki.Node.Read' },
			name: 'details',
			type: 'boolean',
			default: true,
			description:
				'Whether to return type, extension, link and knowledge base too; needs the permission Wiki.Node.Read',
		},
		{
			displayName: 'Filters',
			zh: { name: '筛选条件', placeholder: '添加条件' },
			name: 'filters',
			type: 'collection',
			placeholder: 'Add Filter',
			default: {},
			options: [...searchFilters],
		},
		operator,
	],
	run: async ({ keyword, details, filters, operator: operatorId, limit }, api) => {
		const body = { keyword, option: searchOption(filters) };
		const hits = await api.list(SEARCH, { query: { operatorId }, body }, searchPaging, limit);
		const ids = hits.map(({ dentryUuid }) => String(dentryUuid));
		const known = new Map(
			(details ? await nodesOf(ids, operatorId, api) : []).map((node) => [String(node.nodeId), node]),
		);
		return hits.map((hit, index) => ({ nodeId: ids[index], ...hit, ...known.get(ids[index] ?? '') }));
	},
});
