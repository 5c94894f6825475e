import type { AttendanceGroup, Shift } from '../../data/attendance';
import { legacy } from '../../errors';
import type { Route, World } from '../../world';
import { operation } from '../operation';

interface MemberUpdate {
	add_users?: string[];
	remove_users?: string[];
	add_depts?: string[];
	remove_depts?: string[];
	add_extra_users?: string[];
	remove_extra_users?: string[];
}

/** https://open.dingtalk.com/document/development/batch-query-of-simple-information-of-the-attendance-group and its neighbours. */
export const groupRoutes = (world: World): Route[] => {
	const { company, data } = world;
	const { groups, shifts } = data.attendance;
	const group = (id: number): AttendanceGroup => {
		const found = groups.find((one) => one.id === id);
		if (!found) throw legacy(40035, 'group_id');
		return found;
	};
	const inDepartment = (wanted: readonly number[]) =>
		company.users.filter(({ dept_id_list }) => dept_id_list.some((id) => wanted.includes(id)));
	const everybody = ({ people, departments }: AttendanceGroup): string[] => [
		...people,
		...inDepartment(departments).map(({ userid }) => userid),
	];
	const short = ({ id, name }: { id: number; name: string }) => ({ id, name });
	const at = (time: string) => `1970-01-01 ${time}:00`;
	const times = ({ start, end, across }: Shift) => [
		{ check_type: 'OnDuty', check_time: at(start), across: 0 },
		{ check_type: 'OffDuty', check_time: at(end), across },
	];
	const page = (list: unknown[], cursor = 0, size = 200) => {
		const more = cursor + size < list.length;
		return { result: list.slice(cursor, cursor + size), has_more: more, ...(more && { cursor: cursor + size }) };
	};
	const remove = (list: string[], gone: string[] = []) => list.filter((one) => !gone.includes(one));
	const add = (list: string[], more: string[] = []) => [...new Set([...list, ...more])];

	return [
		operation<{ cursor?: number }>(world, 'POST /topapi/attendance/group/minimalism/list', ({ body: { cursor } }) => ({
			result: page(groups.map(short), cursor),
			success: true,
		})),
		operation<{ group_name: string }>(world, 'POST /topapi/attendance/group/search', ({ body: { group_name } }) => ({
			result: groups.filter(({ name }) => name.includes(group_name)).map(short),
			success: true,
		})),
		operation<{ offset?: number; size?: number }>(
			world,
			'POST /topapi/attendance/getsimplegroups',
			({ body: { offset = 0, size = 10 } }) => ({
				result: {
					groups: groups.slice(offset, offset + size).map((one) => ({
						group_id: one.id,
						group_name: one.name,
						type: one.type,
						member_count: everybody(one).length,
						user_ids: one.people,
						dept_ids: one.departments,
					})),
					has_more: offset + size < groups.length,
				},
			}),
		),
		operation<{ group_id: number }>(world, 'POST /topapi/attendance/group/query', ({ body: { group_id } }) => {
			const one = group(group_id);
			return {
				result: {
					id: one.id,
					name: one.name,
					type: one.type,
					member_count: everybody(one).length,
					owner_user_id: company.users[0]?.userid,
					manager_list: `[${company.users[0]?.userid ?? ''}]`,
					shift_ids: one.shifts,
					work_day_list: [0, 1, 1, 1, 1, 1, 0].map((works) => works * (one.shifts[0] ?? 0)),
				},
				success: true,
			};
		}),
		operation<{ userid: string }>(world, 'POST /topapi/attendance/getusergroup', ({ body: { userid } }) => {
			const one = groups.find((each) => everybody(each).includes(userid));
			if (!one) return { result: {} };
			const classes = shifts.filter(({ id }) => one.shifts.includes(id));
			return {
				result: {
					group_id: one.id,
					name: one.name,
					type: one.type,
					classes: classes.map((shift) => ({
						class_id: shift.id,
						name: shift.name,
						sections: [{ times: times(shift) }],
						setting: { rest_begin_time: { check_time: at('12:00') }, rest_end_time: { check_time: at('13:00') } },
					})),
				},
			};
		}),
		operation<{ group_id: number; cursor?: number }>(
			world,
			'POST /topapi/attendance/group/memberusers/list',
			({ body: { group_id, cursor } }) => ({ result: page(everybody(group(group_id)), cursor, 50), success: true }),
		),
		operation<{ group_id: number; cursor?: number }>(
			world,
			'POST /topapi/attendance/group/member/list',
			({ body: { group_id, cursor } }) => {
				const { people, departments, exempt } = group(group_id);
				const members = [
					...people.map((id) => ({ member_id: id, type: '0', atc_flag: exempt.includes(id) ? '1' : '0' })),
					...departments.map((id) => ({ member_id: String(id), type: '1', atc_flag: '0' })),
				];
				return { result: page(members, cursor), success: true };
			},
		),
		operation<{ group_id: number; update_param: MemberUpdate }>(
			world,
			'POST /topapi/attendance/group/member/update',
			({ body: { group_id, update_param } }) => {
				const one = group(group_id);
				if (Object.values(update_param).some((list: string[]) => list.length > 20)) throw legacy(40035, 'update_param');
				for (const other of groups) other.people = remove(other.people, update_param.add_users);
				one.people = add(remove(one.people, update_param.remove_users), update_param.add_users);
				one.exempt = add(remove(one.exempt, update_param.remove_extra_users), update_param.add_extra_users);
				one.departments = add(
					remove(one.departments.map(String), update_param.remove_depts),
					update_param.add_depts,
				).map(Number);
				return { success: true };
			},
		),
		operation<{ cursor?: number }>(world, 'POST /topapi/attendance/shift/list', ({ body: { cursor } }) => ({
			result: page(shifts.map(short), cursor),
			success: true,
		})),
		operation<{ shift_name: string }>(world, 'POST /topapi/attendance/shift/search', ({ body: { shift_name } }) => ({
			result: shifts.filter(({ name }) => name.includes(shift_name)).map(short),
			success: true,
		})),
		operation<{ shift_id: number }>(world, 'POST /topapi/attendance/shift/query', ({ body: { shift_id } }) => {
			const one = shifts.find(({ id }) => id === shift_id);
			if (!one) throw legacy(40035, 'shift_id');
			return {
				result: {
					id: one.id,
					name: one.name,
					owner: company.users[0]?.userid,
					sections: [
						{
							id: one.id + 1,
							punches: times(one),
							rests: [
								{ check_type: 'OnDuty', check_time: at('12:00'), across: 0 },
								{ check_type: 'OffDuty', check_time: at('13:00'), across: 0 },
							],
						},
					],
					shift_setting: { work_time_minutes: 480, attend_days: '1' },
				},
				success: true,
			};
		}),
	];
};
