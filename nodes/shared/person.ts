import { defineField } from '../runtime/field';

/** The ways to name a person; every person field uses them. */
export const personModes = [
	{
		displayName: 'From List',
		name: 'list',
		type: 'list' as const,
		placeholder: 'Name, pinyin, mobile or user ID',
		typeOptions: { searchListMethod: 'searchUsers', searchable: true },
	},
	{ displayName: 'By User ID', name: 'userId', type: 'string' as const, placeholder: 'e.g. manager4220' },
	{
		displayName: 'By Union ID',
		name: 'unionId',
		type: 'string' as const,
		placeholder: 'e.g. z21HjQliSzpw0YWCNxmii6u2Os62cZ62iSZ',
	},
	{ displayName: 'By Mobile', name: 'mobile', type: 'string' as const, placeholder: 'e.g. 13800000000' },
];

/** Any number of people, at least one. */
export const people = defineField({
	displayName: 'People',
	zh: { name: '人员', description: '一个人，或用逗号分隔的多个 ID' },
	name: 'people',
	type: 'resourceLocator',
	person: 'userId',
	many: true,
	required: true,
	default: { mode: 'list', value: '' },
	modes: personModes,
	description: 'One person, or several IDs separated by commas',
});
