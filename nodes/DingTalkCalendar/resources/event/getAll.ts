import { toZoned } from '../../../runtime/moment';
import { defineOperation, InputError } from '../../../runtime/operation';
import type { Paging } from '../../../protocol/paging';
import { operator } from '../../../shared/operator';
import { maxAttendees, simplifyEvent } from './fields';

/** At most 100 a page. https://open.dingtalk.com/document/development/query-an-event-list */
export const eventPages: Paging = {
	style: 'token',
	cursor: 'nextToken',
	size: { at: 'maxResults', max: 100 },
	entries: 'events',
	next: 'nextToken',
};

/** Longest range of one call. */
const YEAR = 365 * 86_400_000;

export const getAll = defineOperation({
	name: 'Get Many',
	value: 'getAll',
	action: 'Get many calendar events',
	description:
		'Get the events of a calendar, series as one. One call per 100. Get View gives every occurrence of a series.',
	zh: {
		name: '获取多个',
		action: '查询日程列表',
		description: '查询日历中的日程，重复日程只返回一条。每 100 条一次调用；需要每次重复时用“日程视图”',
	},
	docs: 'https://open.dingtalk.com/document/development/query-an-event-list',
	permission: 'Calendar.Event.Read',
	route: 'GET /v1.0/calendar/users/{userId}/calendars/{calendarId}/events',
	fields: [
		{
			displayName: 'Filters',
			zh: { name: '筛选条件', placeholder: '添加条件' },
			name: 'filters',
			type: 'collection',
			placeholder: 'Add Filter',
			default: {},
			options: [
				{
					displayName: 'From',
					zh: { name: '开始时间不早于', description: '与结束条件相距最多一年' },
					name: 'from',
					type: 'dateTime',
					default: '',
					description: 'Events that start at this time or later; at most a year before To',
				},
				{
					displayName: 'Series ID',
					zh: { name: '重复日程 ID', description: '只返回该重复日程的例外' },
					name: 'seriesMasterId',
					type: 'string',
					id: true,
					default: '',
					description: 'Only what belongs to this series',
				},
				{
					displayName: 'Show Deleted',
					zh: { name: '包含已删除', description: '是否返回已删除的日程' },
					name: 'showDeleted',
					type: 'boolean',
					default: true,
					description: 'Whether deleted events are returned too',
				},
				{
					displayName: 'To',
					zh: { name: '开始时间不晚于', description: '与开始条件相距最多一年' },
					name: 'to',
					type: 'dateTime',
					default: '',
					description: 'Events that start at this time or earlier; at most a year after From',
				},
			],
		},
		maxAttendees,
		operator,
	],
	request: ({ filters: { from, to, ...rest }, maxAttendees: most, operator: userId }, { timezone }) => {
		if (from !== undefined && to !== undefined && to < from)
			throw new InputError('To', 'must not be before From', '不能早于开始条件');
		if (from !== undefined && to !== undefined && to - from > YEAR)
			throw new InputError('To', 'is more than a year after From', '与开始条件相距超过一年');
		return {
			path: { userId, calendarId: 'primary' },
			query: {
				timeMin: from === undefined ? undefined : toZoned(from, timezone),
				timeMax: to === undefined ? undefined : toZoned(to, timezone),
				maxAttendees: most,
				...rest,
			},
		};
	},
	paging: eventPages,
	simplify: simplifyEvent,
});
