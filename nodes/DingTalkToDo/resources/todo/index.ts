import type { Resource } from '../../../runtime/operation';
import { count } from './count';
import { create } from './create';
import { remove } from './delete';
import { get } from './get';
import { getAll } from './getAll';
import { getBySourceId } from './getBySourceId';
import hints from './hints.json';
import { update } from './update';
import { updateStatus } from './updateStatus';

export const todo: Resource = {
	name: 'To-Do',
	value: 'todo',
	description: "Things to do in people's DingTalk to-do lists",
	operations: [create, getAll, get, getBySourceId, update, updateStatus, remove, count],
	zh: { name: '待办', description: '员工钉钉待办列表中的任务' },
	hints,
};
