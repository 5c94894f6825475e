import { defineField } from '../../runtime/operation';
import { personModes } from '../../shared/person';

/** The person of an event who answers or signs in: in whose name it is done. */
export const attendee = defineField({
	displayName: 'Attendee',
	zh: { name: '参与人', description: '以谁的身份操作；留空使用凭证中的默认操作人' },
	name: 'attendee',
	type: 'resourceLocator',
	person: 'unionId',
	fallback: 'defaultOperator',
	required: true,
	default: { mode: 'list', value: '' },
	modes: personModes,
	description: 'Who does it. Empty: the default operator of the credential.',
});
