import { defineOperation } from '../../../runtime/operation';
import { operator } from '../../../shared/operator';
import { more, moreFields } from './fields';
import { recurrence, recurrenceFields } from './recurrence';
import { when, whenFields } from './when';

export const create = defineOperation({
	name: 'Create',
	value: 'create',
	action: 'Create a calendar event',
	description:
		'Create an event and invite people to it. One call. A person can create 100 events a day. Without reminders DingTalk reminds 15 minutes before.',
	zh: {
		name: '创建',
		action: '创建日程',
		description: '创建日程并邀请参与人。一次调用；每人每天最多创建 100 个。不填提醒时，默认提前 15 分钟提醒',
	},
	docs: 'https://open.dingtalk.com/document/development/create-schedule',
	permission: 'Calendar.Event.Write',
	route: 'POST /v1.0/calendar/users/{userId}/calendars/{calendarId}/events',
	fields: [
		{
			displayName: 'Title',
			zh: '标题',
			name: 'summary',
			type: 'string',
			required: true,
			default: '',
			maxLength: 2048,
		},
		...whenFields,
		...recurrenceFields,
		{
			displayName: 'Additional Fields',
			zh: { name: '更多字段', placeholder: '添加字段' },
			name: 'additionalFields',
			type: 'collection',
			placeholder: 'Add Field',
			default: {},
			options: moreFields,
		},
		operator,
	],
	request: (values, { timezone }) => ({
		path: { userId: values.operator, calendarId: 'primary' },
		body: {
			summary: values.summary,
			...when(values.wholeDay, values.start, values.end, timezone),
			recurrence: recurrence(values, timezone),
			...more(values.additionalFields),
		},
	}),
	idempotencyKey: 'headers.x-client-token',
});
