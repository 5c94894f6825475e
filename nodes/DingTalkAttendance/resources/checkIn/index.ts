import type { Resource } from '../../../runtime/operation';
import hints from '../hints.json';
import { getAll } from './getAll';
import { getByDepartment } from './getByDepartment';

export const checkIn: Resource = {
	name: 'Check-In',
	value: 'checkIn',
	description: 'Field visits (签到), not clocking in and out',
	operations: [getAll, getByDepartment],
	zh: { name: '签到', description: '外勤签到记录，不是上下班打卡' },
	hints,
};
