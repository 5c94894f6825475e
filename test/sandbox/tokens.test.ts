import { startSandbox } from '../../sandbox';
import { send, tokenOf, useSandbox } from './client';

const sandbox = useSandbox();

const legacyToken = (key: string, secret: string) =>
	send('GET', `${sandbox.it.legacyUrl}/gettoken?appkey=${key}&appsecret=${secret}`);

test('both APIs give the same token while it is valid', async () => {
	const { appKey, appSecret } = sandbox.it.company;
	const token = await tokenOf(sandbox.it);
	const legacy = await legacyToken(appKey, appSecret);
	expect(legacy.body).toMatchObject({ errcode: 0, errmsg: 'ok', access_token: token, expires_in: 7200 });
	expect(sandbox.it.tokenFetches).toBe(2);
});

test('the new API does not tell a wrong key from a wrong secret, the legacy API does', async () => {
	const { appKey, appSecret } = sandbox.it.company;
	for (const body of [
		{ appKey: 'x', appSecret },
		{ appKey, appSecret: 'x' },
	]) {
		const { status, body: answer } = await send('POST', `${sandbox.it.url}/v1.0/oauth2/accessToken`, body);
		expect([status, answer.code, answer.message]).toEqual([
			400,
			'invalidClientIdOrSecret',
			'无效的clientId或者clientSecret',
		]);
		expect(typeof answer.requestid).toBe('string');
	}
	expect((await legacyToken('x', appSecret)).body.errcode).toBe(40096);
	expect((await legacyToken(appKey, 'x')).body.errcode).toBe(40001);
	expect(sandbox.it.tokenFetches).toBe(0);
});

test('a token ends after its time; fetching again renews it', async () => {
	let now = 1_700_000_000_000;
	const it = await startSandbox({ tokenTtl: 60, now: () => now });
	const user = async (token: string) =>
		(await send('POST', `${it.legacyUrl}/topapi/v2/user/get?access_token=${token}`, { userid: 'lisi' })).body.errcode;
	const todos = async (token: string) =>
		(
			await send(
				'POST',
				`${it.url}/v1.0/todo/users/unlisiiEiE/org/tasks/query`,
				{},
				{ 'x-acs-dingtalk-access-token': token },
			)
		).body;
	try {
		const token = await tokenOf(it);
		now += 40_000;
		expect(await tokenOf(it)).toBe(token);
		now += 40_000;
		expect(await user(token)).toBe(0);
		now += 30_000;
		expect(await user(token)).toBe(88);
		expect(await todos(token)).toMatchObject({ code: 'InvalidAuthentication', message: '不合法的access_token' });
		expect(await user('made up')).toBe(88);
		const fresh = await tokenOf(it);
		expect(fresh).not.toBe(token);
		expect(await user(fresh)).toBe(0);
		it.expireTokens();
		expect(await user(fresh)).toBe(88);
		expect(it.problems()).toEqual([]);
	} finally {
		await it.close();
	}
});
