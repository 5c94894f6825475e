import type { Resource } from '../../../runtime/operation';
import hints from '../hints.json';
import { get } from './get';
import { getAll } from './getAll';

export const shift: Resource = {
	name: 'Shift',
	value: 'shift',
	description: 'Working hours that schedules are made of',
	operations: [getAll, get],
	zh: { name: '班次', description: '排班所用的上下班时间' },
	hints,
};
