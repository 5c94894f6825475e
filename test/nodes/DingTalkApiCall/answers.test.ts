/** Answers that are not as the catalog says. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { DingTalkApiCall } from '../../../nodes/DingTalkApiCall/DingTalkApiCall.node';
import { execute } from '../../support/engine';
import { jsonForm } from './support/call';

let server: Server;
let answer: unknown;
beforeAll(async () => {
	server = createServer((_, response) => {
		response.setHeader('content-type', 'application/json');
		response.end(JSON.stringify(answer));
	});
	await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
});
afterAll(async () => await new Promise<void>((done) => server.close(() => done())));

const answered = async (operation: string, request: object, body: unknown) => {
	answer = body;
	const { port } = server.address() as AddressInfo;
	const items = await execute({
		nodeType: new DingTalkApiCall(),
		credentials: {
			dingTalkApi: {
				clientId: 'id',
				clientSecret: 'secret',
				apiHost: `http://127.0.0.1:${port}`,
				accessToken: 't',
				expiresAt: String(Date.now() + 3_600_000),
			},
		},
		parameters: jsonForm(operation, request),
	});
	return items.map((item) => item.json);
};

test.each<[string, unknown, unknown[]]>([
	[
		'entries elsewhere are not lost',
		{ data: { rows: [1] }, hasMore: false },
		[{ data: { rows: [1] }, hasMore: false }],
	],
	['an empty list gives no items', { list: [], hasMore: false }, []],
	['no list at all gives no items', { hasMore: false }, []],
	['entries that are no objects', { list: ['a', 'b'], hasMore: false }, [{ value: 'a' }, { value: 'b' }]],
])('%s', async (_, body, items) => {
	expect(await answered('contact.searchUser', { body: { queryWord: 'x', offset: 0, size: 10 } }, body)).toEqual(items);
});

test.each<[unknown, unknown]>([
	['text', { result: 'text' }],
	[true, { result: true }],
	[['a'], { result: ['a'] }],
	[{}, { success: true }],
])('an answer that is %j', async (body, item) => {
	expect(await answered('todo.deleteTodoTask', { path: { unionId: 'u', taskId: 't' } }, body)).toEqual([item]);
});
