import { isObject } from '../../../protocol/json';
import { defineBatch, InputError } from '../../../runtime/operation';
import { withRefusals } from '../../../runtime/partial';
import { objectsIn } from '../../../runtime/pick';
import { personModes } from '../../../shared/person';
import { madeOf, writeTasks } from '../../flows/centerTasks';
import { centerInstanceId, featureConfig } from './fields';

const CREATE = 'POST /v1.0/workflow/processCentres/tasks';

export const createTasks = defineBatch({
	name: 'Create Tasks',
	value: 'createTasks',
	action: 'Create approval tasks of another system',
	description:
		'Give people tasks of an approval of your own system. One call per 20 tasks, of several items too. A card is sent unless the template forbids it; the same call again creates them again.',
	zh: {
		name: '创建任务',
		action: '创建流程中心任务',
		description:
			'为自有系统的审批创建待处理任务，每个任务一个数据项。每 20 个任务一次调用（多个数据项合并）。默认会发送卡片通知；重复执行会重复创建',
	},
	docs: 'https://open.dingtalk.com/document/development/create-pending-tasks-in-process-center',
	permission: 'qyapi_aflow',
	routes: [CREATE],
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
							displayName: 'Person',
							zh: { name: '处理人', description: '谁来处理' },
							name: 'person',
							type: 'resourceLocator',
							person: 'userId',
							required: true,
							default: { mode: 'list', value: '' },
							modes: personModes,
							description: 'Who has to do it',
						},
						{
							displayName: 'Page URL',
							zh: { name: '跳转地址', description: '点击待办打开的页面，需同时适配手机和电脑' },
							name: 'url',
							type: 'string',
							required: true,
							default: '',
							maxLength: 1024,
							placeholder: 'https://example.com/cases/1',
							description: 'Page that the to-do opens. It must suit phones and desktops.',
						},
						{
							displayName: 'Due',
							zh: '截止时间',
							name: 'dueTimestamp',
							type: 'dateTime',
							default: '',
						},
						{
							displayName: 'Own Data',
							zh: { name: '自定义数据', description: '打开页面时通过地址参数传回' },
							name: 'customData',
							type: 'string',
							default: '',
							maxLength: 500,
							description: 'Comes back as a parameter of the page URL',
						},
					],
				},
			],
		},
		{
			displayName: 'Activity ID',
			zh: { name: '节点 ID', description: '自定义的审批节点标识，用于将同一节点的任务归为一组' },
			name: 'activityId',
			type: 'string',
			id: true,
			default: '',
			maxLength: 256,
			description: 'ID of your own for the step, so that its tasks belong together',
		},
		{
			displayName: 'Additional Fields',
			zh: { name: '更多字段', placeholder: '添加字段' },
			name: 'additionalFields',
			type: 'collection',
			placeholder: 'Add Field',
			default: {},
			options: [featureConfig],
		},
	],
	same: ['processInstanceId'],
	plan: ({ processInstanceId, tasks: { values = [] }, activityId, additionalFields: { featureConfig: features } }) => {
		if (values.length === 0) throw new InputError('Tasks', 'are empty: add at least one', '为空：请至少添加一个任务');
		return {
			tasks: values.map(({ person: userId, ...task }) => ({ userId, ...task })),
			around: {
				processInstanceId,
				...(activityId !== undefined && { activityId }),
				...(isObject(features) && { featureConfig: features }),
			},
		};
	},
	together: async (many, api) => {
		const written = await writeTasks(many, async (around, tasks) => {
			const { result } = await api.call(CREATE, { body: { ...around, tasks } });
			return madeOf(tasks, objectsIn(result));
		});
		return written.map((outcomes) => withRefusals(outcomes, api.hint));
	},
});
