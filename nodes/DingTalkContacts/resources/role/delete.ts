import { defineOperation } from '../../../runtime/operation';
import { wireNumber } from '../../../shared/wireNumber';
import { role } from '../../locators/roles';

export const remove = defineOperation({
	name: 'Delete',
	value: 'delete',
	action: 'Delete a role',
	description: "Delete a role. One call, free of the monthly quota. DingTalk's own roles cannot be deleted.",
	zh: {
		name: '删除',
		action: '删除角色',
		description: '删除角色。一次调用，不计入月度调用量。系统角色不能删除',
	},
	docs: 'https://open.dingtalk.com/document/development/delete-role-information',
	permission: 'qyapi_manage_addresslist',
	route: 'POST /topapi/role/deleterole',
	fields: [role],
	request: ({ role: id }) => ({ body: { role_id: wireNumber('Role', id) } }),
	output: (_, { role: id }) => ({ deleted: true, roleId: id }),
});
