import { at } from '../../../protocol/paging';
import { defineOperation } from '../../../runtime/operation';
import { pick } from '../../../runtime/pick';
import { operatorUserId } from '../../../shared/operator';
import { wireNumber } from '../../../shared/wireNumber';
import { attendanceGroup } from '../../locators/group';

/** The list of managers is text that looks like a list: `[user456, user01]`. https://open.dingtalk.com/document/development/query-a-single-attendance-group */
const managers = (text: unknown): unknown =>
	typeof text === 'string'
		? text
				.replace(/^\[|\]$/g, '')
				.split(',')
				.map((one) => one.trim().replace(/^"|"$/g, ''))
				.filter((one) => one !== '')
		: text;

export const get = defineOperation({
	name: 'Get',
	value: 'get',
	action: 'Get an attendance group',
	description:
		'Get an attendance group with shifts, places and managers. One call. The list work_day_list has the shift of each day from Sunday on, 0 for rest.',
	zh: {
		name: '获取',
		action: '获取考勤组',
		description: '查询考勤组的班次、地点和负责人。一次调用；work_day_list 为周日起每天的班次 ID，0 为休息',
	},
	docs: 'https://open.dingtalk.com/document/development/query-a-single-attendance-group',
	permission: 'qyapi_attendance_group_read',
	route: 'POST /topapi/attendance/group/query',
	safe: true,
	fields: [attendanceGroup, operatorUserId],
	request: ({ group, operator }) => ({
		body: { op_user_id: operator, group_id: wireNumber('Attendance Group', group) },
	}),
	output: (answer) => Object.assign({}, at(answer, 'result')),
	simplify: (group) => ({
		...pick(group, ['id', 'name', 'type', 'member_count', 'owner_user_id', 'shift_ids', 'work_day_list']),
		manager_list: managers(group.manager_list),
	}),
});
