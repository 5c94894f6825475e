import { defineOperation } from '../../../runtime/operation';
import { wireNumber } from '../../../shared/wireNumber';
import { role } from '../../locators/roles';
import { roleName } from './fields';

export const update = defineOperation({
	name: 'Update',
	value: 'update',
	action: 'Rename a role',
	description: "Rename a role. One call, free of the monthly quota. DingTalk's own roles cannot be renamed.",
	zh: {
		name: '更新',
		action: '更新角色名称',
		description: '重命名角色。一次调用，不计入月度调用量。系统角色不能重命名',
	},
	docs: 'https://open.dingtalk.com/document/development/update-the-character-name',
	permission: 'qyapi_manage_addresslist',
	route: 'POST /role/update_role',
	safe: true,
	fields: [role, { ...roleName, displayName: 'New Name', zh: '新名称' }],
	request: ({ role: id, roleName: name }) => ({ body: { roleId: wireNumber('Role', id), roleName: name } }),
	output: (_, { role: id, roleName: name }) => ({ roleId: id, roleName: name }),
});
