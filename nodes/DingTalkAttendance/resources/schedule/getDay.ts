import { defineOperation } from '../../../runtime/operation';
import { pick } from '../../../runtime/pick';

export const getDay = defineOperation({
	name: 'Get Day',
	value: 'getDay',
	action: 'Get the schedule of everyone on a day',
	description:
		'Get the planned punches of the whole organization on a day. One call per 200 of them. Here the shift is class_id, in Get Many it is shift_id.',
	zh: {
		name: '获取当日排班',
		action: '获取企业当日排班',
		description: '查询企业某天所有人员的应打卡信息。每 200 条一次调用。此处班次为 class_id，“获取多个”中为 shift_id',
	},
	docs: 'https://open.dingtalk.com/document/development/interface-for-daily-full-query-of-attendance-scheduling-information',
	permission: 'qyapi_base',
	route: 'POST /topapi/attendance/listschedule',
	safe: true,
	fields: [
		{
			displayName: 'Work Date',
			zh: { name: '工作日', description: '按工作流时区计算的日期' },
			name: 'workDate',
			type: 'dateTime',
			day: true,
			required: true,
			default: '={{ $now.toISO() }}',
			description: "The calendar day of this time in the workflow's time zone",
		},
	],
	request: ({ workDate }) => ({ body: { workDate: `${workDate} 00:00:00` } }),
	paging: {
		style: 'offset',
		cursor: 'offset',
		first: 0,
		size: { at: 'size', max: 200 },
		entries: 'result.schedules',
		more: 'result.has_more',
	},
	simplify: (entry) =>
		pick(entry, [
			'plan_id',
			'userid',
			'check_type',
			'plan_check_time',
			'changed_check_time',
			'class_id',
			'group_id',
			'approve_id',
		]),
});
