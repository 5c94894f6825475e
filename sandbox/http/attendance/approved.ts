import { ApiError, legacy } from '../../errors';
import type { Route, World } from '../../world';
import { operation } from '../operation';
import { punchAt } from './punches';

const DAY = 86_400_000;

interface Times {
	bizType: number;
	durationUnit: 'day' | 'halfDay' | 'hour';
	fromTime: string;
	toTime: string;
}

const FORMATS = {
	day: /^\d{4}-\d\d-\d\d$/,
	halfDay: /^\d{4}-\d\d-\d\d (AM|PM)$/,
	hour: /^\d{4}-\d\d-\d\d \d\d:\d\d$/,
};

const momentOf = (text: string): number => {
	const [day = '', time = '00:00'] = text.split(' ');
	return Date.parse(`${day}T${time === 'AM' ? '00:00' : time === 'PM' ? '12:00' : time}:00+08:00`);
};

/** What another system decided: https://open.dingtalk.com/document/development/api-processapprovefinish and its neighbours. */
export const approvedRoutes = (world: World): Route[] => {
	const { data, received, nextId, now } = world;
	const lasting = ({ bizType, durationUnit, fromTime, toTime }: Times) => {
		if (!FORMATS[durationUnit].test(fromTime) || !FORMATS[durationUnit].test(toTime))
			throw new ApiError('illegalDateTypeForHalfDay', '不合法的开始结束时间格式');
		if (bizType === 1 && durationUnit !== 'hour')
			throw new ApiError('illegalOvertimeDurationUnit', '不合法的加班时长单位（加班仅支持按小时）');
		const [from, to] = [momentOf(fromTime), momentOf(toTime)];
		if (to < from) throw new ApiError('beginDateCannotAfterEndDate', '开始时间不能晚于结束时间');
		if (now() - from > 32 * DAY) throw new ApiError('dateTooEarly', '时间不能在指定天数之前');
		const unit = { day: DAY, halfDay: DAY / 2, hour: 3_600_000 }[durationUnit];
		const whole = durationUnit === 'hour' ? 0 : unit;
		const duration = ((to + whole - from) / unit) * (durationUnit === 'halfDay' ? 0.5 : 1);
		return { duration, durationDetail: [{ date: fromTime.slice(0, 10), duration }] };
	};
	return [
		operation<{ approveId: string; tagName: string; topCalculateApproveDurationParam: Times }>(
			world,
			'POST /v1.0/attendance/approvals/finish',
			({ query: { userId }, body: { approveId, tagName, topCalculateApproveDurationParam: times } }) => {
				const result = lasting(times);
				const { fromTime, toTime } = times;
				const entry = { userId, approveId, tagName, fromTime, toTime, duration: result.duration };
				const there = data.attendance.approvals.findIndex((one) => one.approveId === approveId);
				if (there < 0) data.attendance.approvals.push(entry);
				else data.attendance.approvals[there] = entry;
				return { result, success: true };
			},
		),
		operation<Times>(world, 'POST /v1.0/attendance/approvals/durations/calculate', ({ body }) => ({
			result: lasting(body),
			success: true,
		})),
		operation<{ userid: string; approve_id: string }>(
			world,
			'POST /topapi/attendance/approve/cancel',
			({ body: { userid, approve_id } }) => {
				const { approvals } = data.attendance;
				const there = approvals.findIndex((one) => one.approveId === approve_id && one.userId === userid);
				if (there < 0) throw legacy(40035, 'approve_id');
				approvals.splice(there, 1);
				return {};
			},
		),
		operation<{ userid: string; user_check_time: number; device_name: string }>(
			world,
			'POST /topapi/attendance/record/upload',
			({ body: { userid, user_check_time, device_name } }) => {
				if (now() - user_check_time > 180 * DAY) throw legacy(41100);
				received.punches.push(punchAt(nextId(), userid, user_check_time, device_name));
				return { success: true };
			},
		),
	];
};
