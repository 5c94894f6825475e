import type { Resource } from '../../../runtime/operation';
import { complete } from './complete';
import { create } from './create';
import { getAll } from './getAll';
import zh from './zh-CN.json';

export const workRecord: Resource = {
	name: 'Work Record (Legacy)',
	value: 'workRecord',
	description: 'To-dos of the old kind; new workflows use To-Do',
	operations: [complete, create, getAll],
	zh,
};
