import { defineOperation } from '../../../runtime/operation';
import { roleName } from './fields';

export const createGroup = defineOperation({
	name: 'Create Group',
	value: 'createGroup',
	action: 'Create a group of roles',
	description: 'Add a group of roles. One call, free of the monthly quota. Running it twice fails: the name exists.',
	zh: {
		name: '创建角色组',
		action: '创建角色组',
		description: '新建角色组。一次调用，不计入月度调用量。重复运行会报错：名称已存在',
	},
	docs: 'https://open.dingtalk.com/document/development/add-a-role-group',
	permission: 'qyapi_manage_addresslist',
	route: 'POST /role/add_role_group',
	fields: [{ ...roleName, zh: '角色组名称' }],
	request: ({ roleName: name }) => ({ body: { name } }),
});
