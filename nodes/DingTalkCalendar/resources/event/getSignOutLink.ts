import { defineOperation } from '../../../runtime/operation';
import { operator } from '../../../shared/operator';
import { event } from '../../locators/event';

export const getSignOutLink = defineOperation({
	name: 'Get Sign-Out Link',
	value: 'getSignOutLink',
	action: 'Get the sign-out link of a calendar event',
	description: 'Get the link by which attendees sign out of an event. One call. Only for the organizer.',
	zh: { name: '获取签退链接', action: '获取日程签退链接', description: '获取参与人签退的链接。一次调用；仅限组织者' },
	docs: 'https://open.dingtalk.com/document/development/api-getsignoutlink',
	permission: 'Calendar.Event.Write',
	route: 'GET /v1.0/calendar/users/{userId}/calendars/{calendarId}/events/{eventId}/signOutLinks',
	fields: [event, operator],
	request: ({ event: eventId, operator: userId }) => ({ path: { userId, calendarId: 'primary', eventId } }),
});
