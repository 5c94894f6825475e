import { defineOperation } from '../../../runtime/operation';

export const getByUnionId = defineOperation({
	name: 'Get by Union ID',
	value: 'getByUnionId',
	action: 'Get a user ID by union ID',
	description: 'Find the user ID that belongs to a union ID. Free of the monthly quota.',
	docs: 'https://open.dingtalk.com/document/development/query-a-user-by-the-union-id',
	permission: 'qyapi_get_member',
	route: 'POST /topapi/user/getbyunionid',
	safe: true,
	fields: [
		{
			displayName: 'Union ID',
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
