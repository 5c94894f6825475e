import { toZoned } from '../../../runtime/moment';
import { defineOperation, InputError } from '../../../runtime/operation';
import { operator } from '../../../shared/operator';
import { eventPages } from '../../locators/event';
import { maxAttendees, simplifyEvent } from './fields';

export const getAll = defineOperation({
	name: 'Get Many',
	value: 'getAll',
	action: 'Get many calendar events',
	description:
		'Get the events of a calendar, series as one. One call per 100, and per year. Get View gives every occurrence of a series.',
	zh: {
		name: '获取多个',
		action: '查询日程列表',
		description:
			'查询日历中的日程，重复日程只返回一条。每 100 条一次调用，时间每满一年另计；需要每次重复时用“日程视图”',
	},
	docs: 'https://open.dingtalk.com/document/development/query-an-event-list',
	permission: 'Calendar.Event.Read',
	route: 'GET /v1.0/calendar/users/{userId}/calendars/{calendarId}/events',
	fields: [
		{
			displayName: 'From',
			zh: { name: '开始时间不早于', description: '留空则不限' },
			name: 'from',
			type: 'dateTime',
			default: '',
			description: 'Events that start at this time or later. Empty: no limit.',
		},
		{
			displayName: 'To',
			zh: { name: '开始时间不晚于', description: '留空则不限' },
			name: 'to',
			type: 'dateTime',
			default: '',
			description: 'Events that start at this time or earlier. Empty: no limit.',
		},
		{
			displayName: 'Filters',
			zh: { name: '筛选条件', placeholder: '添加条件' },
			name: 'filters',
			type: 'collection',
			placeholder: 'Add Filter',
			default: {},
			options: [
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
			],
		},
		maxAttendees,
		operator,
	],
	// DingTalk takes at most a year from the first to the last moment: a longer time is cut.
	split: { span: { from: 'from', to: 'to', days: 365, unit: 'second' } },
	check: ({ from, to }) => {
		if (from !== undefined && to !== undefined && to < from)
			throw new InputError('To', 'is before "From"', '早于“开始时间不早于”');
	},
	request: ({ from, to, filters, maxAttendees: most, operator: userId }, { timezone }) => ({
		path: { userId, calendarId: 'primary' },
		query: {
			timeMin: from === undefined ? undefined : toZoned(from, timezone),
			timeMax: to === undefined ? undefined : toZoned(to, timezone),
			maxAttendees: most,
			...filters,
		},
	}),
	paging: eventPages,
	simplify: simplifyEvent,
});
