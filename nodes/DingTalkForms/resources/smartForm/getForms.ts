import { defineOperation } from '../../../runtime/operation';
import { personModes } from '../../../shared/person';
import { bizType } from './fields';

export const getForms = defineOperation({
	name: 'Get Many Forms',
	value: 'getForms',
	action: 'Get the forms of a person',
	description: 'List the smart forms that a person created. One call per 200.',
	zh: { name: '获取填表列表', action: '获取智能填表列表', description: '获取员工创建的智能填表。每 200 个一次调用' },
	docs: 'https://open.dingtalk.com/document/development/new-obtains-the-template-that-a-user-creates',
	permission: 'qyapi_swapp_collection_read',
	route: 'GET /v1.0/swform/users/forms',
	fields: [
		{
			displayName: 'Creator',
			zh: { name: '创建人', description: '谁创建的填表' },
			name: 'creator',
			type: 'resourceLocator',
			person: 'userId',
			default: { mode: 'list', value: '' },
			modes: personModes,
			description: 'Whose forms',
		},
		bizType,
	],
	paging: {
		style: 'token',
		cursor: 'nextToken',
		first: 0,
		size: { at: 'maxResults', max: 200 },
		entries: 'result.list',
		next: 'result.nextToken',
		more: 'result.hasMore',
	},
	request: ({ creator, bizType: kind }) => ({ query: { creator, bizType: kind } }),
});
