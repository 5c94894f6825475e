/** The official SDK of the new API as witness: for the same input it sends the same request as our node. */
import Card, * as card from '@alicloud/dingtalk/dist/card_1_0/client';
import Robot, * as robot from '@alicloud/dingtalk/dist/robot_1_0/client';
import Todo, * as todo from '@alicloud/dingtalk/dist/todo_1_0/client';
import Workflow, * as workflow from '@alicloud/dingtalk/dist/workflow_1_0/client';
import type { IDataObject } from 'n8n-workflow';
import { isProcedure } from '../../../nodes/runtime/operation';
import { operations } from '../../../scripts/products';
import { callNode, sdkConfig, sdkHeaders, sdkRuntime, tapWire, TOKEN, type WireTap } from '../../support/sdk';

let tap: WireTap;
beforeAll(async () => {
	tap = await tapWire();
});
afterAll(async () => await tap.close());

const union = (value: string) => ({ __rl: true, mode: 'unionId', value });
const user = (value: string) => ({ __rl: true, mode: 'userId', value });
const clients = {
	todo: () => new Todo(sdkConfig(tap)),
	robot: () => new Robot(sdkConfig(tap)),
	workflow: () => new Workflow(sdkConfig(tap)),
	card: () => new Card(sdkConfig(tap)),
};

const MOMENT = '2026-12-01T09:00:00+08:00';
const ms = Date.parse(MOMENT);
const PERSON = 'union+1=';
const TASK = 'task 1';

const createTodo = async (more: ConstructorParameters<typeof todo.CreateTodoTaskRequest>[0]) =>
	await clients
		.todo()
		.createTodoTaskWithOptions(
			PERSON,
			new todo.CreateTodoTaskRequest({ operatorId: PERSON, creatorId: PERSON, subject: '写周报', ...more }),
			sdkHeaders(todo.CreateTodoTaskHeaders),
			sdkRuntime,
		);
const startApproval = async (more: ConstructorParameters<typeof workflow.StartProcessInstanceRequest>[0]) =>
	await clients.workflow().startProcessInstanceWithOptions(
		new workflow.StartProcessInstanceRequest({
			originatorUserId: 'lisi',
			processCode: 'PROC-1',
			formComponentValues: [
				new workflow.StartProcessInstanceRequestFormComponentValues({ name: '事由', value: '休息' }),
			],
			...more,
		}),
		sdkHeaders(workflow.StartProcessInstanceHeaders),
		sdkRuntime,
	);
const approval = {
	processCode: { __rl: true, mode: 'id', value: 'PROC-1' },
	originator: user('lisi'),
	formValues: { values: [{ name: '事由', value: '休息' }] },
};
const toUsers = async (msgKey: string, param: object) =>
	await clients.robot().batchSendOTOWithOptions(
		new robot.BatchSendOTORequest({
			robotCode: 'robot1',
			userIds: ['a', 'b'],
			msgKey,
			msgParam: JSON.stringify(param),
		}),
		sdkHeaders(robot.BatchSendOTOHeaders),
		sdkRuntime,
	);
const buttons = (...titles: string[]) => ({
	button: titles.map((title) => ({ title, url: `https://example.com/${title}` })),
});
const params = (map: Record<string, string>) => ({ cardParamMap: map });

/** resource operation; the form's values; the same with the SDK's words. */
const rows: Array<[string, string, IDataObject, () => Promise<unknown>]> = [
	[
		'todo create',
		'the least',
		{ person: union(PERSON), subject: '写周报' },
		async () => await createTodo({ executorIds: [PERSON] }),
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
		async () =>
			await createTodo({
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
		async () =>
			await clients
				.todo()
				.queryOrgTodoTasksWithOptions(
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
		async () =>
			await clients.todo().updateTodoTaskWithOptions(
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
		async () =>
			await clients.todo().updateTodoTaskExecutorStatusWithOptions(
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
		async () =>
			await clients
				.todo()
				.deleteTodoTaskWithOptions(
					PERSON,
					TASK,
					new todo.DeleteTodoTaskRequest({ operatorId: PERSON }),
					sdkHeaders(todo.DeleteTodoTaskHeaders),
					sdkRuntime,
				),
	],
	[
		'robot sendToUsers',
		'text',
		{ users: user('a,b'), messageType: 'text', text: '你好' },
		async () => await toUsers('sampleText', { content: '你好' }),
	],
	[
		'robot sendToUsers',
		'markdown',
		{ users: user('a,b'), messageType: 'markdown', title: 't', markdown: '# x' },
		async () => await toUsers('sampleMarkdown', { title: 't', text: '# x' }),
	],
	[
		'robot sendToUsers',
		'two buttons side by side',
		{
			users: user('a,b'),
			messageType: 'actionCard',
			title: 't',
			markdown: '# x',
			buttonLayout: 'horizontal',
			buttons: buttons('1', '2'),
		},
		async () =>
			await toUsers('sampleActionCard6', {
				title: 't',
				text: '# x',
				buttonTitle1: '1',
				buttonUrl1: 'https://example.com/1',
				buttonTitle2: '2',
				buttonUrl2: 'https://example.com/2',
			}),
	],
	[
		'robot sendToUsers',
		'own template',
		{ users: user('a,b'), messageType: 'template', msgKey: 'mine', msgParam: '{"a":"1"}' },
		async () => await toUsers('mine', { a: '1' }),
	],
	[
		'robot sendToGroup',
		'text, in a cool app',
		{ openConversationId: 'cid==', messageType: 'text', text: '你好', additionalFields: { coolAppCode: 'cool' } },
		async () =>
			await clients.robot().orgGroupSendWithOptions(
				new robot.OrgGroupSendRequest({
					robotCode: 'robot1',
					openConversationId: 'cid==',
					msgKey: 'sampleText',
					msgParam: '{"content":"你好"}',
					coolAppCode: 'cool',
				}),
				sdkHeaders(robot.OrgGroupSendHeaders),
				sdkRuntime,
			),
	],
	[
		'approval create',
		'in a department',
		{ ...approval, department: { __rl: true, mode: 'id', value: '101' } },
		async () => await startApproval({ deptId: 101 }),
	],
	[
		'approval create',
		'everything',
		{
			...approval,
			approvers: {
				steps: [
					{ actionType: 'OR', people: user('a,b') },
					{ actionType: 'AND', people: user('c') },
				],
			},
			additionalFields: {
				agentId: '1234',
				ccList: user('x,y'),
				ccPosition: 'START',
				targetSelectActioners: { actors: [{ actionerKey: 'k', people: user('p') }] },
				bizDetailPageUrl: 'https://example.com/1',
			},
		},
		async () =>
			await startApproval({
				approvers: [
					new workflow.StartProcessInstanceRequestApprovers({ actionType: 'OR', userIds: ['a', 'b'] }),
					new workflow.StartProcessInstanceRequestApprovers({ actionType: 'NONE', userIds: ['c'] }),
				],
				microappAgentId: 1234,
				ccList: ['x', 'y'],
				ccPosition: 'START',
				targetSelectActioners: [
					new workflow.StartProcessInstanceRequestTargetSelectActioners({ actionerKey: 'k', actionerUserIds: ['p'] }),
				],
				bizDetailPageUrl: 'https://example.com/1',
			}),
	],
	[
		'approval get',
		'by id',
		{ processInstanceId: 'a171de6c-8b+/=' },
		async () =>
			await clients
				.workflow()
				.getProcessInstanceWithOptions(
					new workflow.GetProcessInstanceRequest({ processInstanceId: 'a171de6c-8b+/=' }),
					sdkHeaders(workflow.GetProcessInstanceHeaders),
					sdkRuntime,
				),
	],
	[
		'approval getAll',
		'filtered',
		{
			processCode: approval.processCode,
			from: MOMENT,
			to: '2026-12-02T09:00:00+08:00',
			originators: user('a,b'),
			returnAll: true,
			filters: { statuses: ['RUNNING'] },
		},
		async () =>
			await clients.workflow().listProcessInstanceIdsWithOptions(
				new workflow.ListProcessInstanceIdsRequest({
					processCode: 'PROC-1',
					startTime: ms,
					endTime: ms + 86_400_000,
					userIds: ['a', 'b'],
					statuses: ['RUNNING'],
					nextToken: 0,
					maxResults: 20,
				}),
				sdkHeaders(workflow.ListProcessInstanceIdsHeaders),
				sdkRuntime,
			),
	],
	[
		'card update',
		'for all and for one',
		{
			outTrackId: 'card1',
			publicData: '{"a":"1","b":{"c":2}}',
			updateMode: 'byKey',
			privateData: { people: [{ person: user('a'), data: '{"d":"3"}' }] },
		},
		async () =>
			await clients.card().updateCardWithOptions(
				new card.UpdateCardRequest({
					outTrackId: 'card1',
					cardData: new card.UpdateCardRequestCardData(params({ a: '1', b: '{"c":2}' })),
					privateData: { a: new card.PrivateDataValue(params({ d: '3' })) },
					cardUpdateOptions: new card.UpdateCardRequestCardUpdateOptions({
						updateCardDataByKey: true,
						updatePrivateDataByKey: true,
					}),
				}),
				sdkHeaders(card.UpdateCardHeaders),
				sdkRuntime,
			),
	],
];

test.each(rows)('%s: %s', async (name, _, parameters, sdk) => {
	const [resource = '', operation = ''] = name.split(' ');
	const theirs = await tap.wireOf(sdk);
	expect(theirs.token).toBe(TOKEN);
	expect(await tap.wireOf(async () => await callNode(tap, resource, operation, parameters))).toEqual(theirs);
});

/** Operations of the new API that send nothing of their own, and why. */
const others: Record<string, string> = {
	'card respond': 'answers the trigger’s callback; a late answer is the request of card update',
};

test('every operation of the new API has its row', () => {
	const isNew = (route: string) => / \/v\d/.test(route);
	const wanted = operations
		.filter(({ operation }) => (isProcedure(operation) ? operation.routes : [operation.route]).some(isNew))
		.map(({ resource, operation }) => `${resource.value} ${operation.value}`);
	expect([...new Set(rows.map(([name]) => name)), ...Object.keys(others)].sort()).toEqual(wanted.sort());
});
