import type { Resource } from '../../../runtime/operation';
import hints from '../hints.json';
import { create } from './create';
import { remove } from './delete';
import { getAll } from './getAll';
import { update } from './update';

export const followUp: Resource = {
	name: 'Follow-Up',
	value: 'followUp',
	description: 'What was done with a customer',
	zh: { name: '跟进记录', description: '客户的跟进记录' },
	hints,
	operations: [create, getAll, update, remove],
};
