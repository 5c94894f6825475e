import { legacy } from '../../errors';
import { chinaDay, chinaTime } from '../../time';
import type { Route, World } from '../../world';
import { operation } from '../operation';

const DAY = 86_400_000;

interface Schedule {
	userid: string;
	work_date: number;
	shift_id: number;
	is_rest?: boolean;
}

const clock = (time: string): number => {
	const [hours = 0, minutes = 0] = time.split(':').map(Number);
	return (hours * 60 + minutes) * 60_000;
};

/** https://open.dingtalk.com/document/development/query-batch-scheduling-information and its neighbours. */
export const scheduleRoutes = (world: World): Route[] => {
	const { company, data, now } = world;
	const { groups, shifts, schedule } = data.attendance;
	const key = (userid: string, day: number) => `${userid} ${chinaTime(day).slice(0, 10)}`;
	const groupOf = (userid: string) => {
		const departments = company.users.find((one) => one.userid === userid)?.dept_id_list ?? [];
		return groups.find((one) => one.people.includes(userid) || one.departments.some((id) => departments.includes(id)));
	};
	/** The two planned punches of a day, or one entry for a rest; nobody without a group or a schedule has any. */
	const planned = (userid: string, day: number) => {
		const group = groupOf(userid);
		if (!group) return [];
		const weekday = new Date(day + 8 * 3_600_000).getUTCDay();
		const usual = group.type === 'FIXED' ? (weekday % 6 === 0 ? 0 : group.shifts[0]) : undefined;
		const id = schedule.get(key(userid, day)) ?? usual;
		if (id === undefined) return [];
		const shift = shifts.find((one) => one.id === id);
		const common = { userid, work_date: chinaTime(day), group_id: group.id, shift_id: shift?.id ?? 0 };
		const planId = Math.floor(day / DAY) * 10;
		if (!shift) return [{ ...common, id: planId, check_type: 'OnDuty', is_rest: 'Y', plan_check_time: chinaTime(day) }];
		const at = (time: string, across: number) => chinaTime(day + clock(time) + across * DAY);
		return [
			{ ...common, id: planId, check_type: 'OnDuty', is_rest: 'N', plan_check_time: at(shift.start, 0) },
			{ ...common, id: planId + 1, check_type: 'OffDuty', is_rest: 'N', plan_check_time: at(shift.end, shift.across) },
		];
	};
	const near = (day: number) => Math.abs(day - now()) <= 181 * DAY;

	return [
		operation<{ userids: string; from_date_time: number; to_date_time: number }>(
			world,
			'POST /topapi/attendance/schedule/listbyusers',
			({ body: { userids, from_date_time: from, to_date_time: to } }) => {
				const people = userids.split(',');
				if (people.length > 50) throw legacy(40035, 'userids');
				if (to < from || to - from > 7 * DAY || !near(from)) throw legacy(41041);
				const days: number[] = [];
				for (let day = chinaDay(from); day <= to; day += DAY) days.push(day);
				return { result: people.flatMap((userid) => days.flatMap((day) => planned(userid, day))), success: true };
			},
		),
		operation<{ workDate: string; offset?: number; size?: number }>(
			world,
			'POST /topapi/attendance/listschedule',
			({ body: { workDate, offset = 0, size = 200 } }) => {
				const day = chinaDay(Date.parse(`${workDate.replace(' ', 'T')}+08:00`));
				const all = company.users
					.flatMap(({ userid }) => planned(userid, day))
					.filter(({ is_rest }) => is_rest === 'N')
					.map(({ id, userid, check_type, plan_check_time, shift_id, group_id }) => ({
						plan_id: id,
						userid,
						check_type,
						plan_check_time,
						class_id: shift_id,
						group_id,
					}));
				return { result: { schedules: all.slice(offset, offset + size), has_more: offset + size < all.length } };
			},
		),
		operation<{ group_id: number; schedules: Schedule[] }>(
			world,
			'POST /topapi/attendance/group/schedule/async',
			({ body: { group_id, schedules } }) => {
				const group = groups.find(({ id }) => id === group_id);
				if (group?.type !== 'TURN') throw legacy(40035, 'group_id');
				if (schedules.length > 200) throw legacy(40035, 'schedules');
				for (const { userid, work_date, shift_id, is_rest } of schedules) {
					if (is_rest ? shift_id !== 1 : shift_id !== -2 && !group.shifts.includes(shift_id))
						throw legacy(40035, 'shift_id');
					if (!near(work_date)) throw legacy(41100);
					const day = key(userid, chinaDay(work_date));
					if (shift_id === -2) schedule.delete(day);
					else schedule.set(day, is_rest ? 0 : shift_id);
				}
				return { success: true };
			},
		),
	];
};
