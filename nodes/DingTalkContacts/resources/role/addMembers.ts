import { defineOperation } from '../../../runtime/operation';
import { roles } from '../../locators/roles';
import { people } from './fields';

export const addMembers = defineOperation({
	name: 'Add Members',
	value: 'addMembers',
	action: 'Give people a role',
	description:
		"Give people one or several roles. One call per 20 people, free of the monthly quota. Roles of the group Default are DingTalk's own and are refused.",
	zh: {
		name: '添加成员',
		action: '为员工添加角色',
		description: '为员工添加一个或多个角色。每 20 人一次调用，不计入月度调用量。“默认”组的系统角色不能操作',
	},
	docs: 'https://open.dingtalk.com/document/development/add-role-information-to-employees-in-batches',
	permission: 'qyapi_manage_addresslist',
	route: 'POST /topapi/role/addrolesforemps',
	safe: true,
	fields: [roles, people],
	split: { lists: { people: 20 }, merge: () => ({}) },
	request: ({ roles: roleIds, people: userIds }) => ({
		body: { roleIds: roleIds.join(','), userIds: userIds.join(',') },
	}),
	output: ({ failed }, { roles: roleIds, people: userIds }) => ({
		roleIds,
		userIds,
		...(failed !== undefined && { failed }),
	}),
});
