import { randomUUID } from 'crypto';
import { needed } from '../../../runtime/answer';
import { defineProcedure } from '../../../runtime/operation';
import { refusalOf } from '../../../runtime/partial';
import { operator } from '../../../shared/operator';
import { BOOK, refuseTaken, SCHEDULES } from '../../flows/roomSchedules';
import { rooms } from '../../locators/room';
import { zone } from '../../locators/zone';
import { more, moreFields } from './fields';
import { recurrence, recurrenceFields } from './recurrence';
import { when, whenFields } from './when';

const CREATE = 'POST /v1.0/calendar/users/{userId}/calendars/{calendarId}/events';

export const create = defineProcedure({
	name: 'Create',
	value: 'create',
	action: 'Create a calendar event',
	description:
		'Create an event and invite people to it. One call; with rooms two more, one before it that refuses taken rooms. A person can create 100 events a day. Without reminders DingTalk reminds 15 minutes before.',
	zh: {
		name: '创建',
		action: '创建日程',
		description:
			'创建日程并邀请参与人。一次调用；预定会议室另需两次，其中一次在创建前检查会议室是否空闲。每人每天最多创建 100 个。不填提醒时，默认提前 15 分钟提醒',
	},
	docs: 'https://open.dingtalk.com/document/development/create-schedule',
	permission: 'Calendar.Event.Write',
	routes: [CREATE, SCHEDULES, BOOK],
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
			options: [
				...moreFields.slice(0, 4),
				{
					...rooms,
					maxItems: 5,
					description:
						'Booked for the event: one room, or several IDs separated by commas. A room whose administrator must agree is only asked for.',
					zh: {
						name: '会议室',
						description: '为日程预定的会议室：一间，或用逗号分隔的多个 ID。需审批的会议室仅提交预定申请',
					},
				},
				...moreFields.slice(4),
			],
		},
		zone,
		operator,
	],
	plan: (values, { timezone }) => {
		const { summary, wholeDay, start, end, additionalFields, operator: userId, timeZone = timezone } = values;
		return {
			userId,
			rooms: additionalFields.rooms ?? [],
			body: {
				summary,
				...when(wholeDay, start, end, timeZone),
				recurrence: recurrence(values, timeZone),
				...more(additionalFields),
			},
			timeZone,
		};
	},
	run: async ({ userId, rooms: roomIds, body, timeZone }, api) => {
		if (roomIds.length > 0) await refuseTaken(api, userId, roomIds, body, timeZone);
		const headers = { 'x-client-token': randomUUID() };
		const path = { userId, calendarId: 'primary' };
		const event = await api.call(CREATE, { path, headers, body }, { safe: true });
		if (roomIds.length === 0) return event;
		const booked = { meetingRoomsToAdd: roomIds.map((roomId) => ({ roomId })) };
		try {
			await api.call(BOOK, { path: { ...path, eventId: needed(event, 'id') }, body: booked });
		} catch (error) {
			// The event stands and people are invited: it must not be lost to the workflow.
			return { ok: [event], failed: [refusalOf(error, roomIds.join(', '))] };
		}
		return { ...event, meetingRooms: roomIds.map((roomId) => ({ roomId })) };
	},
});
