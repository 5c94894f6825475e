import Todo, * as todo from '@alicloud/dingtalk/dist/todo_1_0/client';
import { sdkConfig, sdkHeaders, sdkRuntime, type SdkRow, type WireTap } from '../../../support/sdk';

const union = (value: string) => ({ __rl: true, mode: 'unionId', value });
const MOMENT = '2026-12-01T09:00:00+08:00';
const ms = Date.parse(MOMENT);
const PERSON = 'union+1=';
const TASK = 'task 1';

const createTodo = async (tap: WireTap, more: ConstructorParameters<typeof todo.CreateTodoTaskRequest>[0]) =>
	await new Todo(sdkConfig(tap)).createTodoTaskWithOptions(
		PERSON,
		new todo.CreateTodoTaskRequest({ operatorId: PERSON, creatorId: PERSON, subject: '写周报', ...more }),
		sdkHeaders(todo.CreateTodoTaskHeaders),
		sdkRuntime,
	);

export const todoRows: SdkRow[] = [
	[
		'todo create',
		'the least',
		{ person: union(PERSON), subject: '写周报' },
		async (tap) => await createTodo(tap, { executorIds: [PERSON] }),
	],
	[
		'todo create',
		'everything',
		{
			person: union(PERSON),
			subject: '写周报',
			executors: union('u1,u2'),
			additionalFields: {
				description: 'd',
				pcUrl: 'https://p',
				appUrl: 'https://a',
				dueTime: MOMENT,
				dingNotify: true,
				isOnlyShowExecutor: true,
				participants: union('u3'),
				priority: 30,
				reminderTimeStamp: MOMENT,
				sourceId: 's1',
			},
		},
		async (tap) =>
			await createTodo(tap, {
				executorIds: ['u1', 'u2'],
				participantIds: ['u3'],
				description: 'd',
				detailUrl: new todo.CreateTodoTaskRequestDetailUrl({ pcUrl: 'https://p', appUrl: 'https://a' }),
				dueTime: ms,
				notifyConfigs: new todo.CreateTodoTaskRequestNotifyConfigs({ dingNotify: '1' }),
				isOnlyShowExecutor: true,
				priority: 30,
				reminderTimeStamp: ms,
				sourceId: 's1',
			}),
	],
	[
		'todo getAll',
		'filtered',
		{
			person: union(PERSON),
			status: 'done',
			returnAll: true,
			filters: { roles: ['creator', 'executor'], todoType: 'READ' },
		},
		async (tap) =>
			await new Todo(sdkConfig(tap)).queryOrgTodoTasksWithOptions(
				PERSON,
				new todo.QueryOrgTodoTasksRequest({ isDone: true, roleTypes: [['creator'], ['executor']], todoType: 'READ' }),
				sdkHeaders(todo.QueryOrgTodoTasksHeaders),
				sdkRuntime,
			),
	],
	[
		'todo update',
		'everything',
		{
			person: union(PERSON),
			taskId: TASK,
			updateFields: {
				description: 'd',
				done: false,
				dueTime: MOMENT,
				executors: union('u1'),
				participants: union('u2'),
				subject: 's',
			},
		},
		async (tap) =>
			await new Todo(sdkConfig(tap)).updateTodoTaskWithOptions(
				PERSON,
				TASK,
				new todo.UpdateTodoTaskRequest({
					operatorId: PERSON,
					description: 'd',
					done: false,
					dueTime: ms,
					executorIds: ['u1'],
					participantIds: ['u2'],
					subject: 's',
				}),
				sdkHeaders(todo.UpdateTodoTaskHeaders),
				sdkRuntime,
			),
	],
	[
		'todo updateStatus',
		'two people',
		{ person: union(PERSON), taskId: TASK, executors: union('u1,u2'), done: true },
		async (tap) =>
			await new Todo(sdkConfig(tap)).updateTodoTaskExecutorStatusWithOptions(
				PERSON,
				TASK,
				new todo.UpdateTodoTaskExecutorStatusRequest({
					operatorId: PERSON,
					executorStatusList: ['u1', 'u2'].map(
						(id) => new todo.UpdateTodoTaskExecutorStatusRequestExecutorStatusList({ id, isDone: true }),
					),
				}),
				sdkHeaders(todo.UpdateTodoTaskExecutorStatusHeaders),
				sdkRuntime,
			),
	],
	[
		'todo delete',
		'by id',
		{ person: union(PERSON), taskId: TASK },
		async (tap) =>
			await new Todo(sdkConfig(tap)).deleteTodoTaskWithOptions(
				PERSON,
				TASK,
				new todo.DeleteTodoTaskRequest({ operatorId: PERSON }),
				sdkHeaders(todo.DeleteTodoTaskHeaders),
				sdkRuntime,
			),
	],
];
