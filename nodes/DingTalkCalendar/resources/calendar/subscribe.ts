import { defineOperation } from '../../../runtime/operation';
import { subscription } from './subscriber';

export const subscribe = defineOperation({
	name: 'Subscribe',
	value: 'subscribe',
	action: 'Subscribe a person to a calendar',
	description: 'Subscribe a person to a calendar. One call. The person must be among those who may subscribe.',
	zh: { name: '订阅', action: '订阅公共日历', description: '为员工订阅日历。一次调用；该员工须在可订阅范围内' },
	docs: 'https://open.dingtalk.com/document/development/subscribe-to-a-public-calendar',
	permission: 'Calendar.Calendar.Write',
	route: 'POST /v1.0/calendar/users/{userId}/calendars/{calendarId}/subscribe',
	fields: subscription,
	request: ({ subscriber: userId, calendarId }) => ({ path: { userId, calendarId } }),
	output: () => ({ success: true }),
	safe: true,
});
