import type { Resource } from '../../../runtime/operation';
import { create } from './create';
import { remove } from './delete';
import { get } from './get';
import { getViewers } from './getViewers';
import hints from './hints.json';
import { update } from './update';

export const live: Resource = {
	name: 'Live Stream',
	value: 'live',
	description: 'Live streams and who has watched them',
	operations: [create, get, getViewers, update, remove],
	zh: { name: '直播', description: '直播及其观看情况' },
	hints,
};
