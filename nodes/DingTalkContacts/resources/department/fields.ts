import { defineField, defineFields } from '../../../runtime/field';
import { InputError, type Values } from '../../../runtime/operation';
import { departmentModes, departmentsText } from '../../../shared/department';
import { personModes } from '../../../shared/person';
import { wireNumber } from '../../../shared/wireNumber';

export const ROOT = '1';

export const department = defineField({
	displayName: 'Department',
	zh: '部门',
	name: 'department',
	type: 'resourceLocator',
	digits: true,
	required: true,
	default: { mode: 'list', value: '' },
	modes: departmentModes,
});

/** Its own rules: https://open.dingtalk.com/document/development/address-book-creation-department-established-department */
export const departmentName = {
	displayName: 'Name',
	zh: { name: '名称', description: '不能包含“-”“,”“，”' },
	name: 'name',
	type: 'string',
	default: '',
	maxLength: 64,
	pattern: { test: /^[^-,，]+$/, en: 'may not hold "-", "," or "，"', zh: '不能包含“-”“,”“，”' },
	description: 'Without hyphens and commas',
} as const;

const people = { type: 'resourceLocator', person: 'userId', many: true, maxItems: 50, modes: personModes } as const;
const departments = {
	type: 'resourceLocator',
	many: true,
	digits: true,
	maxItems: 50,
	modes: departmentModes,
} as const;
const locator = { mode: 'list', value: '' } as const;

/** What Create and Update both take of a department: order, group, and who sees whom. */
export const settings = defineFields([
	{
		displayName: 'Create Department Group',
		zh: { name: '创建部门群', description: '是否创建关联该部门的企业群' },
		name: 'create_dept_group',
		type: 'boolean',
		default: true,
		description: 'Whether the department gets a group chat of its own',
	},
	{
		displayName: 'Order',
		zh: { name: '排序值', description: '在父部门中的排序，数值小的靠前' },
		name: 'order',
		type: 'number',
		typeOptions: { minValue: 0, numberPrecision: 0 },
		default: 0,
		description: 'Place among its siblings: the lower, the nearer the top',
	},
	{
		displayName: 'External ID',
		zh: { name: '部门标识', description: '用于与其他系统的部门对应' },
		name: 'source_identifier',
		type: 'string',
		id: true,
		default: '',
		description: 'ID of the department in a system of your own',
	},
	{
		displayName: 'Approve Join Requests',
		zh: { name: '自动同意加入申请', description: '是否默认同意加入该部门的申请' },
		name: 'auto_approve_apply',
		type: 'boolean',
		default: true,
		description: 'Whether who asks to join is let in without an administrator',
	},
	{
		displayName: 'Hidden',
		zh: { name: '隐藏部门', description: '是否在通讯录中隐藏该部门' },
		name: 'hide_dept',
		type: 'boolean',
		default: true,
		description: 'Whether the department is hidden in the address book',
	},
	{
		...departments,
		displayName: 'Visible to Departments',
		zh: { name: '可见部门', description: '隐藏后仍可看到该部门的部门；仅在隐藏时生效' },
		name: 'dept_permits',
		default: locator,
		description: 'Who still sees it when it is hidden',
	},
	{
		...people,
		displayName: 'Visible to People',
		zh: { name: '可见人员', description: '隐藏后仍可看到该部门的员工；仅在隐藏时生效' },
		name: 'user_permits',
		default: locator,
		description: 'Who still sees it when it is hidden',
	},
	{
		displayName: 'Restrict Contacts',
		zh: { name: '限制查看通讯录', description: '是否限制本部门成员查看通讯录的范围' },
		name: 'outer_dept',
		type: 'boolean',
		default: true,
		description: 'Whether its members see only a part of the address book',
	},
	{
		displayName: 'See Only Own Department',
		zh: { name: '只能看到所在部门', description: '是否只能看到所在部门及下级部门；否则只能看到自己。限制查看时生效' },
		name: 'outer_dept_only_self',
		type: 'boolean',
		default: true,
		description:
			'Whether they see their department and those below; otherwise only themselves. Needs Restrict Contacts.',
	},
	{
		...people,
		displayName: 'May See People',
		zh: { name: '可查看人员', description: '限制查看时，成员仍可看到的员工' },
		name: 'outer_permit_users',
		default: locator,
		description: 'Whom they still see. Needs Restrict Contacts.',
	},
	{
		...departments,
		displayName: 'May See Departments',
		zh: { name: '可查看部门', description: '限制查看时，成员仍可看到的部门' },
		name: 'outer_permit_depts',
		default: locator,
		description: 'Which departments they still see. Needs Restrict Contacts.',
	},
]);

/** Lists of people and departments go out as comma text. */
export const settingsBody = ({
	dept_permits,
	user_permits,
	outer_permit_users,
	outer_permit_depts,
	...plain
}: Partial<Values<typeof settings>>) => ({
	...plain,
	dept_permits: departmentsText(dept_permits),
	user_permits: user_permits?.join(','),
	outer_permit_users: outer_permit_users?.join(','),
	outer_permit_depts: departmentsText(outer_permit_depts),
});

/** The ID of a department that is to be changed or deleted. @throws InputError for the root department. */
export function notRoot(id: string): number | bigint {
	if (id !== ROOT) return wireNumber('Department', id);
	throw new InputError(
		'Department',
		'is the root department (1), which cannot be changed or deleted here',
		'是根部门（1），不能在此修改或删除',
	);
}

export const DETAILS = 'POST /topapi/v2/department/get';
