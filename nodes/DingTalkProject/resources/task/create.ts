import { toIso } from '../../../protocol/time';
import { InputError, defineOperation } from '../../../runtime/operation';
import { operatorUserId } from '../../../shared/operator';
import { priority } from '../../locators/priority';
import { project } from '../../locators/project';
import { stage } from '../../locators/stage';
import { assignee, customFields, customValues, dueDate, note, startDate, taskIn } from './fields';

export const create = defineOperation({
	name: 'Create',
	value: 'create',
	action: 'Create a project task',
	description: 'Create a task in a project. One call. Participants are added with Update.',
	zh: { name: '创建', action: '创建项目任务', description: '在项目中创建任务。一次调用；参与者请用“更新”添加' },
	docs: 'https://open.dingtalk.com/document/development/create-a-project-task',
	permission: 'Project.Task.Write.All',
	route: 'POST /v1.0/project/users/{userId}/tasks',
	fields: [
		project,
		{
			displayName: 'Title',
			zh: '任务标题',
			name: 'content',
			type: 'string',
			required: true,
			default: '',
		},
		assignee,
		{
			displayName: 'Additional Fields',
			zh: { name: '更多字段', placeholder: '添加字段' },
			name: 'additionalFields',
			type: 'collection',
			placeholder: 'Add Field',
			default: {},
			options: [
				customFields,
				dueDate,
				note,
				{
					displayName: 'Parent Task ID',
					zh: { name: '父任务 ID', description: '作为该任务的子任务创建' },
					name: 'parentTaskId',
					type: 'string',
					id: true,
					default: '',
					placeholder: 'e.g. 62a697c053c2ef50d4a00001',
					description: 'Makes it a subtask of this task',
				},
				priority,
				stage,
				startDate,
				{
					displayName: 'Task Type ID',
					zh: { name: '任务类型 ID', description: '例如需求、缺陷；“获取多条”返回的 scenariofieldconfigId' },
					name: 'scenariofieldconfigId',
					type: 'string',
					id: true,
					default: '',
					description: 'Such as bug or story: the scenariofieldconfigId that Get Many returns',
				},
				{
					displayName: 'Visible To',
					zh: '可见范围',
					name: 'visible',
					type: 'options',
					default: 'members',
					options: [
						{ name: 'Members of the Project', value: 'members', zh: '项目成员' },
						{ name: 'Participants Only', value: 'involves', zh: '仅任务参与者' },
					],
				},
			],
		},
		operatorUserId,
	],
	request: ({ operator: userId, project: projectId, content, executorId, additionalFields }) => {
		const {
			dueDate: due,
			startDate: start,
			priority: level,
			customFields: custom,
			parentTaskId,
			...rest
		} = additionalFields;
		if (start !== undefined && due !== undefined && due < start)
			throw new InputError('Due Date', 'is before "Start Date"', '早于“开始时间”');
		return {
			path: { userId },
			body: {
				projectId,
				content,
				executorId,
				dueDate: due === undefined ? undefined : toIso(due),
				startDate: start === undefined ? undefined : toIso(start),
				priority: level === undefined ? undefined : Number(level),
				parentTaskId: parentTaskId === undefined ? undefined : taskIn(parentTaskId),
				customfields:
					custom === undefined
						? undefined
						: customValues(custom).map(({ name, value }) => ({ customfieldName: name, value })),
				...rest,
			},
		};
	},
});
