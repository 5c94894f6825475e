import { defineBatch, InputError } from '../../../runtime/operation';
import { isRefusal } from '../../../runtime/partial';
import { wireNumber } from '../../../shared/wireNumber';
import { writeTasks } from '../../flows/centerTasks';
import { centerInstanceId } from './fields';

const UPDATE = 'PUT /v1.0/workflow/processCentres/tasks';

export const updateTasks = defineBatch({
	name: 'Update Tasks',
	value: 'updateTasks',
	action: 'Finish approval tasks of another system',
	description: 'Finish or cancel tasks of an approval of your own system. One call per 20 tasks, of several items too.',
	zh: {
		name: '更新任务',
		action: '更新流程中心任务状态',
		description: '完成或取消自有系统审批的任务。每 20 个任务一次调用（多个数据项合并）',
	},
	docs: 'https://open.dingtalk.com/document/development/update-process-center-task-status',
	permission: 'qyapi_aflow',
	routes: [UPDATE],
	fields: [
		centerInstanceId,
		{
			displayName: 'Tasks',
			zh: { name: '任务', placeholder: '添加任务' },
			name: 'tasks',
			type: 'fixedCollection',
			typeOptions: { multipleValues: true },
			required: true,
			placeholder: 'Add Task',
			default: {},
			options: [
				{
					displayName: 'Task',
					zh: '任务',
					name: 'values',
					values: [
						{
							displayName: 'Task ID',
							zh: { name: '任务 ID', description: '“创建任务”返回的 taskId' },
							name: 'taskId',
							type: 'string',
							id: true,
							digits: true,
							required: true,
							default: '',
							description: 'The taskId that Create Tasks returned',
						},
						{
							displayName: 'Outcome',
							zh: '处理结果',
							name: 'outcome',
							type: 'options',
							default: 'AGREE',
							options: [
								{ name: 'Approved', value: 'AGREE', zh: '同意' },
								{ name: 'Canceled', value: 'CANCELED', zh: '撤销' },
								{ name: 'Rejected', value: 'REFUSE', zh: '拒绝' },
							],
						},
					],
				},
			],
		},
	],
	same: ['processInstanceId'],
	// A finished task wants a result, a cancelled one must have none.
	plan: ({ processInstanceId, tasks: { values = [] } }) => {
		if (values.length === 0) throw new InputError('Tasks', 'are empty: add at least one', '为空：请至少添加一个任务');
		return {
			tasks: values.map(({ taskId, outcome }) => ({
				taskId: wireNumber('Task ID', taskId),
				...(outcome === 'CANCELED' ? { status: 'CANCELED' } : { status: 'COMPLETED', result: outcome }),
			})),
			around: { processInstanceId },
		};
	},
	together: async (many, api) => {
		const written = await writeTasks(many, async (around, tasks) => {
			await api.call(UPDATE, { body: { ...around, tasks } }, { safe: true });
			return tasks;
		});
		return written.map(
			(outcomes, index) =>
				outcomes.find(isRefusal) ?? {
					processInstanceId: many[index]?.around.processInstanceId,
					tasks: outcomes.length,
					success: true,
				},
		);
	},
});
