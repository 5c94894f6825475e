import { defineOperation } from '../../../runtime/operation';
import { businessOf } from '../../../runtime/answer';
import { bizType, flatResponse } from './fields';

export const get = defineOperation({
	name: 'Get Response',
	value: 'get',
	action: 'Get a response of a form',
	description: 'Get what one person answered. One call.',
	zh: { name: '获取填表详情', action: '获取智能填表详情', description: '获取一份填表的答案。一次调用' },
	docs: 'https://open.dingtalk.com/document/development/obtains-the-instance-details-of-a-single-fill-table',
	permission: 'qyapi_swapp_collection_read',
	route: 'GET /v1.0/swform/instances/{formInstanceId}',
	fields: [
		{
			displayName: 'Response ID',
			zh: { name: '填表实例 ID', description: '“获取填表数据”返回的 formInstanceId' },
			name: 'formInstanceId',
			type: 'string',
			id: true,
			required: true,
			default: '',
			description: 'The formInstanceId that Get Many Responses returns',
		},
		bizType,
	],
	request: ({ formInstanceId, bizType: kind }) => ({ path: { formInstanceId }, query: { bizType: kind } }),
	output: (answer, { formInstanceId }) => ({ formInstanceId, ...businessOf(answer) }),
	simplify: flatResponse,
});
