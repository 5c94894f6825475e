import { defineOperation, InputError } from '../../../runtime/operation';
import { operator } from '../../../shared/operator';
import { event } from '../../locators/event';
import { more, moreFields } from './fields';
import { when, whenFields } from './when';

const [wholeDay, start, end] = whenFields;
const displayOptions = { show: { changeTime: [true] } };

export const update = defineOperation({
	name: 'Update',
	value: 'update',
	action: 'Update a calendar event',
	description:
		'Change an event of the organizer. One call. Attendees replace the whole list, an online meeting replaces the one there was.',
	zh: {
		name: '更新',
		action: '修改日程',
		description: '修改组织者的日程。一次调用；参与人会替换整个列表，视频会议会替换原有会议',
	},
	docs: 'https://open.dingtalk.com/document/development/modify-event',
	permission: 'Calendar.Event.Write',
	route: 'PUT /v1.0/calendar/users/{userId}/calendars/{calendarId}/events/{eventId}',
	fields: [
		event,
		{
			displayName: 'Change Time',
			zh: { name: '修改时间', description: '是否修改日程的时间' },
			name: 'changeTime',
			type: 'boolean',
			default: false,
			description: 'Whether the event gets another time',
		},
		{ ...wholeDay, displayOptions },
		{ ...start, displayOptions },
		{ ...end, displayOptions },
		{
			displayName: 'Update Fields',
			zh: { name: '更新字段', placeholder: '添加字段' },
			name: 'updateFields',
			type: 'collection',
			placeholder: 'Add Field',
			default: {},
			options: [
				...moreFields,
				{ displayName: 'Title', zh: '标题', name: 'summary', type: 'string', default: '', maxLength: 2048 },
			],
		},
		operator,
	],
	request: (values, { timezone }) => {
		const { event: id, changeTime, wholeDay: isAllDay = false, start: from, end: to, updateFields } = values;
		const time = changeTime && from !== undefined && to !== undefined ? when(isAllDay, from, to, timezone) : {};
		const body = { summary: updateFields.summary, ...more(updateFields), ...time };
		if (Object.values(body).every((value) => value === undefined))
			throw new InputError('Update Fields', 'is empty: there is nothing to change', '为空：没有要修改的内容');
		return { path: { userId: values.operator, calendarId: 'primary', eventId: id }, body: { id, ...body } };
	},
	idempotencyKey: 'headers.x-client-token',
});
