import { defineOperation } from '../../../runtime/operation';
import { subscription } from './subscriber';

export const unsubscribe = defineOperation({
	name: 'Unsubscribe',
	value: 'unsubscribe',
	action: 'Unsubscribe a person from a calendar',
	description: 'End the subscription of a person to a calendar. One call.',
	zh: { name: '取消订阅', action: '取消订阅公共日历', description: '为员工取消订阅日历。一次调用' },
	docs: 'https://open.dingtalk.com/document/development/unsubscribe-from-a-public-calendar',
	permission: 'Calendar.Calendar.Write',
	route: 'POST /v1.0/calendar/users/{userId}/calendars/{calendarId}/unsubscribe',
	fields: subscription,
	request: ({ subscriber: userId, calendarId }) => ({ path: { userId, calendarId } }),
	output: () => ({ success: true }),
	safe: true,
});
