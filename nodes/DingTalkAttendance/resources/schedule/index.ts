import type { Resource } from '../../../runtime/operation';
import hints from '../hints.json';
import { getAll } from './getAll';
import { getDay } from './getDay';
import { set } from './set';

export const schedule: Resource = {
	name: 'Schedule',
	value: 'schedule',
	description: 'Who works when',
	operations: [getAll, set, getDay],
	zh: { name: '排班', description: '人员的排班' },
	hints,
};
