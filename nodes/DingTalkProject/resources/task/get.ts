import type { Json } from '../../../protocol/json';
import { defineProcedure } from '../../../runtime/operation';
import { objectsIn } from '../../../runtime/pick';
import { slices } from '../../../runtime/slices';
import { operatorUserId } from '../../../shared/operator';
import { taskIn } from './fields';

const GET = 'GET /v1.0/project/users/{userId}/tasks';
/** Tasks of one call. The page names no limit. https://open.dingtalk.com/document/development/get-task-details */
const MOST_TASKS = 20;

export const get = defineProcedure({
	name: 'Get',
	value: 'get',
	action: 'Get a project task',
	description: 'Get tasks by their IDs, or their subtasks. One call per 20 tasks; one per task for subtasks.',
	zh: {
		name: '获取',
		action: '获取项目任务',
		description: '按 ID 获取任务或其子任务。每 20 个任务一次调用；获取子任务时每个任务一次',
	},
	docs: 'https://open.dingtalk.com/document/development/get-task-details',
	permission: 'Project.Task.Read.All',
	routes: [GET],
	fields: [
		{
			displayName: 'Task IDs',
			zh: { name: '任务 ID', description: '一个或多个，用逗号分隔，或数组；也可粘贴任务链接' },
			name: 'taskIds',
			type: 'string',
			list: true,
			required: true,
			default: '',
			description: 'One, or several separated by commas, or an array; links to tasks too',
		},
		{
			displayName: 'Get the Subtasks',
			zh: { name: '获取子任务', description: '是否获取这些任务的子任务，而不是任务本身' },
			name: 'subtasks',
			type: 'boolean',
			default: false,
			description: 'Whether to get the subtasks of these tasks instead of the tasks themselves',
		},
		operatorUserId,
	],
	run: async ({ taskIds, subtasks, operator: userId }, api) => {
		const ids = taskIds.map(taskIn);
		const found: Json[] = [];
		for (const part of slices(ids, subtasks ? 1 : MOST_TASKS)) {
			const query = { [subtasks ? 'parentTaskId' : 'taskId']: part.join(',') };
			found.push(...objectsIn((await api.call(GET, { path: { userId }, query })).result));
		}
		// DingTalk leaves out in silence what does not exist.
		const missing = subtasks ? [] : ids.filter((id) => !found.some(({ taskId }) => taskId === id));
		return { ok: found, failed: missing.map((entry) => ({ entry, message: 'there is no such task' })) };
	},
});
