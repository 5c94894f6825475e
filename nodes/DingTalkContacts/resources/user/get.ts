import { defineOperation } from '../../../runtime/operation';
import { language, person, simplifyUser } from './fields';

export const get = defineOperation({
	name: 'Get',
	value: 'get',
	action: 'Get a user',
	description: "Get a person's details. By union ID or mobile it takes one more call. Free of the monthly quota.",
	zh: {
		name: '获取',
		action: '查询用户详情',
		description: '查询员工详情。按 unionId 或手机号时多一次调用，均不计入月度调用量',
	},
	docs: 'https://open.dingtalk.com/document/development/query-user-details',
	permission: 'qyapi_get_member',
	route: 'POST /topapi/v2/user/get',
	safe: true,
	fields: [
		{ ...person, description: 'Whose details to get', zh: { name: '员工', description: '要查询的员工' } },
		{
			displayName: 'Additional Fields',
			zh: { name: '更多字段', placeholder: '添加字段' },
			name: 'additionalFields',
			type: 'collection',
			placeholder: 'Add Field',
			default: {},
			options: [language],
		},
	],
	request: ({ person, additionalFields }) => ({ body: { userid: person, ...additionalFields } }),
	simplify: simplifyUser,
});
