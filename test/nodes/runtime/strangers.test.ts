/** Hosts that answer otherwise than DingTalk does, as the node sees them. Waits are noted and skipped, as in `faults.test.ts`. */
import { gzipSync } from 'node:zlib';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { execute } from '../../support/engine';
import { createTodo, getUser, nodeOf } from '../../support/node';

let mockAhead = 0;
jest.mock('n8n-workflow', () => ({
	...jest.requireActual<object>('n8n-workflow'),
	sleep: async (ms: number) => {
		mockAhead += ms;
		await new Promise((resolve) => setTimeout(resolve, 1));
	},
}));
const now = performance.now.bind(performance);
jest.spyOn(performance, 'now').mockImplementation(() => now() + mockAhead);

type Answer = (response: ServerResponse, attempt: number) => void;
const json =
	(body: unknown, status = 200): Answer =>
	(response) =>
		void response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
const page =
	(status: number): Answer =>
	(response) =>
		void response.writeHead(status, { 'content-type': 'text/html' }).end('<html>sorry</html>');
const cut: Answer = (response) => void response.socket?.destroy();
const token: Answer = (response, attempt) =>
	json({ accessToken: `token-${attempt}`, expireIn: 7200 })(response, attempt);
/** The first so many times the one, then the other. */
const first =
	(times: number, one: Answer, other: Answer): Answer =>
	(response, attempt) =>
		(attempt <= times ? one : other)(response, attempt);

/** Runs an operation against a host that answers so; tells how often it was asked for a token and for the rest, and with which tokens. */
async function run(operation: 'getUser' | 'createTodo', answers: { tokens?: Answer; calls?: Answer }) {
	const asked = { tokens: 0, calls: 0 };
	const used: unknown[] = [];
	const server = createServer((request: IncomingMessage, response) => {
		request.resume().on('end', () => {
			if (request.url?.startsWith('/v1.0/oauth2/')) return (answers.tokens ?? token)(response, ++asked.tokens);
			used.push(
				request.headers['x-acs-dingtalk-access-token'] ??
					new URL(request.url ?? '', 'http://h').searchParams.get('access_token'),
			);
			(answers.calls ?? json({ errcode: 0, result: { id: '1' } }))(response, ++asked.calls);
		});
	});
	await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
	const host = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
	const outcome = await execute({
		nodeType: nodeOf([getUser, createTodo]),
		parameters: {
			resource: 'thing',
			operation,
			userId: 'u',
			unionId: 'u',
			subject: 's',
			options: { callsPerSecond: 0 },
		},
		credentials: {
			dingTalkApi: {
				clientId: 'c',
				clientSecret: 'the-secret',
				accessToken: '',
				expiresAt: '',
				apiHost: host,
				legacyHost: host,
			},
		},
	}).then(
		(items) => ({ items, message: '', description: '' }),
		({ message, description }: Error & { description: string }) => ({ items: [], message, description }),
	);
	server.closeAllConnections();
	await new Promise((done) => server.close(done));
	return { ...outcome, asked, used };
}

describe('the token cannot be fetched at first', () => {
	test.each<[string, Answer]>([
		['HTTP 503', page(503)],
		['a gateway that is busy', json({ code: 'ServiceUnavailable', message: 'busy' }, 503)],
		['a connection that breaks', cut],
		['JSON that broke off', (response) => void response.end('{"accessToken":"abc')],
		['the page of a blocked IP address', (response) => void response.end('<html>punish x5sec</html>')],
	])('%s: a message still goes out, and once', async (_, trouble) => {
		const { items, asked } = await run('createTodo', { tokens: first(3, trouble, token) });
		expect(items).toHaveLength(1);
		expect(asked).toEqual({ tokens: 4, calls: 1 });
	});

	test('for good: nothing was sent, and nobody is told to look whether it was', async () => {
		const { message, description, asked } = await run('createTodo', { tokens: cut });
		expect(message).toContain('broke before an answer came');
		expect(description).not.toContain('may have been carried out');
		expect(asked).toEqual({ tokens: 4, calls: 0 });
	});
});

test('HTTP 401 as a page: another token, once, and then the host is named as the suspect', async () => {
	const passing = await run('createTodo', { calls: first(1, page(401), json({ id: '1' })) });
	expect(passing).toMatchObject({ items: [{ json: { id: '1' } }], used: ['token-1', 'token-2'] });
	const lasting = await run('getUser', { calls: page(401) });
	expect(lasting).toMatchObject({ asked: { tokens: 2, calls: 2 } });
	expect(lasting.description).toContain('Check the host in the credential');
});

test('JSON that is whole but cannot be read is not asked for again, and not called a broken connection', async () => {
	const nested: Answer = (response) => void response.end('['.repeat(10_000) + ']'.repeat(10_000));
	const { message, description, asked } = await run('getUser', { calls: nested });
	expect(message).toMatch(/no valid JSON.*code notJson/);
	expect(description).toContain('hosts of the credential');
	expect(asked.calls).toBe(1);
});

describe('an answer without its body is not green', () => {
	const packed = gzipSync(JSON.stringify({ errcode: 0, result: { id: '1' } }));
	const unpacked: Answer = (response) =>
		void response.writeHead(200, { 'content-encoding': 'gzip', 'content-length': 10 }).end(packed.subarray(0, 10));
	const empty: Answer = (response) => void response.writeHead(200).end();

	test.each<['getUser' | 'createTodo', string, Answer]>([
		['getUser', 'cut off while packed', unpacked],
		['createTodo', 'cut off while packed', unpacked],
		['getUser', 'of the legacy API, which always says its errcode', empty],
	])('%s, %s', async (operation, _, calls) => {
		const { message, asked } = await run(operation, { calls });
		expect(message).toContain('the answer was empty');
		expect(asked.calls).toBe(operation === 'getUser' ? 4 : 1);
	});

	test('the new API may say nothing', async () => {
		const { items } = await run('createTodo', { calls: empty });
		expect(items).toMatchObject([{ json: { success: true } }]);
	});
});
