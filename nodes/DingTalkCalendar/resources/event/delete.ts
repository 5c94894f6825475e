import { defineOperation } from '../../../runtime/operation';
import { operator } from '../../../shared/operator';
import { event } from '../../locators/event';

export const remove = defineOperation({
	name: 'Delete',
	value: 'delete',
	action: 'Delete a calendar event',
	description:
		"Cancel an event, or take it out of one's own calendar. One call. Only the organizer cancels it for all; booked rooms are freed.",
	zh: {
		name: '删除',
		action: '删除日程',
		description: '组织者删除即取消日程，参与人删除仅影响自己。一次调用；已预定的会议室会释放',
	},
	docs: 'https://open.dingtalk.com/document/development/delete-event',
	permission: 'Calendar.Event.Write',
	route: 'DELETE /v1.0/calendar/users/{userId}/calendars/{calendarId}/events/{eventId}',
	fields: [
		event,
		{
			displayName: 'Push Notification',
			zh: { name: '推送通知', description: '是否通知参与人' },
			name: 'pushNotification',
			type: 'boolean',
			under: 'options',
			default: true,
			description: 'Whether the attendees are notified',
		},
		operator,
	],
	request: ({ event: eventId, operator: userId, pushNotification }) => ({
		path: { userId, calendarId: 'primary', eventId },
		query: { pushNotification },
	}),
	output: () => ({ deleted: true }),
	safe: true,
});
