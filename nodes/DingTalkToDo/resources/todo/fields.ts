import { defineField } from '../../../runtime/field';
import { personModes } from '../../../shared/person';

export const taskId = defineField({
	displayName: 'Task ID',
	name: 'taskId',
	type: 'string',
	required: true,
	default: '',
	description: 'ID of the to-do, as Create and Get Many return it',
});

export const owner = defineField({
	displayName: 'Person',
	name: 'person',
	type: 'resourceLocator',
	person: 'unionId',
	fallback: 'defaultOperator',
	required: true,
	default: { mode: 'list', value: '' },
	modes: personModes,
	description: 'Whose to-do it is (its creator). Empty: the default operator of the credential.',
});
