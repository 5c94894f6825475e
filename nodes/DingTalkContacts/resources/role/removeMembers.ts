import { defineOperation } from '../../../runtime/operation';
import { roles } from '../../locators/roles';
import { people } from './fields';

export const removeMembers = defineOperation({
	name: 'Remove Members',
	value: 'removeMembers',
	action: 'Take a role from people',
	description:
		"Take one or several roles from people. One call per 100 people, free of the monthly quota. Roles of the group Default are DingTalk's own and are refused.",
	zh: {
		name: '移除成员',
		action: '移除员工的角色',
		description: '移除员工的一个或多个角色。每 100 人一次调用，不计入月度调用量。“默认”组的系统角色不能操作',
	},
	docs: 'https://open.dingtalk.com/document/development/delete-the-color-information-of-employee-corners-in-batches',
	permission: 'qyapi_manage_addresslist',
	route: 'POST /topapi/role/removerolesforemps',
	safe: true,
	fields: [roles, people],
	split: { lists: { people: 100 }, merge: () => ({}) },
	request: ({ roles: roleIds, people: userIds }) => ({
		body: { roleIds: roleIds.join(','), userIds: userIds.join(',') },
	}),
	output: ({ failed }, { roles: roleIds, people: userIds }) => ({
		roleIds,
		userIds,
		...(failed !== undefined && { failed }),
	}),
});
