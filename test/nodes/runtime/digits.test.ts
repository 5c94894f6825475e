/** Integers beyond 2^53 on every road over HTTP, from a server whose answers are written digit by digit. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { IDataObject, INodeType } from 'n8n-workflow';
import { DingTalkApiCall } from '../../../nodes/DingTalkApiCall/DingTalkApiCall.node';
import { wireNumber } from '../../../nodes/shared/wireNumber';
import { defineOperation } from '../../../nodes/runtime/operation';
import { outputs } from '../../support/engine';
import { getUser, nodeOf, words } from '../../support/node';

const ORDER = '176322897889314512';
const TASK = '1410277790296653824';

let server: Server;
/** What the server answers with, and what it was sent. */
let answer = '{}';
const asked: Array<{ url: string; type?: string; body: string }> = [];

beforeAll(async () => {
	server = createServer((request, response) => {
		const chunks: Buffer[] = [];
		request.on('data', (chunk: Buffer) => chunks.push(chunk));
		request.on('end', () => {
			const { url = '', headers } = request;
			asked.push({ url, type: headers['content-type'], body: Buffer.concat(chunks).toString() });
			response.setHeader('content-type', 'application/json;charset=utf-8').end(answer);
		});
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
beforeEach(() => asked.splice(0));
afterAll(() => server.close());

const call = async (nodeType: INodeType, parameters: IDataObject) => {
	const host = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
	const credential = { clientId: 'ding1', clientSecret: 's', accessToken: 'token', expiresAt: Date.now() + 3_600_000 };
	return await outputs({
		nodeType,
		parameters,
		credentials: { dingTalkApi: { ...credential, apiHost: host, legacyHost: host } },
	});
};

const progress = defineOperation({
	...words('getProgress'),
	route: 'POST /topapi/message/corpconversation/getsendprogress',
	safe: true,
	fields: [{ displayName: 'Task ID', name: 'taskId', type: 'string', required: true, default: '' }],
	request: ({ taskId }) => ({ body: { agent_id: 1, task_id: wireNumber('Task ID', taskId) } }),
});
const node = nodeOf([getUser, progress]);
const apiCall = new DingTalkApiCall();
const TASK_PROGRESS = 'notification.messageCorpconversationGetsendprogress';

test('Get a user: the order in a department comes through', async () => {
	answer = `{"errcode":0,"errmsg":"ok","result":{"userid":"zhangsan","dept_order_list":[{"dept_id":1,"order":${ORDER}}]}}`;
	const [user] = await call(node, { resource: 'thing', operation: 'getUser', userId: 'zhangsan', options: {} });
	expect(user).toMatchObject({ dept_order_list: [{ dept_id: 1, order: ORDER }] });
});

describe('a task number goes out as the number that it is', () => {
	beforeEach(() => (answer = '{"errcode":0,"errmsg":"ok","progress":{"progress_in_percent":100,"status":2}}'));
	const sent = `{"agent_id":1,"task_id":${TASK}}`;

	test('from an operation', async () => {
		await call(node, { resource: 'thing', operation: 'getProgress', taskId: TASK, options: {} });
		expect(asked).toEqual([expect.objectContaining({ type: 'application/json', body: sent })]);
	});

	test.each<[string, IDataObject]>([
		['from the form', { specify: 'fields', parameters: { value: { 'body.agent_id': 1, 'body.task_id': TASK } } }],
		['from JSON', { specify: 'json', request: `{"body":{"agent_id":1,"task_id":${TASK}}}` }],
		[
			'from JSON with the text that was read',
			{ specify: 'json', request: `{"body":{"agent_id":1,"task_id":"${TASK}"}}` },
		],
	])('API Call, %s', async (_, parameters) => {
		await call(apiCall, { product: 'all', apiOperation: TASK_PROGRESS, options: {}, ...parameters });
		expect(asked.map(({ body }) => body)).toEqual([sent]);
	});

	test('API Call, from a form that rounded it: refused before any request', async () => {
		const rounded = { 'body.agent_id': 1, 'body.task_id': Number(TASK) };
		await expect(
			call(apiCall, {
				product: 'all',
				apiOperation: TASK_PROGRESS,
				specify: 'fields',
				parameters: { value: rounded },
				options: {},
			}),
		).rejects.toThrow('body.task_id: has more digits than a number holds');
		expect(asked).toEqual([]);
	});
});

describe('Custom Request', () => {
	const custom = async (parameters: IDataObject) =>
		await call(apiCall, {
			product: 'custom',
			method: 'POST',
			host: 'oapi',
			path: '/topapi/v2/user/update',
			query: '{}',
			bodyType: 'json',
			body: '{}',
			options: {},
			...parameters,
		});

	test('body, query and extra query', async () => {
		answer = `{"errcode":0,"id":${TASK},"ids":[${ORDER},-${ORDER}]}`;
		const [json] = await custom({
			query: `{"id":${TASK}}`,
			body: `{"dept_order_list": [{"order": ${ORDER}}], "text": "${ORDER}"}`,
			options: { query: `{"more":${ORDER}}` },
		});
		expect(json).toEqual({ id: TASK, ids: [ORDER, `-${ORDER}`] });
		expect(asked[0]?.body).toBe(`{"dept_order_list":[{"order":${ORDER}}],"text":"${ORDER}"}`);
		expect(asked[0]?.url).toContain(`id=${TASK}&more=${ORDER}`);
	});

	test.each([
		['raw text that is JSON goes out as it was written', `{ "order": ${ORDER} }`, 'application/json'],
		['other raw text', 'order', undefined],
	])('%s', async (_, text, type) => {
		answer = '{"errcode":0}';
		await custom({ bodyType: 'text', text });
		expect(asked[0]?.body).toBe(text);
		if (type) expect(asked[0]?.type).toBe(type);
		else expect(asked[0]?.type).not.toContain('json');
	});
});

test.each([
	['a text', '"done"', { result: 'done' }],
	['a list', `[${ORDER}]`, { result: [ORDER] }],
])('an answer that is %s', async (_, text, expected) => {
	answer = text;
	expect(await call(node, { resource: 'thing', operation: 'getUser', userId: 'z', options: {} })).toEqual([expected]);
});
