import { defineOperation } from '../../../runtime/operation';

export const getAdmins = defineOperation({
	name: 'Get Admins',
	value: 'getAdmins',
	action: 'Get the administrators',
	description:
		"Get who administers the organization. One call, free of the monthly quota. 'sys_level' 1 is the main administrator, 2 a sub-administrator.",
	zh: {
		name: '获取管理员',
		action: '获取管理员列表',
		description: '获取企业的管理员。一次调用，不计入月度调用量。sys_level 为 1 是主管理员，2 是子管理员',
	},
	docs: 'https://open.dingtalk.com/document/development/query-the-administrator-list',
	permission: 'qyapi_get_member',
	route: 'POST /topapi/user/listadmin',
	safe: true,
	fields: [],
	request: () => ({ body: {} }),
	paging: { style: 'whole', entries: 'result' },
});
