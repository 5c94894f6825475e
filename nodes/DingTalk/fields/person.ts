import { defineField } from '../../runtime/field';

/** The ways to name a person; every person field uses them. */
export const personModes = [
	{ displayName: 'From List', name: 'list', type: 'list' as const, typeOptions: { searchListMethod: 'searchUsers', searchable: true } },
	{ displayName: 'By User ID', name: 'userId', type: 'string' as const, placeholder: 'e.g. manager4220' },
	{ displayName: 'By Union ID', name: 'unionId', type: 'string' as const, placeholder: 'e.g. z21HjQliSzpw0YWCNxmii6u2Os62cZ62iSZ' },
	{ displayName: 'By Mobile', name: 'mobile', type: 'string' as const, placeholder: 'e.g. 13800000000' },
];

/** On whose behalf an operation works; the credential's default operator stands in. */
export const operatorUnionId = defineField({
	displayName: 'Operator',
	name: 'operator',
	type: 'resourceLocator',
	person: 'unionId',
	fallback: 'defaultOperator',
	required: true,
	default: { mode: 'list', value: '' },
	modes: personModes,
	description: 'On whose behalf to work. Empty: the default operator of the credential.',
});

export const operatorUserId = defineField({
	displayName: 'Operator',
	name: 'operator',
	type: 'resourceLocator',
	person: 'userId',
	fallback: 'defaultOperator',
	required: true,
	default: { mode: 'list', value: '' },
	modes: personModes,
	description: 'On whose behalf to work. Empty: the default operator of the credential.',
});
