import type { Resource } from '../../../runtime/operation';
import hints from '../hints.json';
import { create } from './create';
import { remove } from './delete';
import { get } from './get';
import { getAll } from './getAll';
import { getParents } from './getParents';
import { search } from './search';
import { update } from './update';

export const department: Resource = {
	name: 'Department',
	value: 'department',
	description: 'The tree of departments; the root is 1',
	operations: [getAll, get, search, getParents, create, update, remove],
	zh: { name: '部门', description: '企业的部门树，根部门为 1' },
	hints,
};
