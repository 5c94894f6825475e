import type { IHttpRequestOptions } from 'n8n-workflow';
import { DingTalkApi } from '../../credentials/DingTalkApi.credentials';
import { startSandbox, type Sandbox } from '../../sandbox';
import { sandboxCredentials } from '../support/engine';
import { callWith, listen, to, type Helper } from './wire';

const TYPE = 'dingTalkApi';
let sandbox: Sandbox;
beforeEach(async () => {
	sandbox = await startSandbox();
});
afterEach(async () => {
	expect(sandbox.problems()).toEqual([]);
	await sandbox.close();
});

const userOf = () => `${sandbox.legacyUrl}/topapi/v2/user/get`;
const todosOf = () => `${sandbox.url}/v1.0/todo/users/unzhangsaniEiE/org/tasks/query`;
const calls = () => sandbox.log.filter(({ path }) => !path.includes('/oauth2/'));
const user = { body: { userid: 'zhangsan' } };

test('a token host that never answers is given up after half a minute, not after the five of n8n', async () => {
	const asked: Array<number | undefined> = [];
	const httpRequest = async ({ timeout }: IHttpRequestOptions) => {
		asked.push(timeout);
		return await Promise.reject(new Error('no answer'));
	};
	const fetching = new DingTalkApi().preAuthentication.call({ helpers: { httpRequest } }, { clientId: 'c' });
	await expect(fetching).rejects.toThrow('api.dingtalk.com');
	expect(asked).toEqual([30_000]);
});

test('a token host that drips without an end is given up as well', async () => {
	const whole = new AbortController();
	const timeout = jest.spyOn(AbortSignal, 'timeout').mockReturnValue(whole.signal);
	const httpRequest = async ({ abortSignal }: IHttpRequestOptions) =>
		await new Promise<never>((_, reject) => {
			abortSignal?.addEventListener?.('abort', () => reject(new Error('canceled')));
			whole.abort();
		});
	const fetching = new DingTalkApi().preAuthentication.call({ helpers: { httpRequest } }, { clientId: 'c' });
	await expect(fetching).rejects.toMatchObject({ code: 'ETIMEDOUT', message: expect.stringContaining('in time') });
	expect(timeout).toHaveBeenCalledWith(30_000);
	timeout.mockRestore();
});

describe.each<Helper>(['httpRequestWithAuthentication', 'requestWithAuthentication'])('by %s', (helper) => {
	test('the new API gets the token in its header, and only there', async () => {
		await callWith(sandboxCredentials(sandbox), TYPE, helper, to(helper, todosOf()));
		const [entry] = calls();
		expect(entry?.headers['x-acs-dingtalk-access-token']).toMatch(/^[0-9a-f]{32}$/);
		expect(entry?.rawQuery).toBe('');
	});

	test('the legacy API gets it in the query, beside what is there', async () => {
		expect(await callWith(sandboxCredentials(sandbox), TYPE, helper, to(helper, userOf(), user))).toMatchObject({
			errcode: 0,
		});
		const [entry] = calls();
		expect(entry?.query.access_token).toMatch(/^[0-9a-f]{32}$/);
		expect(entry?.headers).not.toHaveProperty('x-acs-dingtalk-access-token');
	});

	test('one token for both hosts, stored for the next execution', async () => {
		const credentials = sandboxCredentials(sandbox);
		for (const url of [todosOf(), userOf(), userOf()])
			await callWith(credentials, TYPE, helper, to(helper, url, url === userOf() ? user : {}));
		expect(sandbox.tokenFetches).toBe(1);
		expect(credentials.dingTalkApi).toMatchObject({
			accessToken: calls()[1]?.query.access_token,
			expiresAt: expect.any(Number),
		});
	});

	test('a token that has run out is renewed before the call, on the legacy host too', async () => {
		const credentials = sandboxCredentials(sandbox, { accessToken: 'long-gone', expiresAt: Date.now() - 1 });
		expect(await callWith(credentials, TYPE, helper, to(helper, userOf(), user))).toMatchObject({ errcode: 0 });
		expect(sandbox.tokenFetches).toBe(1);
		expect(JSON.stringify(sandbox.log)).not.toContain('long-gone');
	});

	test('another app’s token is not used when the credential was edited', async () => {
		const credentials = sandboxCredentials(sandbox);
		await callWith(credentials, TYPE, helper, to(helper, userOf(), user));
		const edited = { ...credentials, dingTalkApi: { ...credentials.dingTalkApi, clientId: 'another-app' } };
		await expect(callWith(edited, TYPE, helper, to(helper, userOf(), user))).rejects.toThrow();
		expect(calls()).toHaveLength(1);
	});

	test.each([
		['a third host', (evil: string) => `${evil}/v1.0/todo`],
		[
			'the right host as user name',
			(evil: string) => evil.replace('http://', `http://${new URL(sandbox.url).host.replace(':', '%3A')}@`),
		],
		['the right host in the query', (evil: string) => `${evil}/?u=${sandbox.url}`],
	])('to %s no token and no request goes', async (_, at) => {
		const evil = await listen();
		await expect(callWith(sandboxCredentials(sandbox), TYPE, helper, to(helper, at(evil.url)))).rejects.toThrow(
			/only sent to the hosts of the credential/,
		);
		expect(evil.received).toEqual([]);
		await evil.close();
	});

	test.each([301, 302, 303, 307, 308])('a redirect (%i) does not carry the token to another host', async (status) => {
		const evil = await listen();
		const gate = await listen(({ url }) =>
			url?.includes('/oauth2/') ? { status: 200 } : { status, headers: { location: `${evil.url}/taken` } },
		);
		const credentials = sandboxCredentials(sandbox, {
			accessToken: 'the-token',
			expiresAt: Date.now() + 60_000,
			apiHost: gate.url,
			legacyHost: gate.url,
		});
		for (const path of ['/v1.0/x', '/topapi/x']) {
			for (const method of ['GET', 'POST'] as const) {
				const { body, ...request } = to(helper, `${gate.url}${path}`, {
					method,
					followRedirect: true,
					followAllRedirects: true,
				});
				await callWith(credentials, TYPE, helper, method === 'GET' ? request : { ...request, body }).catch(
					() => undefined,
				);
			}
		}
		expect(gate.received.length).toBeGreaterThanOrEqual(4);
		expect(evil.received).toEqual([]);
		await gate.close();
		await evil.close();
	});

	test('one proxy for both APIs, under a path', async () => {
		const gate = await listen();
		const credentials = sandboxCredentials(sandbox, {
			accessToken: 'the-token',
			expiresAt: Date.now() + 60_000,
			apiHost: `${gate.url}/ding/`,
			legacyHost: `${gate.url}/ding`,
		});
		await callWith(credentials, TYPE, helper, to(helper, `${gate.url}/ding/v1.0/x`));
		await callWith(credentials, TYPE, helper, to(helper, `${gate.url}/ding/topapi/x`));
		expect(gate.received[0]).toMatch(/^\/ding\/v1\.0\/x .*"x-acs-dingtalk-access-token":"the-token"/);
		expect(gate.received[1]).toMatch(/^\/ding\/topapi\/x\?access_token=the-token /);
		await expect(callWith(credentials, TYPE, helper, to(helper, `${gate.url}/other`))).rejects.toThrow();
		expect(gate.received.filter((line) => line.startsWith('/other'))).toEqual([]);
		await gate.close();
	});
});

test('by a base URL and a path', async () => {
	await callWith(sandboxCredentials(sandbox), TYPE, 'httpRequestWithAuthentication', {
		method: 'POST',
		baseURL: sandbox.legacyUrl,
		url: '/topapi/v2/user/get',
		body: { userid: 'zhangsan' },
		json: true,
	});
	expect(calls()).toHaveLength(1);
});

test('a token that the new API ends early is renewed by n8n after its 401', async () => {
	const credentials = sandboxCredentials(sandbox);
	await callWith(credentials, TYPE, 'httpRequestWithAuthentication', to('httpRequestWithAuthentication', todosOf()));
	sandbox.fault({ kind: 'expiredToken', status: 401 });
	expect(
		await callWith(credentials, TYPE, 'httpRequestWithAuthentication', to('httpRequestWithAuthentication', todosOf())),
	).toMatchObject({ todoCards: [] });
	expect(sandbox.tokenFetches).toBe(2);
});

describe('pre-authentication', () => {
	const authenticate = async (overrides: object) =>
		await callWith(
			sandboxCredentials(sandbox, { ...overrides }),
			TYPE,
			'httpRequestWithAuthentication',
			to('httpRequestWithAuthentication', userOf(), user),
		);

	test.each([
		['a wrong secret', () => ({ clientSecret: 'a-wrong-secret' })],
		['a wrong key', () => ({ clientId: 'a-wrong-key' })],
	])('%s: an error that does not hold the secret', async (_, overrides) => {
		const error: unknown = await authenticate(overrides()).then(
			() => undefined,
			(cause: unknown) => cause,
		);
		expect(error).toBeInstanceOf(Error);
		expect(JSON.stringify(error)).not.toMatch(new RegExp(`a-wrong-secret|${sandbox.company.appSecret}`));
		expect(calls()).toEqual([]);
	});

	test('blanks around what was pasted', async () => {
		expect(
			await authenticate({ clientId: ` ${sandbox.company.appKey}`, clientSecret: `${sandbox.company.appSecret}\n` }),
		).toMatchObject({ errcode: 0 });
	});

	test('a host that answers something else', async () => {
		const other = await listen();
		await expect(authenticate({ apiHost: other.url })).rejects.toThrow(/no access token/);
		await other.close();
	});

	test('the token’s fields are hidden in the form, the secrets are masked', () => {
		const { properties } = new DingTalkApi();
		const named = (name: string) => properties.find((property) => property.name === name);
		for (const name of ['accessToken', 'expiresAt', 'tokenOwner']) expect(named(name)?.type).toBe('hidden');
		for (const name of ['clientSecret', 'callbackToken', 'callbackAesKey', 'accessToken'])
			expect(named(name)?.typeOptions).toMatchObject({ password: true });
		expect(named('accessToken')?.typeOptions).toMatchObject({ expirable: true });
	});
});
