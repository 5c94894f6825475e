import type { Resource } from '../../../runtime/operation';
import hints from '../hints.json';
import { addLink } from './addLink';
import { create } from './create';
import { remove } from './delete';
import { get } from './get';
import { getAll } from './getAll';
import { update } from './update';
import { updateStatus } from './updateStatus';

export const task: Resource = {
	name: 'Task',
	value: 'task',
	description: 'Tasks of Teambition projects',
	zh: { name: '任务', description: 'Teambition 项目中的任务' },
	hints,
	operations: [create, getAll, get, update, updateStatus, addLink, remove],
};
