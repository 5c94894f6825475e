import type { Resource } from '../../../runtime/operation';
import { create } from './create';
import { remove } from './delete';
import { get } from './get';
import { getAll } from './getAll';
import { getAvailability } from './getAvailability';
import { getShares } from './getShares';
import hints from './hints.json';
import { share } from './share';
import { subscribe } from './subscribe';
import { unshare } from './unshare';
import { unsubscribe } from './unsubscribe';
import { update } from './update';

export const calendar: Resource = {
	name: 'Calendar',
	value: 'calendar',
	description: "People's calendars, and when they are busy",
	operations: [getAvailability, getAll, share, getShares, unshare, create, get, update, remove, subscribe, unsubscribe],
	zh: { name: '日历', description: '员工的日历和忙闲' },
	hints,
};
