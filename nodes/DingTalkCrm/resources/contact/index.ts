import type { Resource } from '../../../runtime/operation';
import hints from '../hints.json';
import { create } from './create';
import { remove } from './delete';
import { getAll } from './getAll';
import { update } from './update';

export const contact: Resource = {
	name: 'Contact',
	value: 'contact',
	description: 'People to talk to at a customer',
	zh: { name: '联系人', description: '客户的联系人' },
	hints,
	operations: [create, getAll, update, remove],
};
