import type { Paging } from '../../../protocol/paging';
import { InputError, defineProcedure, type Json } from '../../../runtime/operation';
import { pick } from '../../../runtime/pick';
import { operatorUserId } from '../../../shared/operator';
import { personModes } from '../../../shared/person';
import { project } from '../../locators/project';
import { conditionFields, queryOf, taskFilters } from './filters';

const OF_PROJECT = 'GET /v1.0/project/users/{userId}/projectIds/{projectId}/tasks';
const OF_PERSON = 'POST /v1.0/project/users/{userId}/tasks/search';

const pagesOf = (max: number): Paging => ({
	style: 'token',
	in: 'query',
	cursor: 'nextToken',
	size: { at: 'maxResults', max },
	entries: 'result',
	next: 'nextToken',
});

/** The two routes name the list and the status of a task differently: the output has one name for each. */
const simplifyTask = ({ stageId, taskflowstatusId, ...task }: Json): Json =>
	pick({ taskStageId: stageId, taskflowStatusId: taskflowstatusId, ...task }, [
		'taskId',
		'content',
		'note',
		'projectId',
		'executorId',
		'involveMembers',
		'isDone',
		'startDate',
		'dueDate',
		'priority',
		'taskStageId',
		'taskflowStatusId',
		'created',
		'updated',
	]);

export const getAll = defineProcedure({
	name: 'Get Many',
	value: 'getAll',
	action: 'Get many project tasks',
	description:
		'Find the tasks of a project or of a person. One call per 500 tasks of a project, or per 100 of a person.',
	zh: {
		name: '获取多条',
		action: '查询项目任务',
		description: '查询项目中的任务或员工的任务。项目每 500 个、员工每 100 个任务一次调用',
	},
	docs: 'https://open.dingtalk.com/document/development/query-tasks-in-a-project',
	permission: 'Project.Task.Read.All',
	routes: [OF_PROJECT, OF_PERSON],
	list: true,
	fields: [
		{
			displayName: 'Tasks Of',
			zh: '查询范围',
			name: 'of',
			type: 'options',
			default: 'project',
			options: [
				{ name: 'A Person', value: 'person', zh: '员工的任务' },
				{ name: 'A Project', value: 'project', zh: '项目中的任务' },
			],
		},
		{ ...project, displayOptions: { show: { of: ['project'] } } },
		{
			displayName: 'Person',
			zh: { name: '员工', description: '查询谁的任务' },
			name: 'person',
			type: 'resourceLocator',
			person: 'userId',
			required: true,
			default: { mode: 'list', value: '' },
			modes: personModes,
			displayOptions: { show: { of: ['person'] } },
			description: 'Whose tasks',
		},
		{
			displayName: 'Role of the Person',
			zh: { name: '员工的角色', description: '员工在任务中的角色' },
			name: 'roleTypes',
			type: 'multiOptions',
			default: ['executor'],
			displayOptions: { show: { of: ['person'] } },
			options: [
				{ name: 'Assignee', value: 'executor', zh: '执行者' },
				{ name: 'Creator', value: 'creator', zh: '创建者' },
				{ name: 'Participant', value: 'involveMember', zh: '参与者' },
			],
			description: 'What the person is in the tasks',
		},
		...conditionFields,
		taskFilters,
		{ ...operatorUserId, displayOptions: { show: { '/of': ['project'] } } },
	],
	plan: ({ roleTypes, of, ...values }, { timezone }) => {
		if (of === 'person' && (roleTypes ?? []).length === 0)
			throw new InputError('Role of the Person', 'is empty: choose at least one', '为空：请至少选择一项');
		return {
			...values,
			of,
			roleTypes,
			query: queryOf(values.conditions.condition ?? [], values.taskFilters, timezone),
		};
	},
	run: async ({ of, project: projectId = '', person = '', operator = '', roleTypes = [], query, limit }, api) => {
		if (of === 'project')
			return await api.list(
				OF_PROJECT,
				{ path: { userId: operator, projectId }, query: { query } },
				pagesOf(500),
				limit,
			);
		const asked = { roleTypes: roleTypes.join(','), tql: query };
		return await api.list(OF_PERSON, { path: { userId: person }, query: asked }, pagesOf(100), limit);
	},
	simplify: simplifyTask,
});
