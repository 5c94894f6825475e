import type { Resource } from '../../../runtime/operation';
import { create } from './create';
import { get } from './get';
import { getAll } from './getAll';

export const approval: Resource = {
	name: 'Approval',
	value: 'approval',
	description: 'OA approvals: leave, expenses, purchases, forms of your own',
	operations: [create, get, getAll],
	zh: { name: '审批', description: '请假、报销、采购及自定义表单' },
};
