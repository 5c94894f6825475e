import { defineField } from '../../runtime/field';
import { InputError } from '../../runtime/operation';
import { personModes } from '../../shared/person';

export const members = defineField({
	displayName: 'Members',
	zh: { name: '成员', description: '一个人，或用逗号分隔的多个 ID' },
	name: 'members',
	type: 'resourceLocator',
	person: 'userId',
	many: true,
	default: { mode: 'list', value: '' },
	modes: personModes,
	description: 'One person, or several IDs separated by commas',
});

/** People from outside, whom no list has. */
export const externals = defineField({
	displayName: 'External Contacts',
	zh: { name: '外部联系人', description: '外部联系人的 unionId，一个或用逗号分隔的多个' },
	name: 'externals',
	type: 'string',
	list: true,
	default: '',
	description: 'Union IDs of people from outside, separated by commas',
});

/** Where Members are at hand, people from outside are an additional field. */
export const alsoFromOutside = defineField({
	displayName: 'Additional Fields',
	zh: { name: '更多字段', placeholder: '添加字段' },
	name: 'additionalFields',
	type: 'collection',
	placeholder: 'Add Field',
	default: {},
	options: [externals],
});

/** @throws InputError where nobody is named. */
export function someMembers(people: readonly string[], outside: readonly string[] = []): void {
	if (people.length + outside.length === 0)
		throw new InputError(
			'Members',
			'is empty, and so is External Contacts: there is nobody to work on',
			'与“外部联系人”均为空，没有要处理的成员',
		);
}

export const owner = defineField({
	displayName: 'Owner',
	zh: { name: '群主', description: '群主必须在应用的通讯录权限范围内；留空使用凭证中的默认操作人' },
	name: 'owner',
	type: 'resourceLocator',
	person: 'userId',
	fallback: 'defaultOperator',
	required: true,
	default: { mode: 'list', value: '' },
	modes: personModes,
	description:
		'Must be within the contact range of the app, or later calls for this group fail. Empty: the default operator of the credential.',
});

export const newOwner = defineField({
	displayName: 'New Owner',
	zh: { name: '新群主', description: '必须是群成员，且在应用的通讯录权限范围内' },
	name: 'owner',
	type: 'resourceLocator',
	person: 'userId',
	required: true,
	default: { mode: 'list', value: '' },
	modes: personModes,
	description: 'A member of the group who is within the contact range of the app; otherwise the app loses the group',
});

/** What an admin is made or no longer. */
export const adminRole = defineField({
	displayName: 'Role',
	zh: '角色',
	name: 'role',
	type: 'options',
	default: 2,
	options: [
		{ name: 'Admin', value: 2, zh: '群管理员' },
		{ name: 'Ordinary Member', value: 3, zh: '普通成员' },
	],
	description: 'What the people become',
});
