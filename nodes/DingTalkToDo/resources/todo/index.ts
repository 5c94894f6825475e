import type { Resource } from '../../../runtime/operation';
import { create } from './create';
import { remove } from './delete';
import { getAll } from './getAll';
import { update } from './update';
import { updateStatus } from './updateStatus';

export const todo: Resource = {
	name: 'To-Do',
	value: 'todo',
	description: "Things to do in people's DingTalk to-do lists",
	operations: [create, remove, getAll, update, updateStatus],
	zh: { name: '待办', description: '员工钉钉待办列表中的任务' },
};
