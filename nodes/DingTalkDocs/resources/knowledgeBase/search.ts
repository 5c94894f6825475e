import { defineOperation } from '../../../runtime/operation';
import { operator } from '../../../shared/operator';

export const search = defineOperation({
	name: 'Search',
	value: 'search',
	action: 'Search knowledge bases by name',
	description: 'Find knowledge bases that the operator may see. One call per 20. Get tells rootNodeId.',
	zh: {
		name: '搜索',
		action: '搜索知识库',
		description: '按名称搜索操作人可见的知识库。每 20 个一次调用；rootNodeId 请用“获取”',
	},
	docs: 'https://open.dingtalk.com/document/development/search-knowledge-base',
	permission: 'Wiki.Workspace.Search',
	route: 'POST /v2.0/storage/workspaces/search',
	fields: [
		{ displayName: 'Keyword', zh: '关键词', name: 'keyword', type: 'string', required: true, default: '' },
		operator,
	],
	request: ({ keyword, operator: operatorId }) => ({ query: { operatorId }, body: { keyword } }),
	paging: {
		style: 'token',
		cursor: 'option.nextToken',
		size: { at: 'option.maxResults', max: 20 },
		entries: 'items',
		next: 'nextToken',
	},
});
