import type { Resource } from '../../../runtime/operation';
import { create } from './create';
import { remove } from './delete';
import { getAll } from './getAll';
import { update } from './update';
import { updateStatus } from './updateStatus';
import zh from './zh-CN.json';

export const todo: Resource = {
	name: 'To-Do',
	value: 'todo',
	description: "Things to do in people's DingTalk to-do lists",
	operations: [create, remove, getAll, update, updateStatus],
	zh,
};
