import { defineOperation } from '../../../runtime/operation';
import { attendee } from '../../fields/attendee';
import { invitation } from '../../locators/event';

export const signOut = defineOperation({
	name: 'Sign Out',
	value: 'signOut',
	action: 'Sign a person out of a calendar event',
	description: 'Sign a person out of an event. One call. Only people of the event can sign out.',
	zh: { name: '签退', action: '日程签退', description: '为参与人签退。一次调用；仅限日程内的人员' },
	docs: 'https://open.dingtalk.com/document/development/sign-off-for-a-single-schedule',
	permission: 'Calendar.Event.Write',
	route: 'POST /v1.0/calendar/users/{userId}/calendars/{calendarId}/events/{eventId}/signOut',
	fields: [attendee, invitation],
	request: ({ attendee: userId, invitation: eventId }) => ({ path: { userId, calendarId: 'primary', eventId } }),
});
