import { defineField } from '../../../runtime/field';
import { people as anyPeople } from '../../../shared/person';
import { roleGroups } from '../../locators/roles';

export const people = defineField({
	...anyPeople,
	zh: { ...anyPeople.zh, name: '员工' },
});

export const roleName = defineField({
	displayName: 'Name',
	zh: '角色名称',
	name: 'roleName',
	type: 'string',
	required: true,
	default: '',
});

export const roleGroup = defineField({
	displayName: 'Role Group Name or ID',
	zh: { name: '角色组', description: '新角色所属的角色组' },
	name: 'group',
	type: 'options',
	source: roleGroups,
	required: true,
	default: '',
	description:
		'Group of the new role. Choose from the list, or specify an ID using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
});
