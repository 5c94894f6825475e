import type { Resource } from '../../../runtime/operation';
import { getAll } from './getAll';
import { getAvailability } from './getAvailability';

export const calendar: Resource = {
	name: 'Calendar',
	value: 'calendar',
	description: "People's calendars, and when they are busy",
	operations: [getAvailability, getAll],
	zh: { name: '日历', description: '员工的日历和忙闲' },
};
