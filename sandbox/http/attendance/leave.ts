import { ApiError, LegacyError, legacy } from '../../errors';
import type { Route, World } from '../../world';
import { operation } from '../operation';

const DAY = 86_400_000;

interface Update {
	userid: string;
	leave_code: string;
	quota_cycle?: string;
	quota_num_per_day?: number;
	quota_num_per_hour?: number;
	start_time?: number;
	end_time?: number;
	reason?: string;
}

interface Records {
	opUserId: string;
	leaveCode: string;
	userIds: string[];
	pageNumber: number;
	pageSize: number;
}

/** https://open.dingtalk.com/document/development/holiday-type-query and its neighbours. */
export const leaveRoutes = (world: World): Route[] => {
	const { company, data, now, nextId } = world;
	const { leaveTypes, quotas, records, leaves } = data.attendance;
	const administrator = (userid: string): void => {
		if (!company.users.some((one) => one.userid === userid && one.admin))
			throw new LegacyError(400002, '操作人不是管理员');
	};
	const year = () => String(new Date(now()).getUTCFullYear());

	/** Why a balance cannot be set; else it is. */
	const set = (update: Update, operator: string): string | undefined => {
		const type = leaveTypes.find(({ leave_code }) => leave_code === update.leave_code);
		if (!type) return '假期类型不存在';
		if (type.source !== 'external') return '只能更新通过接口创建的假期类型';
		if (!company.users.some(({ userid }) => userid === update.userid)) return '员工不存在';
		const amount = type.leave_view_unit === 'day' ? update.quota_num_per_day : update.quota_num_per_hour;
		if (amount === undefined) return '额度单位与假期类型不一致';
		const { userid, leave_code, quota_cycle = year(), start_time, end_time, reason = '' } = update;
		const there = quotas.find(
			(one) => one.userid === userid && one.leave_code === leave_code && one.quota_cycle === quota_cycle,
		);
		const quota = there ?? {
			quota_id: `quota${nextId()}`,
			userid,
			leave_code,
			quota_cycle,
			used_num_per_day: 0,
			used_num_per_hour: 0,
			start_time: Date.parse(`${quota_cycle}-01-01T00:00:00+08:00`),
			end_time: Date.parse(`${quota_cycle}-12-31T23:59:59+08:00`),
		};
		if (!there) quotas.push(quota);
		Object.assign(quota, {
			...(type.leave_view_unit === 'day' ? { quota_num_per_day: amount } : { quota_num_per_hour: amount }),
			...(start_time !== undefined && { start_time }),
			...(end_time !== undefined && { end_time }),
		});
		records.push({
			recordId: `record${nextId()}`,
			userId: userid,
			leaveCode: leave_code,
			quotaId: quota.quota_id,
			calType: 'add',
			leaveRecordType: 'update',
			leaveReason: reason,
			recordNumPerDay: type.leave_view_unit === 'day' ? amount : 0,
			recordNumPerHour: type.leave_view_unit === 'hour' ? amount : 0,
			gmtCreate: now(),
			opUserId: operator,
		});
		return undefined;
	};

	return [
		operation<{ op_userid: string; vacation_source?: string }>(
			world,
			'POST /topapi/attendance/vacation/type/list',
			({ body: { op_userid, vacation_source } }) => {
				administrator(op_userid);
				const shown = leaveTypes.filter(({ source }) => vacation_source === 'all' || source === 'external');
				return {
					result: shown.map((type) => ({
						...type,
						hours_in_per_day: 800,
						paid_leave: true,
						natural_day_leave: 'false',
					})),
					success: true,
				};
			},
		),
		operation<{ leave_code: string; op_userid: string; userids: string; offset: number; size: number }>(
			world,
			'POST /topapi/attendance/vacation/quota/list',
			({ body: { leave_code, op_userid, userids, offset, size } }) => {
				administrator(op_userid);
				const people = userids.split(',');
				if (people.length > 50) throw legacy(40035, 'userids');
				if (size > 50) throw legacy(40069);
				const all = quotas.filter((one) => one.leave_code === leave_code && people.includes(one.userid));
				return {
					result: { leave_quotas: all.slice(offset, offset + size), has_more: offset + size < all.length },
					success: true,
				};
			},
		),
		operation<{ op_userid: string; leave_quotas: Update[] }>(
			world,
			'POST /topapi/attendance/vacation/quota/update',
			({ body: { op_userid, leave_quotas } }) => {
				administrator(op_userid);
				if (leave_quotas.length > 100) throw legacy(40035, 'leave_quotas');
				const failed = leave_quotas.flatMap((update) => {
					const reason = set(update, op_userid);
					const { leave_code, quota_cycle, userid } = update;
					return reason === undefined ? [] : [{ quota: { leave_code, quota_cycle, userid }, reason }];
				});
				return { result: failed, success: true };
			},
		),
		operation<{ userid_list: string; start_time: number; end_time: number; offset: number; size: number }>(
			world,
			'POST /topapi/attendance/getleavestatus',
			({ body: { userid_list, start_time, end_time, offset, size } }) => {
				const people = userid_list.split(',');
				if (people.length > 100) throw legacy(40035, 'userid_list');
				if (size > 20) throw legacy(40069);
				if (end_time - start_time > 180 * DAY) throw legacy(41041);
				const all = leaves.filter(
					(one) => people.includes(one.userid) && one.start_time <= end_time && one.end_time >= start_time,
				);
				return {
					result: { leave_status: all.slice(offset, offset + size), has_more: offset + size < all.length },
					success: true,
				};
			},
		),
		operation<Records>(
			world,
			'POST /v1.0/attendance/vacations/records/query',
			({ body: { opUserId, leaveCode, userIds, pageNumber, pageSize } }) => {
				if (!leaveTypes.some(({ leave_code }) => leave_code === leaveCode))
					throw new ApiError('leaveTypeNotFound', '未找到该假期类型');
				if (userIds.length > 50) throw new ApiError('leaveUserIdListMax', '每次最多查询50条记录');
				const admin = company.users.some(({ userid, admin: is }) => userid === opUserId && is);
				if (!admin && userIds.some((id) => id !== opUserId))
					throw new ApiError('leaveOpuserIdIsNotAdmin', '非管理员只能查询本人相关信息');
				const all = records.filter((one) => one.leaveCode === leaveCode && userIds.includes(one.userId));
				return {
					result: {
						leaveRecords: all.slice(pageNumber, pageNumber + pageSize),
						hasMore: pageNumber + pageSize < all.length,
					},
					success: true,
				};
			},
		),
	];
};
