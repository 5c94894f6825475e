import type { Resource } from '../../../runtime/operation';
import hints from '../hints.json';
import { get } from './get';
import { getAll } from './getAll';
import { getFields } from './getFields';
import { regularize } from './regularize';
import { transfer } from './transfer';
import { update } from './update';

export const employee: Resource = {
	name: 'Employee',
	value: 'employee',
	description: 'The roster of people who work here, and what becomes of them',
	operations: [get, getAll, update, transfer, regularize, getFields],
	zh: { name: '员工档案', description: '在职员工的花名册、转正与调岗' },
	hints,
};
