import { request } from 'undici';

import { startSandbox } from '../../sandbox';
import type { Fault } from '../../sandbox';
import { send, signedIn, useSandbox } from './client';

const sandbox = useSandbox();
const USER = '/topapi/v2/user/get';
const TASKS = '/v1.0/todo/users/unlisiiEiE/tasks';
const lisi = { userid: 'lisi' };

const table: Array<[Fault['kind'], Partial<Fault>, object, [number, object]]> = [
	['expiredToken', {}, { errcode: 42001 }, [400, { code: 'InvalidAuthentication' }]],
	[
		'expiredToken',
		{ errcode: 88, status: 401 },
		{ errcode: 88, sub_code: '40014' },
		[401, { code: 'InvalidAuthentication' }],
	],
	['throttle', {}, { errcode: 90018 }, [403, { code: 'Forbidden.AccessDenied.QpsLimitForAppkeyAndApi' }]],
	['throttleAll', {}, { errcode: 90002 }, [403, { code: 'Forbidden.AccessDenied.QpsLimitForApi' }]],
	['quota', {}, { errcode: 90020 }, [403, { code: 'Forbidden.AccessDenied.ApiCountLimitForOrg' }]],
	['ipBan', {}, { status: 1111, punish: 'deny' }, [200, { status: 1111 }]],
	['busy', {}, { errcode: -1 }, [500, { code: 'system.busy' }]],
	['notDone', {}, { errcode: 0, result: false }, [200, { success: true, result: false }]],
	['500', {}, { errcode: -1 }, [500, { code: 'systemError' }]],
];

test.each(table)('%s %j, once on each host, then all is well', async (kind, options, legacy, [status, body]) => {
	const { api, oapi } = await signedIn(sandbox.it);
	sandbox.it.fault({ kind, times: 2, ...options });
	expect((await oapi(USER, lisi)).body).toMatchObject(legacy);
	expect(await api('POST', TASKS, { subject: 'a' })).toMatchObject({ status, body });
	expect((await oapi(USER, lisi)).body.errcode).toBe(0);
	expect((await api('POST', TASKS, { subject: 'a' })).status).toBe(200);
	expect(sandbox.it.received.todos).toHaveLength(1);
	expect(sandbox.it.problems()).toEqual([]);
});

test('a fault waits for its path and spares tokens', async () => {
	sandbox.it.fault({ kind: '500', match: /getbymobile$/ });
	sandbox.it.fault({ kind: '500', match: TASKS });
	const { api, oapi } = await signedIn(sandbox.it);
	expect((await oapi(USER, lisi)).body.errcode).toBe(0);
	expect((await oapi('/topapi/v2/user/getbymobile', { mobile: '13800000003' })).status).toBe(500);
	expect((await api('POST', TASKS, { subject: 'a' })).status).toBe(500);
});

test('a cut connection: before the deed, or after it', async () => {
	const { api } = await signedIn(sandbox.it);
	sandbox.it.fault({ kind: 'reset', match: TASKS });
	await expect(api('POST', TASKS, { subject: 'a' })).rejects.toThrow();
	expect(sandbox.it.received.todos).toHaveLength(0);
	sandbox.it.fault({ kind: 'reset', match: TASKS, after: true });
	await expect(api('POST', TASKS, { subject: 'a' })).rejects.toThrow();
	expect(sandbox.it.received.todos).toHaveLength(1);
	expect(sandbox.it.log.at(-1)).toMatchObject({ status: 0, fault: 'reset' });
});

test('the page of the firewall', async () => {
	const { token } = await signedIn(sandbox.it);
	sandbox.it.fault({ kind: 'html', match: USER });
	const answer = await request(`${sandbox.it.legacyUrl}${USER}?access_token=${token}`, { method: 'POST' });
	expect(answer.headers['content-type']).toContain('text/html');
	expect(await answer.body.text()).toContain('<html>');
});

test('a delay', async () => {
	const { oapi } = await signedIn(sandbox.it);
	sandbox.it.fault({ kind: 'delay', ms: 60, match: USER });
	expect((await oapi(USER, lisi)).body.errcode).toBe(0);
	expect(sandbox.it.log.at(-1)?.took).toBeGreaterThanOrEqual(55);
});

describe('limits', () => {
	let now = 1_700_000_000_000;
	const limited = () => startSandbox({ limits: true, now: () => now });

	test('20 calls in a second to one API; another API and the next second are free', async () => {
		const it = await limited();
		try {
			const { api, oapi } = await signedIn(it);
			const codes = [];
			for (let i = 0; i < 22; i += 1) codes.push((await oapi(USER, lisi)).body.errcode);
			expect(codes).toEqual([...Array.from({ length: 20 }, () => 0), 90018, 90018]);
			for (let i = 0; i < 20; i += 1) expect((await api('POST', TASKS, { subject: 'a' })).status).toBe(200);
			expect(await api('POST', TASKS, { subject: 'a' })).toMatchObject({
				status: 403,
				body: { code: 'Forbidden.AccessDenied.QpsLimitForAppkeyAndApi' },
			});
			now += 1000;
			expect((await oapi(USER, lisi)).body.errcode).toBe(0);
		} finally {
			await it.close();
		}
	});

	test('20 messages in a minute of one robot, then ten minutes of silence', async () => {
		const it = await limited();
		try {
			const say = async () =>
				(
					await send('POST', `${it.legacyUrl}/robot/send?access_token=${it.company.keywordRobot.accessToken}`, {
						msgtype: 'text',
						text: { content: '通知' },
					})
				).body.errcode;
			for (let i = 0; i < 20; i += 1) expect(await say()).toBe(0);
			expect(await say()).toBe(660026);
			now += 9 * 60_000;
			expect(await say()).toBe(660026);
			now += 60_000;
			expect(await say()).toBe(0);
		} finally {
			await it.close();
		}
	});
});
