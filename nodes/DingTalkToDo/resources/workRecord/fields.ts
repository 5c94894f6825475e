import { defineField } from '../../../runtime/field';
import { personModes } from '../../../shared/person';

export const person = defineField({
	displayName: 'Person',
	zh: { name: '执行人', description: '待办事项的执行人' },
	name: 'person',
	type: 'resourceLocator',
	person: 'userId',
	required: true,
	default: { mode: 'list', value: '' },
	modes: personModes,
	description: 'Who has to do it',
});
