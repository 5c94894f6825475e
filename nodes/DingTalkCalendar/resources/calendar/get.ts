import { defineOperation } from '../../../runtime/operation';
import { operator } from '../../../shared/operator';
import { subscribedCalendar } from '../../locators/calendar';

export const get = defineOperation({
	name: 'Get',
	value: 'get',
	action: 'Get a calendar to subscribe to',
	description: 'Get a calendar that people can subscribe to. One call. Only its author and managers may.',
	zh: { name: '获取', action: '查询订阅日历', description: '查询供他人订阅的日历。一次调用；仅限创建者和共同编辑人' },
	docs: 'https://open.dingtalk.com/document/development/query-a-single-subscription-calendar',
	permission: 'Calendar.Calendar.Read',
	route: 'GET /v1.0/calendar/users/{userId}/subscribedCalendars/{calendarId}',
	fields: [subscribedCalendar, operator],
	request: ({ subscribedCalendar: calendarId, operator: userId }) => ({ path: { userId, calendarId } }),
});
