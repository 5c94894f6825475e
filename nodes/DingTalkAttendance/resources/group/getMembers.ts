import { defineProcedure } from '../../../runtime/operation';
import type { Json } from '../../../runtime/operation';
import { operatorUserId } from '../../../shared/operator';
import { wireNumber } from '../../../shared/wireNumber';
import { attendanceGroup, groupPaging } from '../../locators/group';

const PEOPLE = 'POST /topapi/attendance/group/memberusers/list';
const SETTINGS = 'POST /topapi/attendance/group/member/list';

/** Departments are 1, people 0; exempt ones have the flag 1; all is text. https://open.dingtalk.com/document/development/batch-query-of-attendance-group-members */
const settingOf = ({ member_id, type, atc_flag }: Json): Json => ({
	member_id,
	type: String(type) === '1' ? 'department' : 'person',
	exempt: String(atc_flag) === '1',
});

export const getMembers = defineProcedure({
	name: 'Get Members',
	value: 'getMembers',
	action: 'Get the people of an attendance group',
	description: 'Get the people of a group, or how its members are set. One call per page; DingTalk chooses its size.',
	zh: {
		name: '获取成员',
		action: '获取考勤组成员',
		description: '查询考勤组的人员，或所设置的部门和无需考勤人员。每页一次调用，页大小由钉钉决定',
	},
	docs: 'https://open.dingtalk.com/document/development/query-attendance-group-personnel-information-in-batches',
	permission: 'qyapi_attendance_group_read',
	routes: [PEOPLE, SETTINGS],
	list: true,
	fields: [
		attendanceGroup,
		{
			displayName: 'As Set Up',
			zh: { name: '按设置返回', description: '是否返回设置中的部门、人员和无需考勤人员，而不是展开后的人员' },
			name: 'settings',
			type: 'boolean',
			default: false,
			description: 'Whether to get departments, people and exempt people as they are set, instead of all people',
		},
		operatorUserId,
	],
	run: async ({ group, settings, operator, limit }, api) => {
		const parts = { body: { op_user_id: operator, group_id: wireNumber('Attendance Group', group) } };
		const paging = { ...groupPaging, first: 0 };
		if (settings) return (await api.list(SETTINGS, parts, paging, limit)).map(settingOf);
		return (await api.list(PEOPLE, parts, paging, limit)).map(({ value }) => ({ userid: value }));
	},
});
