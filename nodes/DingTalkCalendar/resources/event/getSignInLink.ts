import { defineOperation } from '../../../runtime/operation';
import { operator } from '../../../shared/operator';
import { event } from '../../locators/event';

export const getSignInLink = defineOperation({
	name: 'Get Sign-In Link',
	value: 'getSignInLink',
	action: 'Get the sign-in link of a calendar event',
	description: 'Get the link by which attendees sign in to an event. One call. Only for the organizer.',
	zh: { name: '获取签到链接', action: '获取日程签到链接', description: '获取参与人签到的链接。一次调用；仅限组织者' },
	docs: 'https://open.dingtalk.com/document/development/api-getsigninlink',
	permission: 'Calendar.Event.Write',
	route: 'GET /v1.0/calendar/users/{unionId}/calendars/{calendarId}/events/{eventId}/signInLinks',
	fields: [event, operator],
	request: ({ event: eventId, operator: unionId }) => ({ path: { unionId, calendarId: 'primary', eventId } }),
});
