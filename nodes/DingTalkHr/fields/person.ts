import { defineField } from '../../runtime/field';
import { personModes } from '../../shared/person';

export const person = defineField({
	displayName: 'Person',
	zh: { name: '员工', description: '要办理的员工' },
	name: 'person',
	type: 'resourceLocator',
	person: 'userId',
	required: true,
	default: { mode: 'list', value: '' },
	modes: personModes,
	description: 'Who it is about',
});

export const details = defineField({
	displayName: 'Roster',
	zh: { name: '包含花名册', description: '是否同时获取花名册信息；每 100 人多一次调用' },
	name: 'details',
	type: 'boolean',
	default: false,
	description: 'Whether to get the roster too. One more call per 100 people.',
});
