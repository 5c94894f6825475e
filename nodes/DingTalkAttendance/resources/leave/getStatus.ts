import { defineOperation } from '../../../runtime/operation';
import { pick } from '../../../runtime/pick';
import { fromHundredths } from '../../flows/hundredths';
import { fromTime, manyPeople, toTime } from '../../fields/people';

export const getStatus = defineOperation({
	name: 'Get Status',
	value: 'getStatus',
	action: 'Get who is on leave',
	description: 'Get who is away and how long, one item per leave. One call per 100 people, 180 days and 20 leaves.',
	zh: {
		name: '获取请假状态',
		action: '获取请假状态',
		description: '查询人员的请假时间和时长，每次请假一个数据项。每 100 人、180 天、20 条一次调用',
	},
	docs: 'https://open.dingtalk.com/document/development/query-status',
	permission: 'qyapi_get_attendance_data',
	route: 'POST /topapi/attendance/getleavestatus',
	safe: true,
	fields: [manyPeople, fromTime, toTime],
	// At most 100 people and 180 days. https://open.dingtalk.com/document/development/query-status
	split: { lists: { people: 100 }, span: { from: 'from', to: 'to', days: 180, unit: 'millisecond' } },
	request: ({ people, from, to }) => ({
		body: { userid_list: people.join(','), start_time: from, end_time: to },
	}),
	paging: {
		style: 'offset',
		cursor: 'offset',
		first: 0,
		size: { at: 'size', max: 20 },
		entries: 'result.leave_status',
		more: 'result.has_more',
	},
	simplify: (leave) => ({
		...pick(leave, ['userid', 'start_time', 'end_time', 'leave_code']),
		duration: fromHundredths(leave.duration_percent),
		unit: leave.duration_unit === 'percent_hour' ? 'hour' : 'day',
	}),
});
