import { LegacyError, legacy } from '../../errors';
import type { Route, World } from '../../world';
import { operation } from '../operation';

const DAY = 86_400_000;

/** Field visits: https://open.dingtalk.com/document/development/obtain-the-check-in-records-of-multiple-users, get-check-in-data */
export const checkInRoutes = (world: World): Route[] => {
	const { company, data } = world;
	const { checkIns } = data.attendance;
	const below = (id: number): number[] => [
		id,
		...company.departments.filter(({ parent_id }) => parent_id === id).flatMap(({ dept_id }) => below(dept_id)),
	];
	return [
		operation<{ userid_list: string; start_time: number; end_time: number; cursor: number; size: number }>(
			world,
			'POST /topapi/checkin/record/get',
			({ body: { userid_list, start_time, end_time, cursor, size } }) => {
				const people = userid_list.split(',');
				if (people.length > 10 || size > 100) throw legacy(40035);
				if (end_time - start_time > (people.length > 1 ? 1 : 10) * DAY) throw legacy(41041);
				const all = checkIns.filter(
					(one) => people.includes(one.userid) && one.checkin_time >= start_time && one.checkin_time <= end_time,
				);
				const next = cursor + size < all.length ? cursor + size : undefined;
				return {
					result: { page_list: all.slice(cursor, cursor + size), ...(next !== undefined && { next_cursor: next }) },
				};
			},
		),
		operation(world, 'GET /checkin/record', ({ query }) => {
			const [start, end] = [Number(query.start_time), Number(query.end_time)];
			if (end - start > 45 * DAY) throw legacy(41041);
			const departments = below(Number(query.department_id));
			const people = company.users.filter(({ dept_id_list }) => dept_id_list.some((id) => departments.includes(id)));
			if (people.length > 1000) throw new LegacyError(400002, '部门人数超过1000');
			const named = new Map(people.map(({ userid, name }) => [userid, name]));
			const all = checkIns
				.filter((one) => named.has(one.userid) && one.checkin_time >= start && one.checkin_time <= end)
				.sort((a, b) => (query.order === 'desc' ? b.checkin_time - a.checkin_time : a.checkin_time - b.checkin_time));
			const offset = Number(query.offset ?? 0);
			return {
				data: all.slice(offset, offset + Number(query.size ?? 100)).map((one) => ({
					userId: one.userid,
					name: named.get(one.userid),
					timestamp: one.checkin_time,
					place: one.place,
					detailPlace: one.detail_place,
					latitude: one.latitude,
					longitude: one.longitude,
					remark: one.remark,
					imageList: one.image_list,
				})),
			};
		}),
	];
};
