import { request } from 'undici';
import { WebSocket } from 'ws';

import { isLoopback } from '../../sandbox/loopback';
import { send, signedIn, useSandbox } from './client';

const sandbox = useSandbox();
const act = (name: string, input: object) => send('POST', `${sandbox.it.pageUrl}/act/${name}`, input);

test('the page, its data and its buttons; none of it is in the log', async () => {
	const page = await request(sandbox.it.pageUrl);
	expect(page.headers['content-type']).toContain('text/html');
	expect(await page.body.text()).toContain('钉钉沙箱');
	const { api } = await signedIn(sandbox.it);
	const { body } = await api('POST', '/v1.0/todo/users/unlisiiEiE/tasks', { subject: '写周报' });
	const before = sandbox.it.log.length;
	expect((await act('completeTodo', { id: body.id, done: true })).status).toBe(200);
	expect((await act('sendRobotMessage', { text: '你好', from: 'lisi', in: 'person' })).body).toMatchObject({
		result: { senderStaffId: 'lisi' },
	});
	const { body: state } = await send('GET', `${sandbox.it.pageUrl}/state`);
	expect(state).toMatchObject({
		todos: [{ subject: '写周报', done: true }],
		messages: [{ content: { text: '你好' } }],
		problems: 0,
	});
	expect(JSON.stringify(state)).not.toContain(sandbox.it.company.appSecret);
	expect(sandbox.it.log.length).toBe(before);
});

test('a button that fails says why; other sites cannot press one', async () => {
	expect(await act('completeTodo', { id: 'none' })).toMatchObject({ status: 400, body: { error: 'No to-do none' } });
	expect((await act('format', {})).status).toBe(404);
	const form = await request(`${sandbox.it.pageUrl}/act/expireTokens`, {
		method: 'POST',
		headers: { 'content-type': 'text/plain' },
		body: '{}',
	});
	expect(form.statusCode).toBe(415);
	const broken = await request(`${sandbox.it.pageUrl}/act/expireTokens`, {
		method: 'POST',
		headers: { 'content-type': 'application/json' },
		body: '{',
	});
	expect(broken.statusCode).toBe(400);
});

/** [Host header, whether it is a name of this machine] */
const hosts: Array<[string, boolean]> = [
	['localhost:7070', true],
	['LOCALHOST', true],
	['127.0.0.1:7070', true],
	['127.8.8.8', true],
	['[::1]:7070', true],
	['evil.example', false],
	['localhost.evil.example:7070', false],
	['127.0.0.1.evil.example', false],
	['evil.example:127', false],
	['127.0.0.1@evil.example', false],
	['10.0.0.1', false],
	['', false],
];

test.each(hosts)('a request to "%s" is answered: %s', async (host, answered) => {
	expect(isLoopback(host)).toBe(answered);
	if (host === '') return;
	const { pageUrl, legacyUrl, storageUrl } = sandbox.it;
	const statuses = await Promise.all(
		[`${pageUrl}/state`, `${legacyUrl}/gettoken`, `${storageUrl}/x`].map(
			async (url) => (await request(url, { headers: { host } })).statusCode,
		),
	);
	expect(statuses).toEqual(answered ? [200, 200, 404] : [421, 421, 421]);
});

test('a Stream connection under a foreign name is refused, though its ticket is good', async () => {
	const { url, company } = sandbox.it;
	const open = {
		clientId: company.appKey,
		clientSecret: company.appSecret,
		subscriptions: [{ type: 'EVENT', topic: '*' }],
	};
	const connect = async (host: string): Promise<string> => {
		const { body } = await send('POST', `${url}/v1.0/gateway/connections/open`, open, { accept: 'application/json' });
		const socket = new WebSocket(`${String(body.endpoint)}?ticket=${String(body.ticket)}`, { headers: { host } });
		return await new Promise((resolve) => {
			socket.once('open', () => resolve('open'));
			socket.once('error', (error) => resolve(error.message));
		}).then((how) => {
			socket.terminate();
			return String(how);
		});
	};
	expect(await connect('localhost')).toBe('open');
	expect(await connect('evil.example')).toContain('421');
});
