/** The official SDK of the new API as a client of the sandbox: what it sends is right, so the sandbox must take it. */
import OAuth, * as oauth from '@alicloud/dingtalk/dist/oauth2_1_0/client';
import Robot, * as robot from '@alicloud/dingtalk/dist/robot_1_0/client';
import Todo, * as todo from '@alicloud/dingtalk/dist/todo_1_0/client';
import Workflow, * as workflow from '@alicloud/dingtalk/dist/workflow_1_0/client';
import { Config } from '@alicloud/openapi-client';
import { RuntimeOptions } from '@alicloud/tea-util';

import { tokenOf, useSandbox } from './client';

const sandbox = useSandbox();
const ME = 'unlisiiEiE';
const runtime = new RuntimeOptions({});

const config = () =>
	new Config({ protocol: 'http', endpoint: sandbox.it.url.replace('http://', ''), regionId: 'central' });
const header = async <H>(Headers: new (map: { xAcsDingtalkAccessToken: string }) => H): Promise<H> =>
	new Headers({ xAcsDingtalkAccessToken: await tokenOf(sandbox.it) });

afterEach(() => expect(sandbox.it.problems().map(({ problem }) => problem)).toEqual([]));

test('the token, and the error for a wrong secret', async () => {
	const client = new OAuth(config());
	const { appKey, appSecret } = sandbox.it.company;
	const { body } = await client.getAccessToken(new oauth.GetAccessTokenRequest({ appKey, appSecret }));
	expect(body).toMatchObject({ expireIn: 7200, accessToken: expect.stringMatching(/^[0-9a-f]{32}$/) });
	await expect(
		client.getAccessToken(new oauth.GetAccessTokenRequest({ appKey, appSecret: 'x' })),
	).rejects.toMatchObject({ code: 'invalidClientIdOrSecret' });
});

test('to-dos from creation to deletion', async () => {
	const client = new Todo(config());
	const created = await client.createTodoTaskWithOptions(
		ME,
		new todo.CreateTodoTaskRequest({
			operatorId: ME,
			subject: '写周报',
			executorIds: [ME],
			priority: 20,
			detailUrl: new todo.CreateTodoTaskRequestDetailUrl({ appUrl: 'https://a', pcUrl: 'https://b' }),
		}),
		await header(todo.CreateTodoTaskHeaders),
		runtime,
	);
	const id = created.body?.id ?? '';
	const list = async (isDone: boolean) => {
		const found = await client.queryOrgTodoTasksWithOptions(
			ME,
			new todo.QueryOrgTodoTasksRequest({ isDone }),
			await header(todo.QueryOrgTodoTasksHeaders),
			runtime,
		);
		return found.body?.todoCards?.map(({ taskId }) => taskId);
	};
	expect(await list(false)).toEqual([id]);
	await client.updateTodoTaskWithOptions(
		ME,
		id,
		new todo.UpdateTodoTaskRequest({ operatorId: ME, done: true }),
		await header(todo.UpdateTodoTaskHeaders),
		runtime,
	);
	expect(await list(true)).toEqual([id]);
	await client.deleteTodoTaskWithOptions(
		ME,
		id,
		new todo.DeleteTodoTaskRequest({ operatorId: ME }),
		await header(todo.DeleteTodoTaskHeaders),
		runtime,
	);
	expect(await list(true)).toEqual([]);
});

test('robot messages', async () => {
	const client = new Robot(config());
	const { robotCode, openConversationId } = sandbox.it.company;
	const message = { robotCode, msgKey: 'sampleMarkdown', msgParam: '{"title":"t","text":"x"}' };
	await client.batchSendOTOWithOptions(
		new robot.BatchSendOTORequest({ ...message, userIds: ['lisi'] }),
		await header(robot.BatchSendOTOHeaders),
		runtime,
	);
	await client.orgGroupSendWithOptions(
		new robot.OrgGroupSendRequest({ ...message, openConversationId }),
		await header(robot.OrgGroupSendHeaders),
		runtime,
	);
	expect(sandbox.it.received.messages.map(({ to }) => to)).toEqual(['person', 'group']);
});

test('approvals', async () => {
	const client = new Workflow(config());
	const { processCode } = sandbox.it.company;
	const { body } = await client.startProcessInstanceWithOptions(
		new workflow.StartProcessInstanceRequest({
			originatorUserId: 'lisi',
			processCode,
			deptId: 101,
			formComponentValues: [
				new workflow.StartProcessInstanceRequestFormComponentValues({ name: '事由', value: '休息' }),
			],
		}),
		await header(workflow.StartProcessInstanceHeaders),
		runtime,
	);
	const ids = await client.listProcessInstanceIdsWithOptions(
		new workflow.ListProcessInstanceIdsRequest({
			processCode,
			startTime: Date.now() - 60_000,
			nextToken: 0,
			maxResults: 20,
		}),
		await header(workflow.ListProcessInstanceIdsHeaders),
		runtime,
	);
	expect(ids.body?.result?.list).toEqual([body?.instanceId]);
	const one = await client.getProcessInstanceWithOptions(
		new workflow.GetProcessInstanceRequest({ processInstanceId: body?.instanceId }),
		await header(workflow.GetProcessInstanceHeaders),
		runtime,
	);
	expect(one.body?.result).toMatchObject({
		status: 'RUNNING',
		originatorUserId: 'lisi',
		formComponentValues: [{ name: '事由', value: '休息' }],
	});
});

test('an expired token is an error of DingTalk to the SDK too', async () => {
	const headers = await header(todo.QueryOrgTodoTasksHeaders);
	sandbox.it.expireTokens();
	const call = new Todo(config()).queryOrgTodoTasksWithOptions(
		ME,
		new todo.QueryOrgTodoTasksRequest({}),
		headers,
		runtime,
	);
	await expect(call).rejects.toMatchObject({ code: 'InvalidAuthentication' });
});
