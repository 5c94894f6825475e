import { defineField } from '../../../runtime/field';
import { personModes } from '../../../shared/person';

export const members = defineField({
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
