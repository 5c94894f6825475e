import { defineOperation } from '../../../runtime/operation';
import { operator } from '../../../shared/operator';
import { event } from '../../locators/event';
import { maxAttendeesOfOne, simplifyEvent } from './fields';

export const get = defineOperation({
	name: 'Get',
	value: 'get',
	action: 'Get a calendar event',
	description: 'Get one event of a calendar. One call.',
	zh: { name: '获取', action: '查询日程', description: '查询一个日程。一次调用' },
	docs: 'https://open.dingtalk.com/document/development/query-details-about-an-event',
	permission: 'Calendar.Event.Read',
	route: 'GET /v1.0/calendar/users/{userId}/calendars/{calendarId}/events/{eventId}',
	fields: [event, maxAttendeesOfOne, operator],
	request: ({ event: eventId, operator: userId, maxAttendees: most }) => ({
		path: { userId, calendarId: 'primary', eventId },
		query: { maxAttendees: most },
	}),
	simplify: simplifyEvent,
});
