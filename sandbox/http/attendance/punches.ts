import type { Company } from '../../company';
import { LegacyError, legacy } from '../../errors';
import type { Punch } from '../../received';
import { chinaDay, chinaTime, parseChinaTime } from '../../time';
import type { Route, World } from '../../world';
import { route } from '../../world';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const WEEK = 7 * DAY;

/** Work hours of the one shift: 9:00 to 18:00. */
const ON_DUTY = 9 * HOUR;
const OFF_DUTY = 18 * HOUR;

/** Until then a punch belongs to the day before: somebody leaves late. */
const DAY_BEGINS = 4 * HOUR;

/** A punch at a time: from 4:00 to 13:30 one for coming, later and at night one for leaving. */
export const punchAt = (id: number, userid: string, checkTime: number, address: string): Punch => {
	const workDate = chinaDay(checkTime - DAY_BEGINS);
	const coming = checkTime < workDate + 13.5 * HOUR;
	const planTime = workDate + (coming ? ON_DUTY : OFF_DUTY);
	const off = coming ? checkTime > planTime : checkTime < planTime;
	const timeResult = off ? (coming ? 'Late' : 'Early') : 'Normal';
	return { id, userid, checkTime, planTime, workDate, checkType: coming ? 'OnDuty' : 'OffDuty', timeResult, address };
};

/** Two punches a day for three people over the last seven days; one of the three is late every other day. */
export const seedPunches = (now: number, nextId: () => number): Punch[] =>
	['zhangsan', 'lisi', 'user01'].flatMap((userid) =>
		[7, 6, 5, 4, 3, 2, 1].flatMap((ago) => {
			const day = chinaDay(now) - ago * DAY;
			const late = userid === 'user01' && ago % 2 === 0 ? 40 * MINUTE : -5 * MINUTE;
			return [day + ON_DUTY + late, day + OFF_DUTY + 5 * MINUTE].map((time) =>
				punchAt(nextId(), userid, time, '杭州市余杭区'),
			);
		}),
	);

const time = (text: string): number => {
	const ms = parseChinaTime(text);
	if (ms === undefined) throw legacy(41100);
	return ms;
};

const span = (from: string, to: string): [number, number] => {
	const [start, end] = [time(from), time(to)];
	if (end < start) throw legacy(41100);
	if (end - start > WEEK) throw legacy(41041);
	return [start, end];
};

const people = (userIds: string[]): Set<string> => {
	if (userIds.length === 0 || userIds.length > 50) throw legacy(40035);
	return new Set(userIds);
};

const result = ({ attendanceGroupId }: Company, one: Punch) => ({
	id: one.id + 1,
	recordId: one.id,
	planId: Math.floor(one.workDate / DAY),
	groupId: attendanceGroupId,
	userId: one.userid,
	workDate: one.workDate,
	checkType: one.checkType,
	timeResult: one.timeResult,
	locationResult: 'Normal',
	sourceType: 'USER',
	baseCheckTime: one.planTime,
	userCheckTime: one.checkTime,
});

const value = (alias: string, fallback: string, punches: Punch[]): string => {
	if (alias === 'attendance_days') return punches.length > 0 ? '1.0' : '0.0';
	if (alias === 'late_times') return String(punches.filter(({ timeResult }) => timeResult === 'Late').length);
	return fallback;
};

/** Attendance, https://open.dingtalk.com/document/development/obtain-the-attendance-update-data and its neighbours. */
export const punchRoutes = ({ company, received }: World): Route[] => {
	const known = (userid: string): string => {
		if (!company.users.some((one) => one.userid === userid)) throw legacy(33012);
		return userid;
	};
	const ofDay = (userid: string, day: number) =>
		received.punches.filter((one) => one.userid === userid && one.workDate === day);

	return [
		route<{ userid: string; work_date: string }>('POST', '/topapi/attendance/getupdatedata', ({ body }) => {
			const userid = known(body.userid);
			const day = chinaDay(time(body.work_date));
			const punches = ofDay(userid, day);
			return {
				success: true,
				result: {
					userid,
					corpId: company.corpId,
					work_date: chinaTime(day),
					approve_list: [],
					attendance_result_list: punches.map((one) => ({
						record_id: one.id,
						source_type: 'USER',
						plan_check_time: chinaTime(one.planTime),
						class_id: 709595172,
						location_method: 'MAP',
						location_result: 'Normal',
						plan_id: Math.floor(one.workDate / DAY),
						user_address: one.address,
						group_id: company.attendanceGroupId,
						user_check_time: chinaTime(one.checkTime),
						check_type: one.checkType,
						time_result: one.timeResult,
					})),
					check_record_list: punches.map((one) => ({
						record_id: one.id,
						source_type: 'USER',
						user_check_time: chinaTime(one.checkTime),
						valid_matched: true,
						user_accuracy: '15.0',
						user_longitude: '120.017267',
						user_latitude: '30.286036',
					})),
				},
			};
		}),
		route('POST', '/topapi/attendance/getattcolumns', () => ({
			result: {
				columns: company.attendanceColumns.map(({ id, name, alias }) => ({
					id,
					name,
					alias,
					type: 0,
					sub_type: 0,
					status: 0,
					expression_id: id,
				})),
			},
		})),
		route<{ userid: string; column_id_list: string; from_date: string; to_date: string }>(
			'POST',
			'/topapi/attendance/getcolumnval',
			({ body }) => {
				const userid = known(body.userid);
				const ids = body.column_id_list.split(',').map(Number);
				if (ids.length > 20) throw legacy(40035);
				const [start, end] = [time(body.from_date), time(body.to_date)];
				if (end < start) throw legacy(41100);
				if (end - start > 31 * DAY) throw new LegacyError(850012, '时间跨度不能超过31天');
				const days = Array.from(
					{ length: Math.floor((chinaDay(end) - chinaDay(start)) / DAY) + 1 },
					(_, i) => chinaDay(start) + i * DAY,
				);
				const columns = company.attendanceColumns.filter(({ id }) => ids.includes(id));
				return {
					result: {
						column_vals: columns.map(({ id, alias, value: fallback, fixed }) => ({
							column_vo: { id },
							...(fixed
								? { fixed_value: fallback, column_vals: [] }
								: {
										column_vals: days.map((day) => ({
											date: chinaTime(day),
											value: value(alias, fallback, ofDay(userid, day)),
										})),
									}),
						})),
					},
				};
			},
		),
		route<{ workDateFrom: string; workDateTo: string; userIdList: string[]; offset: number; limit: number }>(
			'POST',
			'/attendance/list',
			({ body: { workDateFrom, workDateTo, userIdList, offset, limit } }) => {
				const [start, end] = span(workDateFrom, workDateTo);
				const wanted = people(userIdList);
				if (offset < 0) throw legacy(40068);
				if (limit < 1 || limit > 50) throw legacy(40069);
				const all = received.punches.filter(
					(one) => wanted.has(one.userid) && one.workDate >= chinaDay(start) && one.workDate <= end,
				);
				return {
					recordresult: all.slice(offset, offset + limit).map((one) => result(company, one)),
					hasMore: offset + limit < all.length,
				};
			},
		),
		route<{ checkDateFrom: string; checkDateTo: string; userIds: string[] }>(
			'POST',
			'/attendance/listRecord',
			({ body: { checkDateFrom, checkDateTo, userIds } }) => {
				const [start, end] = span(checkDateFrom, checkDateTo);
				const wanted = people(userIds);
				const all = received.punches.filter(
					(one) => wanted.has(one.userid) && one.checkTime >= start && one.checkTime <= end,
				);
				return {
					recordresult: all.map((one) => {
						const { recordId, ...shared } = result(company, one);
						return {
							...shared,
							id: recordId,
							corpId: company.corpId,
							planCheckTime: one.planTime,
							gmtCreate: one.checkTime,
							gmtModified: one.checkTime,
							isLegal: one.timeResult === 'Normal' ? 'Y' : 'N',
							locationMethod: 'MAP',
							userAddress: one.address,
							userLongitude: 120.017139,
							userLatitude: 30.285413,
						};
					}),
				};
			},
		),
	];
};
