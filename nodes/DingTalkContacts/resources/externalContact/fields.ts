import { defineField, defineFields } from '../../../runtime/field';
import type { Json, Values } from '../../../runtime/operation';
import { pick } from '../../../runtime/pick';
import { departmentModes, departmentNumbers } from '../../../shared/department';
import { personModes } from '../../../shared/person';
import { externalLabels } from '../../locators/externalContacts';

const locator = { mode: 'list', value: '' } as const;

export const labels = defineField({
	displayName: 'Label Names or IDs',
	zh: { name: '标签', description: '标签在管理后台维护' },
	name: 'labels',
	type: 'multiOptions',
	source: externalLabels,
	default: [],
	maxItems: 20,
	description:
		'Labels are made in the admin console. Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
});

export const owner = defineField({
	displayName: 'Owner',
	zh: { name: '负责人', description: '负责该联系人的员工' },
	name: 'owner',
	type: 'resourceLocator',
	person: 'userId',
	default: locator,
	modes: personModes,
	description: 'The employee who looks after the contact',
});

/** https://open.dingtalk.com/document/development/add-enterprise-external-contacts */
export const about = defineFields([
	{ displayName: 'Company', zh: '公司', name: 'company_name', type: 'string', default: '' },
	{ displayName: 'Title', zh: '职位', name: 'title', type: 'string', default: '' },
	{ displayName: 'Address', zh: '地址', name: 'address', type: 'string', default: '' },
	{ displayName: 'Remark', zh: '备注', name: 'remark', type: 'string', default: '' },
	{
		displayName: 'Shared With People',
		zh: { name: '共享员工', description: '还能看到该联系人的员工' },
		name: 'share_user_ids',
		type: 'resourceLocator',
		person: 'userId',
		many: true,
		maxItems: 20,
		default: locator,
		modes: personModes,
		description: 'Who else sees the contact',
	},
	{
		displayName: 'Shared With Departments',
		zh: { name: '共享部门', description: '还能看到该联系人的部门' },
		name: 'share_dept_ids',
		type: 'resourceLocator',
		many: true,
		digits: true,
		maxItems: 20,
		default: locator,
		modes: departmentModes,
		description: 'Which departments see the contact too',
	},
]);

export const aboutBody = ({ share_dept_ids, ...plain }: Partial<Values<typeof about>>) => ({
	...plain,
	share_dept_ids: departmentNumbers(share_dept_ids),
});

export const simplifyContact = (entry: Json): Json =>
	pick(entry, [
		'userid',
		'name',
		'mobile',
		'state_code',
		'company_name',
		'title',
		'email',
		'label_ids',
		'follower_user_id',
		'remark',
	]);
