import type { IDataObject } from 'n8n-workflow';
import { startSandbox, type Sandbox } from '../../../sandbox';
import { execute, outputs, sandboxCredentials, type Call } from '../../support/engine';
import { getTodos, getUser, nodeOf } from '../../support/node';

const node = nodeOf([getUser, getTodos]);

let sandbox: Sandbox;
beforeEach(async () => {
	sandbox = await startSandbox();
});
afterEach(async () => {
	expect(sandbox.problems()).toEqual([]);
	await sandbox.close();
});

/** Both dialects: how each API refuses a token differs. */
const dialects = [
	['legacy', { operation: 'getUser', userId: '={{ $json.id }}' }, (s: Sandbox) => s.company.users[1]?.userid],
	['new', { operation: 'getTodos', unionId: '={{ $json.id }}' }, (s: Sandbox) => s.company.users[1]?.unionid],
] as const;

const call = (parameters: IDataObject, id: string | undefined, count: number, options: IDataObject = {}): Call => ({
	nodeType: node,
	parameters: { resource: 'thing', ...parameters, options: { callsPerSecond: 0, ...options } },
	items: Array.from({ length: count }, () => ({ json: { id } })),
	credentials: sandboxCredentials(sandbox),
});

describe.each(dialects)('%s API', (_, parameters, idOf) => {
	test('50 items at once, no token yet: one fetch', async () => {
		expect(await execute(call(parameters, idOf(sandbox), 50, { batching: 50 }))).toHaveLength(50);
		expect(sandbox.tokenFetches).toBe(1);
	});

	test('50 items at once, a token that DingTalk has ended: one fetch, no failed item', async () => {
		const first = call(parameters, idOf(sandbox), 1);
		await execute(first);
		sandbox.expireTokens();
		const again = call(parameters, idOf(sandbox), 50, { batching: 50 });
		expect(await execute({ ...again, credentials: first.credentials })).toHaveLength(50);
		expect(sandbox.tokenFetches).toBe(2);
		expect(first.credentials.dingTalkApi?.accessToken).toBe(tokensOf(sandbox).pop());
	});

	test('50 items at once, all refused although the token is good (DingTalk gives the same one again): one fetch', async () => {
		const first = call(parameters, idOf(sandbox), 1);
		await execute(first);
		sandbox.fault({ kind: 'expiredToken', times: 50 });
		expect(
			await execute({ ...call(parameters, idOf(sandbox), 50, { batching: 50 }), credentials: first.credentials }),
		).toHaveLength(50);
		expect(sandbox.tokenFetches).toBe(2);
	});

	test('the token ends in mid-run: one fetch more, no failed item, order kept', async () => {
		const running = outputs(call(parameters, idOf(sandbox), 120, { batching: 10 }));
		while (sandbox.log.length < 40) await new Promise((resolve) => setImmediate(resolve));
		sandbox.expireTokens();
		expect(await running).toHaveLength(120);
		expect(sandbox.tokenFetches).toBe(2);
	});

	test('a token that is refused even when fresh: the sentence, after one fetch', async () => {
		const first = call(parameters, idOf(sandbox), 1);
		await execute(first);
		sandbox.fault({ kind: 'expiredToken', times: 99 });
		await expect(execute({ ...first, onError: 'stopWorkflow' })).rejects.toThrow(
			/不合法的access_token|access_token超时/,
		);
		expect(sandbox.tokenFetches).toBe(2);
	});

	test('a wrong secret: one attempt for the whole execution, and a sentence for each item', async () => {
		const wrong = call(parameters, idOf(sandbox), 50, { batching: 5 });
		wrong.credentials = sandboxCredentials(sandbox, { clientSecret: 'wrong-secret-of-this-app' });
		const items = await outputs({ ...wrong, onError: 'continueRegularOutput' });
		expect(items).toHaveLength(50);
		expect(items[49]).toMatchObject({
			error: { code: 'invalidClientIdOrSecret', description: expect.stringContaining('Client ID') },
		});
		expect(attempts(sandbox)).toBe(1);
		expect(JSON.stringify(items)).not.toContain('wrong-secret-of-this-app');
		await expect(execute(wrong)).rejects.toThrow('invalidClientIdOrSecret');
		expect(attempts(sandbox)).toBe(2);
	});
});

const attempts = ({ log }: Sandbox) => log.filter(({ path }) => path === '/v1.0/oauth2/accessToken').length;
const tokensOf = ({ log }: Sandbox) =>
	log.map(({ headers, query }) => headers['x-acs-dingtalk-access-token'] ?? query.access_token).filter(Boolean);

test('the next execution uses the stored token, also the one that another worker has stored', async () => {
	const [, parameters, idOf] = dialects[0];
	const first = call(parameters, idOf(sandbox), 3);
	await execute(first);
	expect(first.credentials.dingTalkApi).toMatchObject({
		accessToken: tokensOf(sandbox)[0],
		expiresAt: expect.any(Number),
	});
	await execute(first);
	expect(sandbox.tokenFetches).toBe(1);

	// Another process has fetched: this one knows nothing of it but what the database holds.
	const elsewhere = await startSandbox();
	const { appKey, appSecret } = elsewhere.company;
	const answer = await fetch(`${elsewhere.url}/v1.0/oauth2/accessToken`, {
		method: 'POST',
		headers: { 'content-type': 'application/json' },
		body: JSON.stringify({ appKey, appSecret }),
	});
	const { accessToken } = (await answer.json()) as { accessToken: string };
	await execute({
		...first,
		credentials: sandboxCredentials(elsewhere, { accessToken, expiresAt: Date.now() + 3_600_000 }),
	});
	expect(elsewhere.tokenFetches).toBe(1);
	await elsewhere.close();
});

test('a stored token that has run out by its own time is renewed before a request is wasted on it', async () => {
	const [, parameters, idOf] = dialects[0];
	const stale = call(parameters, idOf(sandbox), 20);
	stale.credentials = sandboxCredentials(sandbox, { accessToken: 'long-gone', expiresAt: Date.now() - 1 });
	await execute(stale);
	expect(sandbox.tokenFetches).toBe(1);
	expect(tokensOf(sandbox)).not.toContain('long-gone');
});

test('a short-lived token is renewed before its end, again and again', async () => {
	await sandbox.close();
	sandbox = await startSandbox({ tokenTtl: 1 });
	const [, parameters, idOf] = dialects[1];
	const short = call(parameters, idOf(sandbox), 60, { batching: 2, callsPerSecond: 20 });
	expect(await execute(short)).toHaveLength(60);
	expect(sandbox.log.every(({ status }) => status === 200)).toBe(true);
	expect(sandbox.tokenFetches).toBeGreaterThanOrEqual(2);
}, 15_000);
