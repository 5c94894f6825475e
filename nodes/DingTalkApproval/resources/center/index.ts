import type { Resource } from '../../../runtime/operation';
import { createInstance } from './createInstance';
import { createTasks } from './createTasks';
import hints from './hints.json';
import { updateInstance } from './updateInstance';
import { updateTasks } from './updateTasks';

export const center: Resource = {
	name: 'Approval Center',
	value: 'center',
	description: 'Approvals of your own system in DingTalk’s approval list',
	operations: [createInstance, createTasks, updateTasks, updateInstance],
	zh: { name: '流程中心', description: '将自有系统的审批接入钉钉审批列表' },
	hints,
};
