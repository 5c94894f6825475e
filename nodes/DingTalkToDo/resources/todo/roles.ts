import { defineField } from '../../../runtime/field';

/** What the person has to do with a to-do. https://open.dingtalk.com/document/development/query-the-to-do-list-of-enterprise-users */
export const roles = defineField({
	displayName: 'Role',
	zh: { name: '角色', description: '该员工具有其中任一角色的待办' },
	name: 'roles',
	type: 'multiOptions',
	default: [],
	options: [
		{ name: 'Creator', value: 'creator', zh: '创建人' },
		{ name: 'Executor', value: 'executor', zh: '执行人' },
		{ name: 'Participant', value: 'participant', zh: '参与人' },
	],
	description: 'To-dos in which the person has any of these roles',
});
