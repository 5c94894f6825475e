import { toZoned } from '../../../runtime/moment';
import { defineOperation, InputError } from '../../../runtime/operation';
import { operator } from '../../../shared/operator';
import { calendar } from '../../locators/calendar';
import { eventPages } from '../../locators/event';
import { maxAttendees, simplifyEvent } from './fields';

export const getView = defineOperation({
	name: 'Get View',
	value: 'getView',
	action: 'Get a calendar view with every occurrence',
	description:
		'Get what a calendar shows between two times. One call per 100. Every occurrence of a series is an item.',
	zh: {
		name: '日程视图',
		action: '查询日程视图',
		description: '查询一段时间内日历显示的日程。每 100 条一次调用；重复日程的每次重复各一条',
	},
	docs: 'https://open.dingtalk.com/document/development/query-schedule-view',
	permission: 'Calendar.Event.Read',
	route: 'GET /v1.0/calendar/users/{userId}/calendars/{calendarId}/eventsview',
	fields: [
		{ displayName: 'From', zh: '开始时间', name: 'from', type: 'dateTime', required: true, default: '={{ $now }}' },
		{
			displayName: 'To',
			zh: '结束时间',
			name: 'to',
			type: 'dateTime',
			required: true,
			default: '={{ $now.plus(7, "days") }}',
		},
		calendar,
		maxAttendees,
		operator,
	],
	request: ({ from, to, calendar: calendarId = 'primary', maxAttendees: most, operator: userId }, { timezone }) => {
		if (to <= from) throw new InputError('To', 'must be after From', '必须晚于开始时间');
		return {
			path: { userId, calendarId },
			query: { timeMin: toZoned(from, timezone), timeMax: toZoned(to, timezone), maxAttendees: most },
		};
	},
	paging: eventPages,
	simplify: simplifyEvent,
});
