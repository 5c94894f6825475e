import { isObject } from '../../../protocol/json';
import { toZoned } from '../../../runtime/moment';
import { defineOperation, InputError } from '../../../runtime/operation';
import { operator } from '../../../shared/operator';
import { personModes } from '../../../shared/person';

export const getAvailability = defineOperation({
	name: 'Get Availability',
	value: 'getAvailability',
	action: 'Get when people are busy',
	description: 'Get when people are busy. One call per 20 people, one item per person. Whole-day times are in UTC.',
	zh: {
		name: '查询忙闲',
		action: '查询员工忙闲',
		description: '查询员工的忙闲。每 20 人一次调用，每人一条结果；全天日程的时间为 UTC',
	},
	docs: 'https://open.dingtalk.com/document/development/free-schedule',
	permission: 'Calendar.EventSchedule.Read',
	route: 'POST /v1.0/calendar/users/{userId}/querySchedule',
	fields: [
		{
			displayName: 'People',
			zh: { name: '人员', description: '一个人，或用逗号分隔的多个 ID' },
			name: 'people',
			type: 'resourceLocator',
			person: 'unionId',
			many: true,
			required: true,
			default: { mode: 'list', value: '' },
			modes: personModes,
			description: 'Whose time: one person, or several IDs separated by commas',
		},
		{ displayName: 'From', zh: '开始时间', name: 'from', type: 'dateTime', required: true, default: '={{ $now }}' },
		{
			displayName: 'To',
			zh: '结束时间',
			name: 'to',
			type: 'dateTime',
			required: true,
			default: '={{ $now.plus(1, "day") }}',
		},
		operator,
	],
	split: { lists: { people: 20 } },
	request: ({ people: userIds, from, to, operator: userId }, { timezone }) => {
		if (to <= from) throw new InputError('To', 'must be after From', '必须晚于开始时间');
		return {
			path: { userId },
			body: { userIds, startTime: toZoned(from, timezone), endTime: toZoned(to, timezone) },
		};
	},
	partial: ({ scheduleInformation }) => {
		const people = (Array.isArray(scheduleInformation) ? scheduleInformation : []).filter(isObject);
		const isRefused = ({ error }: { error?: unknown }) => typeof error === 'string' && error !== '';
		return {
			ok: people.filter((one) => !isRefused(one)),
			failed: people.filter(isRefused).map(({ userId, error }) => ({ entry: String(userId), message: String(error) })),
		};
	},
});
