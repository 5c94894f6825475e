import { defineOperation } from '../../../runtime/operation';
import { attendee } from '../../fields/attendee';
import { invitation } from '../../locators/event';

export const signIn = defineOperation({
	name: 'Sign In',
	value: 'signIn',
	action: 'Sign a person in to a calendar event',
	description: 'Sign a person in to an event. One call. Only people of the event can sign in.',
	zh: { name: '签到', action: '日程签到', description: '为参与人签到。一次调用；仅限日程内的人员' },
	docs: 'https://open.dingtalk.com/document/development/sign-in-single-schedule-news',
	permission: 'Calendar.Event.Write',
	route: 'POST /v1.0/calendar/users/{userId}/calendars/{calendarId}/events/{eventId}/signin',
	fields: [attendee, invitation],
	request: ({ attendee: userId, invitation: eventId }) => ({ path: { userId, calendarId: 'primary', eventId } }),
});
