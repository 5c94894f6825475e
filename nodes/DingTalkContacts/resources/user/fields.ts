import { defineField } from '../../../runtime/field';
import type { Json } from '../../../runtime/operation';
import { pick } from '../../../runtime/pick';
import { departmentModes } from '../../../shared/department';
import { personModes } from '../../../shared/person';

export const language = defineField({
	displayName: 'Language',
	zh: { name: '语言', description: '通讯录语言' },
	name: 'language',
	type: 'options',
	default: 'zh_CN',
	options: [
		{ name: 'Chinese', value: 'zh_CN', zh: '中文' },
		{ name: 'English', value: 'en_US', zh: '英文' },
	],
	description: 'Language of names in the address book that have a translation',
});

export const person = defineField({
	displayName: 'Person',
	zh: { name: '员工', description: '要操作的员工' },
	name: 'person',
	type: 'resourceLocator',
	person: 'userId',
	required: true,
	default: { mode: 'list', value: '' },
	modes: personModes,
	description: 'Who it is about',
});

export const departmentOfPeople = defineField({
	displayName: 'Department',
	zh: { name: '部门', description: '要查询的部门，根部门 ID 为 1' },
	name: 'department',
	type: 'resourceLocator',
	required: true,
	default: { mode: 'id', value: '1' },
	modes: departmentModes,
	description: 'Whose people to get. The root department has the ID 1.',
});

export const includeSubdepartments = defineField({
	displayName: 'Include Sub-Departments',
	zh: { name: '包含子部门', description: '是否同时查询所有下级部门的员工；会逐个读取，每个部门至少两次调用' },
	name: 'includeSubdepartments',
	type: 'boolean',
	default: false,
	description:
		'Whether to also get the people of all departments below. Reads every one of them: at least two calls per department.',
});

/** What most workflows need of a person. */
export const simplifyUser = (user: Json): Json =>
	pick(user, [
		'userid',
		'unionid',
		'name',
		'mobile',
		'telephone',
		'title',
		'dept_id_list',
		'email',
		'org_email',
		'job_number',
		'manager_userid',
		'leader_in_dept',
		'role_list',
		'hired_date',
		'admin',
		'active',
	]);
