import { defineField } from '../../../runtime/field';
import { personModes } from '../../../shared/person';

export const person = defineField({
	displayName: 'Person',
	name: 'person',
	type: 'resourceLocator',
	person: 'userId',
	required: true,
	default: { mode: 'list', value: '' },
	modes: personModes,
	description: 'Whose attendance to get',
});

export const people = defineField({
	displayName: 'People',
	name: 'people',
	type: 'resourceLocator',
	person: 'userId',
	many: true,
	required: true,
	default: { mode: 'list', value: '' },
	modes: personModes,
	description:
		'Whose attendance to get: one person, or any number of IDs separated by commas. 50 people take one call.',
});

export const additionalFields = defineField({
	displayName: 'Additional Fields',
	name: 'additionalFields',
	type: 'collection',
	placeholder: 'Add Field',
	default: {},
	options: [
		{
			displayName: 'Overseas Organization',
			name: 'isI18n',
			type: 'boolean',
			default: true,
			description: "Whether the organization uses DingTalk's overseas edition",
		},
	],
});
