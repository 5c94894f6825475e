import { defineProcedure, InputError, type Json } from '../../../runtime/operation';
import { departmentModes } from '../../../shared/department';
import { operatorUserId } from '../../../shared/operator';
import { personModes } from '../../../shared/person';
import { wireNumber } from '../../../shared/wireNumber';
import { attendanceGroup } from '../../locators/group';

const UPDATE = 'POST /topapi/attendance/group/member/update';
/** Entries of each list in one call. https://open.dingtalk.com/document/development/attendance-group-member-update */
const MOST = 20;

/** The lists cut side by side: call n has the n-th 20 of each. */
function slices(changes: Readonly<Record<string, readonly string[] | undefined>>): Json[] {
	const lists = Object.entries(changes).flatMap(([name, ids = []]) => (ids.length > 0 ? [{ name, ids }] : []));
	const calls = Math.max(0, ...lists.map(({ ids }) => Math.ceil(ids.length / MOST)));
	return Array.from({ length: calls }, (_, index) =>
		Object.fromEntries(
			lists
				.map(({ name, ids }) => [name, ids.slice(index * MOST, (index + 1) * MOST)] as const)
				.filter(([, ids]) => ids.length > 0),
		),
	);
}

export const updateMembers = defineProcedure({
	name: 'Update Members',
	value: 'updateMembers',
	action: 'Add or remove members of an attendance group',
	description:
		'Add people or departments to a group, or take them out. One call per 20 of the longest list. A person belongs to one group only: who is added leaves the other one.',
	zh: {
		name: '更新成员',
		action: '更新考勤组成员',
		description:
			'添加或移除考勤组的人员、部门及无需考勤人员。每 20 个（按最长的列表）一次调用；一个人只能属于一个考勤组',
	},
	docs: 'https://open.dingtalk.com/document/development/attendance-group-member-update',
	permission: 'qyapi_attendance_group_manage',
	routes: [UPDATE],
	fields: [
		attendanceGroup,
		{
			displayName: 'Changes',
			zh: { name: '变更', placeholder: '添加变更' },
			name: 'changes',
			type: 'collection',
			placeholder: 'Add Change',
			default: {},
			options: [
				{
					displayName: 'Add Departments',
					zh: { name: '添加部门', description: '一个部门，或用逗号分隔的多个 ID' },
					name: 'addDepartments',
					type: 'resourceLocator',
					list: true,
					digits: true,
					default: { mode: 'list', value: '' },
					modes: departmentModes,
					description: 'One department, or several IDs separated by commas',
				},
				{
					displayName: 'Add Exempt People',
					zh: { name: '添加无需考勤人员', description: '一个人，或用逗号分隔的多个 ID' },
					name: 'addExempt',
					type: 'resourceLocator',
					person: 'userId',
					many: true,
					default: { mode: 'list', value: '' },
					modes: personModes,
					description: 'One person, or several IDs separated by commas',
				},
				{
					displayName: 'Add People',
					zh: { name: '添加人员', description: '一个人，或用逗号分隔的多个 ID' },
					name: 'addPeople',
					type: 'resourceLocator',
					person: 'userId',
					many: true,
					default: { mode: 'list', value: '' },
					modes: personModes,
					description: 'One person, or several IDs separated by commas',
				},
				{
					displayName: 'Remove Departments',
					zh: { name: '移除部门', description: '一个部门，或用逗号分隔的多个 ID' },
					name: 'removeDepartments',
					type: 'resourceLocator',
					list: true,
					digits: true,
					default: { mode: 'list', value: '' },
					modes: departmentModes,
					description: 'One department, or several IDs separated by commas',
				},
				{
					displayName: 'Remove Exempt People',
					zh: { name: '移除无需考勤人员', description: '一个人，或用逗号分隔的多个 ID' },
					name: 'removeExempt',
					type: 'resourceLocator',
					person: 'userId',
					many: true,
					default: { mode: 'list', value: '' },
					modes: personModes,
					description: 'One person, or several IDs separated by commas',
				},
				{
					displayName: 'Remove People',
					zh: { name: '移除人员', description: '一个人，或用逗号分隔的多个 ID' },
					name: 'removePeople',
					type: 'resourceLocator',
					person: 'userId',
					many: true,
					default: { mode: 'list', value: '' },
					modes: personModes,
					description: 'One person, or several IDs separated by commas',
				},
			],
		},
		{
			displayName: 'Schedule From',
			zh: { name: '排班开始', description: '从哪天开始按新考勤组排班' },
			name: 'scheduleFrom',
			type: 'options',
			default: 1,
			options: [
				{ name: 'Today', value: 0, zh: '今天' },
				{ name: 'Tomorrow', value: 1, zh: '明天' },
			],
			description: 'From when the group’s schedule is theirs',
		},
		operatorUserId,
	],
	plan: ({ group, changes, scheduleFrom, operator }) => {
		const updates = slices({
			add_users: changes.addPeople,
			remove_users: changes.removePeople,
			add_depts: changes.addDepartments,
			remove_depts: changes.removeDepartments,
			add_extra_users: changes.addExempt,
			remove_extra_users: changes.removeExempt,
		});
		if (updates.length === 0)
			throw new InputError('Changes', 'are empty: add at least one', '为空：请至少添加一项变更');
		return {
			group_id: wireNumber('Attendance Group', group),
			op_user_id: operator,
			schedule_flag: scheduleFrom,
			updates,
		};
	},
	run: async ({ updates, ...around }, api) => {
		for (const update_param of updates) await api.call(UPDATE, { body: { ...around, update_param } }, { safe: true });
		return { group_id: String(around.group_id), success: true };
	},
});
