import type { Resource } from '../../../runtime/operation';
import { get } from './get';
import { getAll } from './getAll';

export const form: Resource = {
	name: 'Approval Form',
	value: 'form',
	description: 'Templates of approvals, and their fields',
	operations: [get, getAll],
	zh: { name: '审批模板', description: '审批模板及其控件' },
};
