import { defineField } from '../../../runtime/field';
import { defineMapper } from '../../../runtime/mapper';
import { personModes } from '../../../shared/person';
import { customerColumns, optional } from '../../flows/fields';
import { writeField } from '../../flows/write';
import { relationType } from '../../locators/relationType';

const words = {
	displayName: 'Columns',
	zh: { name: '客户信息', description: '企业客户表单的字段；也可自动匹配数据项中的同名键' },
	description:
		"Fields of the organisation's own customer form, filled in here or taken from the item's keys of the same names",
	words: { singular: 'field', plural: 'fields' },
	needs: [relationType],
	convert: writeField,
} as const;

export const newCustomer = defineMapper({ ...words, name: 'customerFields', mode: 'add', columns: customerColumns });
export const changedCustomer = defineMapper({
	...words,
	name: 'customerChanges',
	mode: 'map',
	columns: optional(customerColumns),
});

export const owners = defineField({
	displayName: 'Owners',
	zh: { name: '负责人', description: '谁负责该客户' },
	name: 'owners',
	type: 'resourceLocator',
	person: 'userId',
	many: true,
	default: { mode: 'list', value: '' },
	modes: personModes,
	description: 'Who is responsible for the customer',
});

export const participants = defineField({
	displayName: 'Participants',
	zh: { name: '协同人', description: '还有谁可以跟进该客户' },
	name: 'participants',
	type: 'resourceLocator',
	person: 'userId',
	many: true,
	default: { mode: 'list', value: '' },
	modes: personModes,
	description: 'Who else works on the customer',
});

export const poolAction = defineField({
	displayName: 'Public Pool Action',
	zh: { name: '公海操作', description: '仅用于公海客户：领取或分配' },
	name: 'action',
	type: 'options',
	default: 'publicDraw',
	options: [
		{ name: 'Assign', value: 'publicAssign', zh: '分配' },
		{ name: 'Draw', value: 'publicDraw', zh: '领取' },
	],
	description: 'Only for customers of the public pool',
});

export const skipDuplicateCheck = defineField({
	displayName: 'Skip Duplicate Check',
	zh: { name: '跳过查重', description: '是否跳过企业设置的查重字段' },
	name: 'skipDuplicateCheck',
	type: 'boolean',
	default: true,
	description: "Whether the organisation's duplicate check is skipped",
});

/** Who may work on a customer; nothing where nobody is named, so that an update leaves it as it is. */
export const permissionOf = ({ owners: own, participants: more }: { owners?: string[]; participants?: string[] }) =>
	(own?.length ?? 0) + (more?.length ?? 0) === 0
		? undefined
		: {
				ownerStaffIds: own && own.length > 0 ? own : undefined,
				participantStaffIds: more && more.length > 0 ? more : undefined,
			};
