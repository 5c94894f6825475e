import type { Resource } from '../../../runtime/operation';
import hints from '../hints.json';
import { create } from './create';

export const workTime: Resource = {
	name: 'Work Time',
	value: 'workTime',
	description: 'Hours on tasks, done or planned',
	zh: { name: '工时', description: '任务的实际工时与计划工时' },
	hints,
	operations: [create],
};
