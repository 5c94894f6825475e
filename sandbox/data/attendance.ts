import type { Company } from '../company';

export interface AttendanceGroup {
	id: number;
	name: string;
	type: 'FIXED' | 'TURN';
	/** userIds */
	people: string[];
	departments: number[];
	exempt: string[];
	shifts: number[];
}

export interface Shift {
	id: number;
	name: string;
	/** HH:mm */
	start: string;
	end: string;
	/** 1: the end is on the next day. */
	across: 0 | 1;
}

export interface LeaveType {
	leave_code: string;
	leave_name: string;
	leave_view_unit: 'day' | 'hour';
	/** `external`: made by the API. */
	source: 'inner' | 'external';
}

export interface LeaveQuota {
	quota_id: string;
	userid: string;
	leave_code: string;
	quota_cycle: string;
	quota_num_per_day?: number;
	quota_num_per_hour?: number;
	used_num_per_day: number;
	used_num_per_hour: number;
	start_time: number;
	end_time: number;
}

export interface LeaveRecord {
	recordId: string;
	userId: string;
	leaveCode: string;
	quotaId: string;
	calType: 'add' | 'delete' | 'null';
	leaveRecordType: 'update' | 'leave';
	leaveReason: string;
	recordNumPerDay: number;
	recordNumPerHour: number;
	gmtCreate: number;
	opUserId: string;
}

export interface CheckIn {
	userid: string;
	/** Epoch milliseconds. */
	checkin_time: number;
	place: string;
	detail_place: string;
	latitude: string;
	longitude: string;
	remark: string;
	visit_user: string;
	image_list: string[];
}

/** A leave, trip or overtime that another system decided. */
export interface AttendanceApproval {
	userId: string;
	approveId: string;
	tagName: string;
	fromTime: string;
	toTime: string;
	duration: number;
}

const DAY = 86_400_000;
export const DAY_SHIFT = 677995086;
export const TURN_GROUP = 685935029;

export const seedAttendance = ({ users, attendanceGroupId }: Company, now: number) => {
	const year = new Date(now).getUTCFullYear();
	const quota = (userid: string, index: number): LeaveQuota => ({
		quota_id: `quota-annual-${index}`,
		userid,
		leave_code: 'leave-sandbox-annual',
		quota_cycle: String(year),
		quota_num_per_day: 1000,
		used_num_per_day: 250,
		used_num_per_hour: 0,
		start_time: Date.parse(`${year}-01-01T00:00:00+08:00`),
		end_time: Date.parse(`${year}-12-31T23:59:59+08:00`),
	});
	const checkIn = (userid: string, hoursAgo: number, place: string, latitude: string, longitude: string): CheckIn => ({
		userid,
		checkin_time: now - hoursAgo * 3_600_000,
		place,
		detail_place: `杭州市${place}`,
		latitude,
		longitude,
		remark: '拜访客户',
		visit_user: '刘先生',
		image_list: ['https://example.com/visit.jpg'],
	});
	return {
		groups: [
			{
				id: attendanceGroupId,
				name: '总部考勤',
				type: 'FIXED',
				people: ['manager7675', 'wangwu', 'xiaoding'],
				departments: [],
				exempt: ['manager7675'],
				shifts: [DAY_SHIFT],
			},
			{
				id: TURN_GROUP,
				name: '轮班考勤',
				type: 'TURN',
				people: ['zhangsan', 'lisi', 'user01'],
				departments: [300],
				exempt: [],
				shifts: [DAY_SHIFT, 678215070],
			},
		] as AttendanceGroup[],
		shifts: [
			{ id: DAY_SHIFT, name: '白班', start: '09:00', end: '18:00', across: 0 },
			{ id: 678215070, name: '夜班', start: '20:00', end: '05:00', across: 1 },
		] as Shift[],
		/** Shift by person and day (`userid yyyy-MM-dd`); 0: rest. */
		schedule: new Map<string, number>(),
		leaveTypes: [
			{ leave_code: 'leave-sandbox-annual', leave_name: '年假', leave_view_unit: 'day', source: 'inner' },
			{ leave_code: 'leave-sandbox-bonus', leave_name: '福利假', leave_view_unit: 'day', source: 'external' },
			{ leave_code: 'leave-sandbox-overtime', leave_name: '调休假', leave_view_unit: 'hour', source: 'external' },
		] as LeaveType[],
		quotas: users.slice(0, 6).map(({ userid }, index) => quota(userid, index)),
		records: [] as LeaveRecord[],
		leaves: [
			{
				userid: 'lisi',
				leave_code: 'leave-sandbox-annual',
				start_time: now - 2 * DAY,
				end_time: now - DAY,
				duration_unit: 'percent_day',
				duration_percent: 100,
			},
		],
		checkIns: [
			checkIn('lisi', 30, '余杭区', '30.286046', '120.017394'),
			checkIn('user01', 5, '西湖区', '30.259244', '120.130742'),
			checkIn('zhangsan', 3, '滨江区', '30.208327', '120.211903'),
		],
		approvals: [] as AttendanceApproval[],
	};
};
