import { defineOperation, InputError } from '../../../runtime/operation';
import { operator } from '../../../shared/operator';
import { event } from '../../locators/event';
import { zone } from '../../locators/zone';
import { refuseNoChange } from '../../../shared/changes';
import { more, moreFields } from './fields';
import { recurrence, recurrenceFields } from './recurrence';
import { when, whenFields } from './when';

const [wholeDay, start, end] = whenFields;
const [repeats, ...rule] = recurrenceFields;
const displayOptions = { show: { changeTime: [true] } };

export const update = defineOperation({
	name: 'Update',
	value: 'update',
	action: 'Update a calendar event',
	description:
		'Change an event of the organizer. One call. Attendees replace the whole list (Add Attendees keeps it), an online meeting replaces the one there was.',
	zh: {
		name: '更新',
		action: '修改日程',
		description:
			'修改组织者的日程。一次调用；参与人会替换整个列表（保留原有参与人请用“添加参与人”），视频会议会替换原有会议',
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
			...repeats,
			displayName: 'Change Repetition',
			zh: { name: '修改重复规则', description: '是否设置新的重复规则' },
			description: 'Whether the event repeats by a new rule',
		},
		...rule,
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
		zone,
		operator,
	],
	request: (values, { timezone }) => {
		const { event: id, changeTime, wholeDay: isAllDay = false, start: from, end: to, updateFields } = values;
		const { operator: userId, repeats: hasRule, stops, timeZone = timezone } = values;
		// "numberOfOccurrences and end cannot be set together": https://open.dingtalk.com/document/development/modify-event
		if (changeTime && hasRule && stops === 'numbered')
			throw new InputError(
				'Stops',
				'a number of times cannot be set together with a new time: update the event twice',
				'不能同时修改时间和重复次数，请分两次更新',
			);
		const time = changeTime && from !== undefined && to !== undefined ? when(isAllDay, from, to, timeZone) : {};
		const body = {
			summary: updateFields.summary,
			...more(updateFields),
			...time,
			recurrence: recurrence(values, timeZone),
		};
		refuseNoChange(body);
		return { path: { userId, calendarId: 'primary', eventId: id }, body: { id, ...body } };
	},
	idempotencyKey: 'headers.x-client-token',
});
