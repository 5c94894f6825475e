import type { Resource } from '../../../runtime/operation';
import hints from '../hints.json';
import { create } from './create';
import { getAll } from './getAll';

export const followUp: Resource = {
	name: 'Follow-Up',
	value: 'followUp',
	description: 'What was done with a customer',
	zh: { name: '跟进记录', description: '客户的跟进记录' },
	hints,
	operations: [create, getAll],
};
