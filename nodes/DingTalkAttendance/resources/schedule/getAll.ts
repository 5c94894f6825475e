import { defineOperation } from '../../../runtime/operation';
import { pick } from '../../../runtime/pick';
import { operatorUserId } from '../../../shared/operator';
import { dayEnd, dayStart } from '../../flows/days';
import { firstDay, lastDay, manyPeople } from '../../fields/people';

export const getAll = defineOperation({
	name: 'Get Many',
	value: 'getAll',
	action: 'Get the schedule of people',
	description:
		'Get when people should come and go, by planned punch. One call per 50 people and 7 days, within 180 days. A rest day has shift_id 0 or is_rest Y; the two punches of a day share work_date.',
	zh: {
		name: '获取多个',
		action: '获取人员排班',
		description:
			'查询人员的排班，每次应打卡一个数据项。每 50 人、7 天一次调用，限 180 天内。休息日 shift_id 为 0 或 is_rest 为 Y，同一天的打卡 work_date 相同',
	},
	docs: 'https://open.dingtalk.com/document/development/query-batch-scheduling-information',
	permission: 'qyapi_attendance_group_read',
	route: 'POST /topapi/attendance/schedule/listbyusers',
	safe: true,
	fields: [manyPeople, firstDay, lastDay, operatorUserId],
	// At most 50 people and 7 days. https://open.dingtalk.com/document/development/query-batch-scheduling-information
	split: { lists: { people: 50 }, span: { from: 'from', to: 'to', days: 7, unit: 'day' } },
	request: ({ people, from, to, operator }) => ({
		body: {
			op_user_id: operator,
			userids: people.join(','),
			from_date_time: dayStart(from),
			to_date_time: dayEnd(to),
		},
	}),
	paging: { style: 'whole', entries: 'result' },
	simplify: (entry) =>
		pick(entry, ['id', 'userid', 'work_date', 'check_type', 'plan_check_time', 'shift_id', 'group_id', 'is_rest']),
});
