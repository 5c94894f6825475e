import { defineOperation } from '../../../runtime/operation';
import { operator } from '../../../shared/operator';
import { subscribedCalendar } from '../../locators/calendar';

export const remove = defineOperation({
	name: 'Delete',
	value: 'delete',
	action: 'Delete a calendar to subscribe to',
	description: 'Delete a calendar that people can subscribe to. One call. It disappears for all subscribers.',
	zh: { name: '删除', action: '删除订阅日历', description: '删除供他人订阅的日历。一次调用；所有订阅者都将看不到它' },
	docs: 'https://open.dingtalk.com/document/development/delete-subscription-calendar',
	permission: 'Calendar.Calendar.Write',
	route: 'DELETE /v1.0/calendar/users/{userId}/subscribedCalendars/{calendarId}',
	fields: [subscribedCalendar, operator],
	request: ({ subscribedCalendar: calendarId, operator: userId }) => ({ path: { userId, calendarId } }),
	output: () => ({ deleted: true }),
	safe: true,
});
