import { defineOperation } from '../../../runtime/operation';
import { operator } from '../../../shared/operator';

export const getAll = defineOperation({
	name: 'Get Many',
	value: 'getAll',
	action: 'Get many drive spaces',
	description: 'Get the shared spaces of the organization. One call per 50.',
	zh: { name: '获取多个', action: '获取空间列表', description: '获取企业共享空间。每 50 个一次调用' },
	docs: 'https://open.dingtalk.com/document/development/queries-a-space-list',
	permission: 'Drive.Space.Read',
	route: 'GET /v1.0/drive/spaces',
	fields: [operator],
	request: ({ operator: unionId }) => ({ query: { unionId, spaceType: 'org' } }),
	paging: {
		style: 'token',
		cursor: 'nextToken',
		size: { at: 'maxResults', max: 50 },
		entries: 'spaces',
		next: 'nextToken',
	},
});
