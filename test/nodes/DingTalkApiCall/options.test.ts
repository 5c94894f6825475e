/** What the options add to a call. */
import { createHash } from 'node:crypto';
import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import { startSandbox, type Sandbox } from '../../../sandbox';
import { DingTalkApiCall } from '../../../nodes/DingTalkApiCall/DingTalkApiCall.node';
import { outputs, sandboxCredentials } from '../../support/engine';
import { callNode, jsonForm } from './support/call';

let sandbox: Sandbox;
/** Every list of it has three entries, whatever the company has. */
let samples: Sandbox;
beforeAll(async () => {
	sandbox = await startSandbox({ people: 130 });
	samples = await startSandbox({ samplesOnly: true });
});
afterAll(async () => {
	await sandbox.close();
	await samples.close();
});
beforeEach(() => {
	sandbox.clearLog();
	samples.clearLog();
});

const json = async (operation: string, request: object, options: IDataObject = {}, items?: INodeExecutionData[]) =>
	(await callNode(sandbox, jsonForm(operation, request, options), items)).map((item) => item.json);
const sent = () => sandbox.log.filter(({ path }) => !path.endsWith('/accessToken'));

test('a list is read page by page: as much as is wanted, all, or the raw pages', async () => {
	const list = { body: { dept_id: 300 } };
	const total = sandbox.company.users.filter(({ dept_id_list }) => dept_id_list.includes(300)).length;
	expect(total).toBeGreaterThan(120);
	expect(await json('contact.v2UserList', list)).toHaveLength(50);
	expect(await json('contact.v2UserList', list, { limit: 7 })).toHaveLength(7);
	expect(sent().at(-1)?.body).toMatchObject({ size: 7, cursor: 0 });
	expect(await json('contact.v2UserList', list, { returnAll: true })).toHaveLength(total);
	sandbox.clearLog();
	const pages = await json(
		'contact.v2UserList',
		{ body: { ...list.body, size: 60 } },
		{ returnAll: true, simplify: false },
	);
	expect(pages.map(({ result }) => (result as { list: unknown[] }).list.length)).toEqual([60, 60, total - 120]);
	expect(sent().map(({ body }) => (body as { cursor: number }).cursor)).toEqual([0, 60, 120]);
});

test.each<[string, string, object, string[]]>([
	[
		'a cursor in the query beside a body',
		'hrm.queryPositions',
		{ query: { maxResults: 2 }, body: { positionName: 'x' } },
		['maxResults=2&nextToken=0', 'maxResults=2&nextToken=2', 'maxResults=2&nextToken=3'],
	],
	[
		'a number that goes on where the person said',
		'yida.getFormListInApp',
		{ query: { appType: 'a', systemToken: 's', userId: 'u', pageNumber: 2, pageSize: 2 } },
		[
			'appType=a&pageNumber=2&pageSize=2&systemToken=s&userId=u',
			'appType=a&pageNumber=3&pageSize=2&systemToken=s&userId=u',
		],
	],
	[
		'a required cursor that is text',
		'attendance.getMachineUser',
		{ path: { devId: 7 } },
		['maxResults=20&nextToken=0', 'maxResults=20&nextToken=2', 'maxResults=20&nextToken=3'],
	],
])('%s', async (_, operation, request, queries) => {
	await callNode(samples, jsonForm(operation, request, { returnAll: true }));
	const calls = samples.log.filter(({ path }) => !path.endsWith('/accessToken'));
	expect(
		calls.map(({ query }) =>
			new URLSearchParams(Object.entries(query).sort(([a], [b]) => (a < b ? -1 : 1))).toString(),
		),
	).toEqual(queries);
	expect(samples.problems()).toEqual([]);
});

test.each<[string, string, object, unknown[]]>([
	[
		'a cursor inside an object',
		'alitrip.btripApplySearch',
		{ body: { rq: { corpid: 'c' } } },
		[{ rq: { corpid: 'c', page: 1, page_size: 1 } }],
	],
	[
		'a cursor that is text, left out at first',
		'crm.objectdataQuery',
		{ body: { name: 'n', page_size: 2 } },
		[{ name: 'n', page_size: 1 }],
	],
])('%s', async (_, operation, request, bodies) => {
	await json(operation, request, { limit: 1 });
	expect(
		sent()
			.map(({ body }) => body ?? {})
			.slice(0, 1),
	).toEqual(bodies);
});

test('a simplified answer is its business part, a raw one the whole', async () => {
	const request = { body: { userid: sandbox.company.users[0]?.userid } };
	expect(await json('contact.v2UserGet', request)).toEqual([
		expect.objectContaining({ name: sandbox.company.users[0]?.name }),
	]);
	expect(await json('contact.v2UserGet', request, { simplify: false })).toEqual([
		expect.objectContaining({
			errcode: 0,
			result: expect.objectContaining({ name: sandbox.company.users[0]?.name }) as unknown,
		}),
	]);
});

test("a signed-in person's token goes where the operation takes it, the app's does not", async () => {
	await json('contact.getUser', { path: { unionId: 'me' } }, { accessToken: 'personal' });
	await json('contact.getUser', { path: { unionId: 'me' }, headers: { 'x-acs-dingtalk-access-token': 'given' } });
	expect(sent().map(({ headers }) => headers['x-acs-dingtalk-access-token'])).toEqual(['personal', 'given']);
	await expect(json('contact.getUser', { path: { unionId: 'me' } })).rejects.toThrow(
		'headers.x-acs-dingtalk-access-token: this operation takes another access token than the app’s',
	);
	await json('auth.serviceReauthCorp', { body: { app_id: 1, corpid_list: ['c'] } }, { accessToken: 'suite' });
	expect(sent().at(-1)?.query).toEqual({ suite_access_token: 'suite' });
	await json('contact.v2UserGet', { body: { userid: 'x' } }, { accessToken: 'other' }).catch(() => undefined);
	expect(sent().at(-1)?.query).toEqual({ access_token: 'other' });
	expect(sandbox.problems()).toEqual([]);
});

test('a robot of its own token is not called with the one of the app', async () => {
	const { accessToken, keywords } = sandbox.company.keywordRobot;
	await json('robot.send', {
		query: { access_token: accessToken },
		body: { msgtype: 'text', text: { content: keywords[0] } },
	});
	expect(sent()).toMatchObject([{ query: { access_token: accessToken }, status: 200 }]);
	expect(sandbox.received.messages.at(-1)).toMatchObject({ content: { content: keywords[0] } });
});

test('headers and query can be added', async () => {
	await json(
		'todo.createTodoTask',
		{ path: { unionId: 'u' }, body: { subject: 's' } },
		{ headers: { 'x-trace': 5 }, query: '{ "operatorId": "me" }' },
	).catch(() => undefined);
	expect(sent().at(-1)).toMatchObject({ headers: { 'x-trace': '5' }, query: { operatorId: 'me' } });
});

test('an archived operation is called as any other', async () => {
	expect(await json('contact.userGetOrgUserCount', { query: { onlyActive: 0 } })).toEqual([
		expect.objectContaining({ count: expect.any(Number) }),
	]);
});

test('a file is uploaded from a binary property, byte for byte', async () => {
	const data = Buffer.from('\u0000\u00ff文件\r\n--boundary\r\n');
	const items = [
		{ json: {}, binary: { picture: { data: data.toString('base64'), mimeType: 'image/png', fileName: '图 1.png' } } },
	];
	await json('media.upload', { body: { type: 'image', media: 'picture' } }, {}, items);
	expect(sandbox.received.media.at(-1)).toMatchObject({
		filename: '图 1.png',
		size: data.length,
		sha256: createHash('sha256').update(data).digest('hex'),
	});
});

test('Return All on an operation whose paging nobody knows says that it did nothing', async () => {
	const hints: string[] = [];
	const ask = async (options: IDataObject) =>
		await outputs({
			nodeType: new DingTalkApiCall(),
			credentials: sandboxCredentials(sandbox),
			parameters: jsonForm('contact.v2UserGet', { body: { userid: 'zhangsan' } }, options),
			onHints: (messages) => hints.push(...messages),
		});
	await ask({});
	expect(hints).toEqual([]);
	await ask({ returnAll: true });
	expect(hints).toEqual([expect.stringMatching(/^Return All and Limit did nothing[^]*“返回全部”/)]);
});
