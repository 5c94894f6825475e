import { defineList } from '../../runtime/list';
import { defineLocator } from '../../runtime/locator';
import { operator } from '../../shared/operator';

/** A calendar of the operator, the primary one or one that it has subscribed to. https://open.dingtalk.com/document/development/query-a-calendar */
export const calendar = defineLocator({
	displayName: 'Calendar',
	zh: { name: '日历', description: '主日历或已订阅的日历；留空为主日历' },
	name: 'calendar',
	description: 'The primary one, or one that the person has subscribed to. Empty: the primary one.',
	placeholder: 'e.g. primary',
	list: defineList({
		needs: [operator],
		route: 'GET /v1.0/calendar/users/{userId}/calendars',
		request: ({ operator: userId }) => ({ path: { userId } }),
		paging: { style: 'whole', entries: 'response.calendars' },
		first: [{ name: 'Primary Calendar 主日历', value: 'primary' }],
		entry: ({ id, summary }) => (id === 'primary' ? undefined : { name: String(summary), value: String(id) }),
	}),
});

/** A calendar to which people can subscribe, made by the operator. */
export const subscribedCalendar = defineLocator({
	displayName: 'Calendar',
	zh: { name: '订阅日历', description: '从操作人的日历中选择，或填写“创建”返回的日历 ID' },
	name: 'subscribedCalendar',
	required: true,
	description: "Chosen from the operator's calendars, or the ID that Create returned",
	placeholder: 'e.g. M5MjkxNDUxQHVzZXJzLmRpbmd0YWxrLm',
	list: defineList({
		needs: [operator],
		route: 'GET /v1.0/calendar/users/{userId}/calendars',
		request: ({ operator: userId }) => ({ path: { userId } }),
		paging: { style: 'whole', entries: 'response.calendars' },
		entry: ({ id, summary, type }) =>
			id === 'primary' || type === 'primary' ? undefined : { name: String(summary), value: String(id) },
	}),
});
