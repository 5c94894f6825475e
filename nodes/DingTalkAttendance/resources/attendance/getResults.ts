import { defineOperation } from '../../../runtime/operation';
import { people, resultFields } from './fields';

export const getResults = defineOperation({
	name: 'Get Punch Results',
	value: 'getResults',
	action: 'Get punch results',
	description:
		'Get who kept the shift: in time, late, early or absent. One call per 50 people and 7 days, more where there are over 50 results.',
	zh: {
		name: '获取打卡结果',
		action: '获取打卡结果',
		description: '查询员工是否正常、迟到、早退或缺卡。每 50 人、7 天一次调用，超过 50 条结果时再加',
	},
	docs: 'https://open.dingtalk.com/document/development/open-attendance-clock-in-data',
	permission: 'qyapi_get_attendance_data',
	route: 'POST /attendance/list',
	fields: [
		people,
		{
			displayName: 'From',
			zh: { name: '开始日期', description: '第一个工作日：按工作流时区计算的日期' },
			name: 'from',
			type: 'dateTime',
			day: true,
			required: true,
			default: '={{ $now.minus({ days: 6 }).toISO() }}',
			description: 'First work day: the calendar day of this time in the workflow’s time zone',
		},
		{
			displayName: 'To',
			zh: { name: '结束日期', description: '最后一个工作日：按工作流时区计算的日期' },
			name: 'to',
			type: 'dateTime',
			day: true,
			required: true,
			default: '={{ $now.toISO() }}',
			description: 'Last work day: the calendar day of this time in the workflow’s time zone',
		},
		resultFields,
	],
	// At most 50 people and 7 days; whole days count. https://open.dingtalk.com/document/development/open-attendance-clock-in-data
	split: { lists: { people: 50 }, span: { from: 'from', to: 'to', days: 7, unit: 'day' } },
	request: ({ people: userIdList, from, to, additionalFields: { isI18n } }) => ({
		body: {
			userIdList,
			workDateFrom: `${from} 00:00:00`,
			workDateTo: `${to} 00:00:00`,
			isI18n,
		},
	}),
	// DingTalk cannot filter: what is in time is left out here.
	flatten: (entry, { additionalFields: { onlyIrregular } }) =>
		onlyIrregular && entry.timeResult === 'Normal' ? [] : [entry],
	paging: {
		style: 'offset',
		cursor: 'offset',
		first: 0,
		size: { at: 'limit', max: 50 },
		entries: 'recordresult',
		more: 'hasMore',
	},
});
