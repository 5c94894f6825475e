/** Lists that DingTalk never ends: they are left, and whoever looks at the execution is told. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { IDataObject, INodeType } from 'n8n-workflow';
import { DingTalkApiCall } from '../../../nodes/DingTalkApiCall/DingTalkApiCall.node';
import { defineOperation, defineProcedure } from '../../../nodes/runtime/operation';
import { nodeOf, words } from '../../support/node';
import { runWorkflow } from '../../support/workflow';

let server: Server;
/** Says that there is more, whatever was asked. */
let answer: (calls: number) => object;
let calls = 0;

beforeAll(async () => {
	server = createServer((request, response) => {
		request.resume().on('end', () => response.end(JSON.stringify({ errcode: 0, result: answer(++calls) })));
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
beforeEach(() => (calls = 0));
afterAll(() => server.close());

const paging = {
	style: 'cursor',
	cursor: 'cursor',
	first: 0,
	size: { at: 'size', max: 100 },
	entries: 'result.list',
	next: 'result.next_cursor',
	more: 'result.has_more',
} as const;
const shared = {
	docs: 'https://open.dingtalk.com/document/development/x',
	fields: [],
} as const;
const list = defineOperation({
	...words('list'),
	...shared,
	route: 'POST /topapi/v2/user/list',
	request: () => ({ body: { dept_id: 1 } }),
	paging,
});
const procedure = defineProcedure({
	...words('procedure'),
	...shared,
	routes: ['POST /topapi/v2/user/list'],
	list: true,
	run: async ({ limit }, api) => await api.list('POST /topapi/v2/user/list', { body: {} }, paging, limit),
});

const run = async (nodeType: INodeType, parameters: IDataObject, items = 1) => {
	const host = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
	const credential = { clientId: 'ding1', clientSecret: 's', accessToken: 'token', expiresAt: Date.now() + 3_600_000 };
	const { regular, data } = await runWorkflow({
		nodeType,
		parameters: { ...parameters, options: { callsPerSecond: 0, ...(parameters.options as object) } },
		items: Array.from({ length: items }, () => ({ json: {} })),
		credentials: { dingTalkApi: { ...credential, apiHost: host, legacyHost: host } },
	});
	const hints = data.resultData.runData.DingTalk?.[0]?.hints?.map(({ message }) => message);
	return { entries: regular.length, hints };
};

const node = nodeOf([list, procedure]);
const alternating = (call: number) => ({ list: [{ call }], has_more: true, next_cursor: call % 2 === 1 ? 7 : 8 });
const empty = (call: number) => ({ list: [], has_more: true, next_cursor: call });
const told = [
	expect.stringMatching(/^A list was left after 3 pages: .* may be incomplete\..*列表读取 3 页后停止：.*。$/),
];

test.each<[string, INodeType, IDataObject]>([
	['an operation', node, { resource: 'thing', operation: 'list', returnAll: true }],
	['a procedure', node, { resource: 'thing', operation: 'procedure', returnAll: true }],
	[
		'API Call',
		new DingTalkApiCall(),
		{
			product: 'all',
			apiOperation: 'contact.v2UserList',
			specify: 'json',
			request: '{"body":{"dept_id":1}}',
			options: { returnAll: true },
		},
	],
])('%s: cursors that alternate', async (_, nodeType, parameters) => {
	answer = alternating;
	expect(await run(nodeType, parameters)).toEqual({ entries: 3, hints: told });
	expect(calls).toBe(3);
});

test('empty pages for ever, at a limit of 50', async () => {
	answer = empty;
	const { entries, hints } = await run(node, { resource: 'thing', operation: 'list', limit: 50 });
	expect({ entries, calls }).toEqual({ entries: 0, calls: 10 });
	expect(hints).toEqual([expect.stringContaining('10 pages in a row had no entry')]);
});

test('full pages for ever, as many as Max Pages says', async () => {
	answer = (call) => ({ list: [{ call }, { call }], has_more: true, next_cursor: call });
	const { entries, hints } = await run(node, {
		resource: 'thing',
		operation: 'list',
		returnAll: true,
		options: { maxPages: 7 },
	});
	expect({ entries, calls }).toEqual({ entries: 14, calls: 7 });
	expect(hints).toEqual([expect.stringContaining('(Max Pages)')]);
});

test('many items tell it once', async () => {
	answer = empty;
	const { hints } = await run(node, { resource: 'thing', operation: 'list', returnAll: true }, 5);
	expect(hints).toHaveLength(1);
	expect(calls).toBe(50);
});

test('a list that ends says nothing', async () => {
	answer = () => ({ list: [{ a: 1 }], has_more: false });
	expect(await run(node, { resource: 'thing', operation: 'list', returnAll: true })).toEqual({ entries: 1, hints: [] });
});
