import { defineField } from '../../../runtime/operation';
import { personModes } from '../../../shared/person';

/** Attendees of one event. https://open.dingtalk.com/document/development/add-schedule-participant */
export const attendees = defineField({
	displayName: 'Attendees',
	zh: { name: '参与人', description: '一个人，或用逗号分隔的多个 ID' },
	name: 'attendees',
	type: 'resourceLocator',
	person: 'unionId',
	many: true,
	maxItems: 500,
	required: true,
	default: { mode: 'list', value: '' },
	modes: personModes,
	description: 'One person, or several IDs separated by commas',
});
