import type { Resource } from '../../../runtime/operation';
import { create } from './create';
import { get } from './get';
import { getAll } from './getAll';
import zh from './zh-CN.json';

export const approval: Resource = {
	name: 'Approval',
	value: 'approval',
	description: 'OA approvals: leave, expenses, purchases, forms of your own',
	operations: [create, get, getAll],
	zh,
};
