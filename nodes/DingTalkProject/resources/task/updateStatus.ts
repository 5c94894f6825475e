import type { Paging } from '../../../protocol/paging';
import { InputError, defineProcedure, type Api } from '../../../runtime/operation';
import { objectsIn } from '../../../runtime/pick';
import { operatorUserId } from '../../../shared/operator';
import { project } from '../../locators/project';
import { DONE, status } from '../../locators/status';
import { taskId, taskIn } from './fields';

const STATUSES = 'GET /v1.0/project/users/{userId}/projects/{projectId}/taskflowStatuses/search';
const MOVE = 'PUT /v1.0/project/users/{userId}/tasks/{taskId}/taskflowStatuses';
const GET = 'GET /v1.0/project/users/{userId}/tasks';

const paging: Paging = {
	style: 'token',
	cursor: 'nextToken',
	size: { at: 'maxResults', max: 300 },
	entries: 'result',
	next: 'nextToken',
};

/** The first status that ends the task; of the task's own flow, where the project has several. */
async function endOf(api: Api, userId: string, projectId: string, id: string): Promise<string> {
	const all = await api.once(
		`statuses of ${projectId}`,
		async () => await api.list(STATUSES, { path: { userId, projectId }, query: {} }, paging, Infinity),
	);
	const present = all.filter(({ isDeleted }) => isDeleted !== true);
	const idOf = ({ taskflowStatusId, id: example }: (typeof all)[number]) => String(taskflowStatusId ?? example);
	const flows = new Set(present.map(({ taskflowId }) => taskflowId));
	const [task] =
		flows.size > 1 ? objectsIn((await api.call(GET, { path: { userId }, query: { taskId: id } })).result) : [];
	const flow = present.find((one) => idOf(one) === task?.taskflowStatusId)?.taskflowId;
	const end = present
		.filter(({ kind, taskflowId }) => kind === DONE && (flow === undefined || taskflowId === flow))
		.sort((a, b) => Number(a.pos ?? 0) - Number(b.pos ?? 0))[0];
	if (end) return idOf(end);
	throw new InputError('Status', 'there is none that ends a task in this project', '该项目没有表示“完成”的任务状态');
}

export const updateStatus = defineProcedure({
	name: 'Update Status',
	value: 'updateStatus',
	action: 'Move a project task to a status',
	description:
		'Move a task on in its flow, or complete it. One call; one more per run for Done, and one per task where the project has several flows.',
	zh: {
		name: '更新任务状态',
		action: '更新项目任务状态',
		description: '流转任务状态或完成任务。一次调用；选择“完成”时每次运行多一次，项目有多个工作流时每个任务再多一次',
	},
	docs: 'https://open.dingtalk.com/document/development/update-task-workflow-status',
	permission: 'Project.Task.Write.All',
	routes: [STATUSES, GET, MOVE],
	fields: [
		project,
		taskId,
		status,
		{
			displayName: 'Comment',
			zh: { name: '流转备注', description: '为什么流转' },
			name: 'tfsUpdateNote',
			type: 'string',
			typeOptions: { rows: 2 },
			default: '',
			description: 'Why it moves',
		},
		operatorUserId,
	],
	run: async ({ operator: userId, project: projectId, taskId: given, status: wanted, tfsUpdateNote }, api) => {
		const id = taskIn(given);
		const taskflowStatusId = wanted === DONE ? await endOf(api, userId, projectId, id) : wanted;
		const body = { taskflowStatusId, tfsUpdateNote };
		const answer = await api.call(MOVE, { path: { userId, taskId: id }, body }, { safe: true });
		return { taskId: id, taskflowStatusId, ...answer };
	},
});
