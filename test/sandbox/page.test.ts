import { request } from 'undici';

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
	expect(form.statusCode).toBe(404);
});
