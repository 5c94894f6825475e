import { defineOperation } from '../../../runtime/operation';
import { operator } from '../../../shared/operator';
import { event } from '../../locators/event';
import { attendees } from './attendees';

export const addAttendees = defineOperation({
	name: 'Add Attendees',
	value: 'addAttendees',
	action: 'Add attendees to a calendar event',
	description:
		'Invite more people to an event. One call. Those who are there stay; an event has at most 500 attendees in all.',
	zh: {
		name: '添加参与人',
		action: '添加日程参与者',
		description: '邀请更多人参加日程。一次调用；原有参与人保留，一个日程最多 500 人',
	},
	docs: 'https://open.dingtalk.com/document/development/add-schedule-participant',
	permission: 'Calendar.Event.Write',
	route: 'POST /v1.0/calendar/users/{userId}/calendars/{calendarId}/events/{eventId}/attendees',
	fields: [
		event,
		attendees,
		{
			displayName: 'Additional Fields',
			zh: { name: '更多字段', placeholder: '添加字段' },
			name: 'additionalFields',
			type: 'collection',
			placeholder: 'Add Field',
			default: {},
			options: [
				{
					displayName: 'Chat Notification',
					zh: { name: '单聊提醒', description: '是否在单聊中提醒' },
					name: 'chatNotification',
					type: 'boolean',
					default: true,
					description: 'Whether they are told in a chat',
				},
				{
					displayName: 'Optional',
					zh: { name: '可选参与', description: '这些人是否可不参加' },
					name: 'optional',
					type: 'boolean',
					default: true,
					description: 'Whether they may stay away',
				},
				{
					displayName: 'Push Notification',
					zh: { name: '弹窗提醒', description: '是否弹窗提醒' },
					name: 'pushNotification',
					type: 'boolean',
					default: true,
					description: 'Whether they are told by a pop-up',
				},
			],
		},
		operator,
	],
	request: ({ event: eventId, attendees: people, additionalFields: { optional, ...notify }, operator: userId }) => ({
		path: { userId, calendarId: 'primary', eventId },
		body: { attendeesToAdd: people.map((id) => ({ id, isOptional: optional })), ...notify },
	}),
	output: () => ({ success: true }),
	idempotencyKey: 'headers.x-client-token',
});
