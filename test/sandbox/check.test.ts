import { request } from 'undici';

import { signedIn, send, useSandbox } from './client';

const sandbox = useSandbox();
const TASKS = '/v1.0/todo/users/unlisiiEiE/tasks';

/** [what, call, status, code, problem] */
const apiTable: Array<[string, 'GET' | 'POST', string, unknown, number, string | number, RegExp]> = [
	['unknown route', 'POST', '/v1.0/nothing/here', {}, 404, 'InvalidAction.NotFound', /unknown route/],
	['legacy route on the new host', 'POST', '/topapi/v2/user/get', { userid: 'lisi' }, 200, 404, /wrong host/],
	['wrong method', 'GET', TASKS, undefined, 404, 'InvalidAction.NotFound', /takes POST, not GET/],
	['missing field', 'POST', TASKS, { priority: 20 }, 400, 'missingParameter', /body\.subject: required/],
	['unknown field', 'POST', TASKS, { subject: 'a', subjekt: 'b' }, 400, 'invalidParameter', /body\.subjekt: unknown/],
	[
		'wrong type',
		'POST',
		TASKS,
		{ subject: 'a', dueTime: '1700000000000' },
		400,
		'invalidParameter',
		/body\.dueTime: expected number, got string/,
	],
	[
		'a listed value of the wrong type',
		'POST',
		TASKS,
		{ subject: 'a', priority: '20' },
		400,
		'invalidParameter',
		/body\.priority: expected number, got string/,
	],
	[
		'a word where a listed number is wanted',
		'POST',
		TASKS,
		{ subject: 'a', priority: 'high' },
		400,
		'invalidParameter',
		/body\.priority: expected number, got string/,
	],
	['an unlisted value', 'POST', TASKS, { subject: 'a', priority: 99 }, 400, 'invalidParameter', /99 is none of 10, 20/],
	[
		'wrong type deep inside',
		'POST',
		TASKS,
		{ subject: 'a', executorIds: [1] },
		400,
		'invalidParameter',
		/body\.executorIds\[0\]: expected string/,
	],
	[
		'unknown query',
		'POST',
		`${TASKS}?operator=x`,
		{ subject: 'a' },
		400,
		'invalidParameter',
		/query\.operator: unknown/,
	],
];

test.each(apiTable)('new API: %s', async (_name, method, path, body, status, code, problem) => {
	const { api } = await signedIn(sandbox.it);
	const reply = await api(method, path, body);
	expect([reply.status, reply.body.code ?? reply.body.errcode]).toEqual([status, code]);
	expect(sandbox.it.problems().map((one) => one.problem)).toEqual([expect.stringMatching(problem)]);
});

const legacyTable: Array<[string, string, unknown, number, RegExp]> = [
	['unknown route', '/topapi/nothing', {}, 22, /unknown route/],
	['new route on the legacy host', TASKS, { subject: 'a' }, 404, /wrong host/],
	['missing field', '/topapi/v2/user/get', {}, 400002, /body\.userid: required/],
	['unknown field', '/topapi/v2/user/get', { userid: 'lisi', id: 'x' }, 40035, /body\.id: unknown/],
	['wrong type', '/topapi/user/listid', { dept_id: 'one' }, 40035, /body\.dept_id: expected number/],
];

test.each(legacyTable)('legacy API: %s', async (_name, path, body, errcode, problem) => {
	const { oapi } = await signedIn(sandbox.it);
	const reply = await oapi(path, body);
	expect([reply.status, reply.body.errcode]).toEqual([200, errcode]);
	expect(typeof reply.body.request_id).toBe('string');
	expect(sandbox.it.problems().map((one) => one.problem)).toEqual([expect.stringMatching(problem)]);
});

test('a call without a token is malformed, one with a bad token is not', async () => {
	const { url, legacyUrl } = sandbox.it;
	expect((await send('POST', `${url}${TASKS}`, { subject: 'a' })).body.code).toBe(
		'AuthenticationFailed.MissingParameter',
	);
	expect((await send('POST', `${legacyUrl}/topapi/v2/user/get`, { userid: 'lisi' })).body.errcode).toBe(88);
	expect(sandbox.it.problems()).toHaveLength(2);
	await send('POST', `${url}${TASKS}`, { subject: 'a' }, { 'x-acs-dingtalk-access-token': 'bad' });
	expect(sandbox.it.problems()).toHaveLength(2);
});

test('a body that is no JSON, or claims to be something else, is malformed', async () => {
	const { token } = await signedIn(sandbox.it);
	const post = async (url: string, type: string, body: string) => {
		const answer = await request(url, {
			method: 'POST',
			headers: { 'content-type': type, 'x-acs-dingtalk-access-token': token },
			body,
		});
		return (await answer.body.json()) as Record<string, unknown>;
	};
	expect((await post(`${sandbox.it.url}${TASKS}`, 'application/json', '{')).code).toBe('param.isNotJson');
	expect(
		(await post(`${sandbox.it.legacyUrl}/topapi/v2/user/get?access_token=${token}`, 'application/json', '{')).errcode,
	).toBe(47001);
	expect(
		(await post(`${sandbox.it.legacyUrl}/topapi/v2/user/get?access_token=${token}`, 'text/plain', 'userid=lisi'))
			.errcode,
	).toBe(43004);
	expect(sandbox.it.problems()).toHaveLength(3);
});

test('the legacy host takes form bodies, as its documentation shows them', async () => {
	const { token } = await signedIn(sandbox.it);
	const answer = await request(`${sandbox.it.legacyUrl}/topapi/v2/user/list?access_token=${token}`, {
		method: 'POST',
		headers: { 'content-type': 'application/x-www-form-urlencoded;charset=utf-8' },
		body: 'dept_id=101&cursor=0&size=10',
	});
	expect(await answer.body.json()).toMatchObject({ errcode: 0 });
	expect(sandbox.it.problems()).toEqual([]);
});

test('the log holds the request as it came', async () => {
	const { api, token } = await signedIn(sandbox.it);
	await api('POST', `${TASKS}?operatorId=unlisiiEiE`, { subject: '写周报' });
	expect(sandbox.it.log.at(-1)).toMatchObject({
		host: 'api',
		method: 'POST',
		path: TASKS,
		query: { operatorId: 'unlisiiEiE' },
		headers: { 'x-acs-dingtalk-access-token': token },
		body: { subject: '写周报' },
		status: 200,
		operation: expect.stringContaining('todo.'),
	});
});
