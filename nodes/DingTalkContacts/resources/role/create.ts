import { defineOperation } from '../../../runtime/operation';
import { wireNumber } from '../../../shared/wireNumber';
import { roleGroup, roleName } from './fields';

export const create = defineOperation({
	name: 'Create',
	value: 'create',
	action: 'Create a role',
	description:
		'Add a role to a group of roles. One call, free of the monthly quota. Running it twice fails: the name exists.',
	zh: {
		name: '创建',
		action: '创建角色',
		description: '在角色组中新建角色。一次调用，不计入月度调用量。重复运行会报错：名称已存在',
	},
	docs: 'https://open.dingtalk.com/document/development/address-book-add-role',
	permission: 'qyapi_manage_addresslist',
	route: 'POST /role/add_role',
	fields: [roleName, roleGroup],
	request: ({ roleName: name, group }) => ({ body: { roleName: name, groupId: wireNumber('Role Group', group) } }),
});
