import { defineOperation } from '../../../runtime/operation';
import { operator } from '../../../shared/operator';
import { event } from '../../locators/event';
import { attendees } from './attendees';

export const removeAttendees = defineOperation({
	name: 'Remove Attendees',
	value: 'removeAttendees',
	action: 'Remove attendees from a calendar event',
	description: 'Take people off an event. One call. DingTalk does not say whether they were among its attendees.',
	zh: {
		name: '移除参与人',
		action: '删除日程参与者',
		description: '从日程中移除参与人。一次调用；钉钉不会提示其是否在参与人中',
	},
	docs: 'https://open.dingtalk.com/document/development/delete-schedule-participant',
	permission: 'Calendar.Event.Write',
	route: 'POST /v1.0/calendar/users/{userId}/calendars/{calendarId}/events/{eventId}/attendees/batchRemove',
	fields: [event, attendees, operator],
	request: ({ event: eventId, attendees: people, operator: userId }) => ({
		path: { userId, calendarId: 'primary', eventId },
		body: { attendeesToRemove: people.map((id) => ({ id })) },
	}),
	output: () => ({ success: true }),
	idempotencyKey: 'headers.x-client-token',
});
