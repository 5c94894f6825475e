import type { Resource } from '../../../runtime/operation';
import hints from '../hints.json';
import { create } from './create';
import { remove } from './delete';
import { get } from './get';
import { getAll } from './getAll';
import { update } from './update';

export const customer: Resource = {
	name: 'Customer',
	value: 'customer',
	description: 'Companies and people that are customers',
	zh: { name: '客户', description: '企业客户与个人客户' },
	hints,
	operations: [create, getAll, update, get, remove],
};
