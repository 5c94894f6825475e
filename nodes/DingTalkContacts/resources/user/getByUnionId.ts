import { defineOperation } from '../../../runtime/operation';

export const getByUnionId = defineOperation({
	name: 'Get by Union ID',
	value: 'getByUnionId',
	action: 'Get a user ID by union ID',
	description: 'Find the user ID that belongs to a union ID. Free of the monthly quota.',
	zh: {
		name: '按 unionId 获取',
		action: '根据 unionId 查询用户',
		description: '根据 unionId 查询 userId。不计入月度调用量',
	},
	docs: 'https://open.dingtalk.com/document/development/query-a-user-by-the-union-id',
	permission: 'qyapi_get_member',
	route: 'POST /topapi/user/getbyunionid',
	safe: true,
	fields: [
		{
			displayName: 'Union ID',
			zh: { name: 'unionId', description: '员工在本企业各应用中的统一标识' },
			name: 'unionId',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. z21HjQliSzpw0YWCNxmii6u2Os62cZ62iSZ',
			description: "The person's ID across the organization's apps",
		},
	],
	request: ({ unionId }) => ({ body: { unionid: unionId } }),
});
