import type { Dismissal } from '../../data/hr';
import { ApiError } from '../../errors';
import type { Route, World } from '../../world';
import { operation } from '../operation';
import { fileOf } from './roster';

interface Sent {
	userId: string;
	lastWorkDate: number;
	terminationReasonVoluntary?: string[];
	terminationReasonPassive?: string[];
	remark?: string;
	dismissionMemo?: string;
}

interface Confirm extends Sent {
	optUserId: string;
	aflowHandOverUserId?: string;
	docNoteHandoverUserId?: string;
	dingPanHandoverUserId?: string;
	permissionHandoverUserId?: string;
	directSubordinatesHandoverUserId?: string;
}

const MOST = 50;
const YEAR = 365 * 86_400_000;
const invalid = (message = '参数错误') => new ApiError('invalidParameter', message);
const business = (message: string) => new ApiError('businessError', message);
const key = (list: string, index: number) => `${list}${index + 1}`;

/** Somebody has left: the organization remembers it, whoever removed the person. */
export const noteDeparture = (
	{ data, now }: World,
	{ userid, name, mobile }: { userid: string; name: string; mobile: string },
	reason: 'oapi' | 'delete' = 'oapi',
): void => void data.hr.departures.unshift({ userId: userid, name, mobile, at: now(), reason });

/** People who leave or have left. https://open.dingtalk.com/document/development/api-empstartdismission and its neighbours */
export const leavingRoutes = (world: World): Route[] => {
	const { company, data, now } = world;
	const { dismissals, reasons } = data.hr;
	const leaving = (userId: string): Dismissal => {
		const found = dismissals.find((one) => one.userId === userId && one.status === 1);
		if (!found) throw business('员工不在待离职列表');
		return found;
	};
	const named = (list: 'voluntary' | 'passive', ids: string[] = []): string[] =>
		ids.map((id) => {
			const name = reasons[list].find((_, index) => key(list, index) === id);
			if (name === undefined) throw invalid('离职原因不存在');
			return name;
		});
	const person = (userId: string) => {
		const found = company.users.find(({ userid }) => userid === userId);
		if (!found) throw new ApiError('empNotExists', '员工不存在');
		return found;
	};
	const file = (sent: Sent): Dismissal => ({
		userId: sent.userId,
		name: person(sent.userId).name,
		departments: person(sent.userId).dept_id_list,
		lastWorkDay: sent.lastWorkDate,
		memo: sent.dismissionMemo ?? sent.remark ?? '',
		voluntary: named('voluntary', sent.terminationReasonVoluntary),
		passive: named('passive', sent.terminationReasonPassive),
		before: fileOf(world, sent.userId).status,
		status: 1,
	});
	const department = (id: number) => company.departments.find(({ dept_id }) => dept_id === id)?.name ?? '';
	const stranger = () => new ApiError('empNotExists', '员工不存在');
	const done = { result: true, success: true };
	return [
		operation<Sent>(
			world,
			'POST /v1.0/hrm/pendingDismission/start',
			({ body }) => {
				if (dismissals.some((one) => one.userId === body.userId && one.status === 1))
					throw business('员工已在待离职列表');
				dismissals.push(file(body));
				fileOf(world, body.userId).status = 5;
				world.push('hrm_user_record_change', { staffId: body.userId });
				return done;
			},
			{ stranger },
		),
		operation<Sent>(world, 'PUT /v1.0/hrm/pendingDismission/infos', ({ body }) => {
			const one = leaving(body.userId);
			one.lastWorkDay = body.lastWorkDate;
			one.memo = body.dismissionMemo ?? one.memo;
			if (body.terminationReasonVoluntary) one.voluntary = named('voluntary', body.terminationReasonVoluntary);
			if (body.terminationReasonPassive) one.passive = named('passive', body.terminationReasonPassive);
			return done;
		}),
		operation<{ userId: string }>(world, 'POST /v1.0/hrm/pendingDismission/revoke', ({ body: { userId } }) => {
			const one = leaving(userId);
			dismissals.splice(dismissals.indexOf(one), 1);
			fileOf(world, userId).status = one.before;
			return done;
		}),
		operation<Confirm>(
			world,
			'POST /v1.0/hrm/processes/terminateAndHandOver',
			({ body }) => {
				const { userId, optUserId, lastWorkDate, dismissionMemo, ...more } = body;
				const { terminationReasonVoluntary: own, terminationReasonPassive: passive, ...heirs } = more;
				const leaver = person(userId);
				if (optUserId === userId || Object.values(heirs).includes(userId)) throw invalid();
				if ((own ?? []).length + (passive ?? []).length === 0) throw invalid();
				if (leaver.admin) throw business('主管理员不能离职');
				const known = dismissals.findIndex((one) => one.userId === userId && one.status === 1);
				if (known >= 0) dismissals.splice(known, 1);
				dismissals.push({ ...file({ ...body, lastWorkDate, dismissionMemo }), status: 2 });
				company.users.splice(company.users.indexOf(leaver), 1);
				data.hr.files.splice(data.hr.files.indexOf(fileOf(world, userId)), 1);
				noteDeparture(world, leaver);
				world.push('user_leave_org', { userId: [userId] });
				return { result: true };
			},
			{ stranger },
		),
		operation(world, 'GET /v1.0/hrm/dismission/reasons', () => ({
			success: true,
			result: {
				voluntaryList: reasons.voluntary.map((name, index) => ({ id: key('voluntary', index), name })),
				passiveList: reasons.passive.map((name, index) => ({ id: key('passive', index), name })),
			},
		})),
		operation(world, 'GET /v1.0/hrm/employees/dismissions', ({ query: { nextToken = '0', maxResults = '30' } }) => {
			const [from, size] = [Number(nextToken), Number(maxResults)];
			if (size > MOST) throw invalid();
			const gone = dismissals.filter(({ status }) => status === 2);
			// The token is there on the last page too: `hasMore` decides.
			return {
				userIdList: gone.slice(from, from + size).map(({ userId }) => userId),
				hasMore: from + size < gone.length,
				nextToken: from + size,
			};
		}),
		operation(world, 'GET /v1.0/hrm/employees/dimissionInfos', ({ query: { userIdList = '[]' } }) => {
			const ids = JSON.parse(userIdList) as string[];
			if (ids.length < 1 || ids.length > MOST) throw invalid('员工 id列表大小不在[1,50]范围');
			return {
				result: ids.map((userId) => {
					const one = dismissals.find((entry) => entry.userId === userId);
					if (!one) return { userId, status: 3 };
					const [main = 0] = one.departments;
					return {
						userId,
						name: one.name,
						lastWorkDay: one.lastWorkDay,
						deptList: one.departments.map((dept_id) => ({ dept_id, dept_path: department(dept_id) })),
						mainDeptId: main,
						mainDeptName: department(main),
						reasonMemo: one.memo,
						preStatus: one.before,
						status: one.status,
						voluntaryReason: one.voluntary,
						passiveReason: one.passive,
					};
				}),
			};
		}),
		operation(
			world,
			'GET /v1.0/contact/empLeaveRecords',
			({ query: { startTime = '', endTime, nextToken = '0', maxResults = '50' } }) => {
				const [from, to] = [Date.parse(startTime), endTime === undefined ? now() : Date.parse(endTime)];
				if (!(to - from <= YEAR) || Number(maxResults) > MOST)
					throw new ApiError('invalidParameter.param.invalid', '入参错误：startTime, endTime');
				const found = data.hr.departures.filter(({ at }) => at >= from && at <= to);
				const [start, size] = [Number(nextToken), Number(maxResults)];
				return {
					records: found.slice(start, start + size).map(({ userId, name, mobile, at, reason }) => ({
						userId,
						name,
						stateCode: '86',
						mobile,
						leaveTime: `${new Date(at).toISOString().slice(0, 19)}Z`,
						leaveReason: reason,
					})),
					...(start + size < found.length && { nextToken: String(start + size) }),
				};
			},
		),
	];
};
