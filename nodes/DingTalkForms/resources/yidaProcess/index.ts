import type { Resource } from '../../../runtime/operation';
import hints from '../hints.json';
import { execute } from './execute';
import { get } from './get';
import { getAll } from './getAll';
import { getRecords } from './getRecords';
import { getTasks } from './getTasks';
import { redirect } from './redirect';
import { start } from './start';
import { terminate } from './terminate';

export const yidaProcess: Resource = {
	name: 'Yida Process',
	value: 'yidaProcess',
	description: 'Processes that start with a Yida form, and their tasks',
	zh: { name: '宜搭流程', description: '宜搭流程表单发起的流程及其审批任务' },
	hints,
	operations: [start, get, getAll, getTasks, execute, redirect, getRecords, terminate],
};
