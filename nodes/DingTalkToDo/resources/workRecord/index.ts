import type { Resource } from '../../../runtime/operation';
import { complete } from './complete';
import { create } from './create';
import { getAll } from './getAll';

export const workRecord: Resource = {
	name: 'Work Record (Legacy)',
	value: 'workRecord',
	description: 'To-dos of the old kind; new workflows use To-Do',
	operations: [create, getAll, complete],
	zh: { name: '待办事项（旧版）', description: '新工作流请用“待办”' },
};
