import { createHmac } from 'node:crypto';
import type { IDataObject } from 'n8n-workflow';
import { startSandbox, type Sandbox } from '../../sandbox';
import { sandboxCredentials } from '../support/engine';
import { callWith, listen, to, type Helper } from './wire';

const TYPE = 'dingTalkRobotApi';
const message = { body: { msgtype: 'text', text: { content: '你好' } } };
let sandbox: Sandbox;
beforeAll(async () => {
	sandbox = await startSandbox();
});
afterEach(() => {
	expect(sandbox.problems()).toEqual([]);
	sandbox.clearLog();
});
afterAll(async () => await sandbox.close());

const robot = (overrides: IDataObject = {}) => {
	const { dingTalkRobotApi, ...rest } = sandboxCredentials(sandbox);
	return { ...rest, dingTalkRobotApi: { ...dingTalkRobotApi, ...overrides } as NonNullable<typeof dingTalkRobotApi> };
};
const send = () => `${sandbox.legacyUrl}/robot/send`;

describe.each<Helper>(['httpRequestWithAuthentication', 'requestWithAuthentication'])('by %s', (helper) => {
	test('the sign is right on the wire: encoded once, whatever characters it has', async () => {
		for (let attempt = 0; attempt < 12; attempt++) {
			expect(await callWith(robot(), TYPE, helper, to(helper, send(), message))).toMatchObject({ errcode: 0 });
			await new Promise((resolve) => setTimeout(resolve, 2));
		}
		const { secret } = sandbox.company.groupRobot;
		for (const { rawQuery, query } of sandbox.log) {
			const sign = createHmac('sha256', secret).update(`${query.timestamp}\n${secret}`).digest('base64');
			expect(rawQuery).toContain(`sign=${encodeURIComponent(sign)}`);
		}
		// Among these signs are some with the characters that go wrong.
		expect(sandbox.log.some(({ query }) => /[+/]/.test(query.sign ?? ''))).toBe(true);
	});

	test('by its bare token, with the host beside it', async () => {
		const bare = robot({ webhook: sandbox.company.groupRobot.accessToken });
		expect(await callWith(bare, TYPE, helper, to(helper, send(), message))).toMatchObject({ errcode: 0 });
	});

	test('without a secret nothing is signed', async () => {
		const { accessToken, keywords } = sandbox.company.keywordRobot;
		const unsigned = robot({ webhook: accessToken, secret: '' });
		expect(
			await callWith(
				unsigned,
				TYPE,
				helper,
				to(helper, send(), { body: { msgtype: 'text', text: { content: keywords[0] } } }),
			),
		).toMatchObject({ errcode: 0 });
		expect(Object.keys(sandbox.log[0]?.query ?? {})).toEqual(['access_token']);
	});

	test('to a third host no token goes', async () => {
		const evil = await listen();
		await expect(callWith(robot(), TYPE, helper, to(helper, `${evil.url}/robot/send`, message))).rejects.toThrow(
			/only sent to/,
		);
		expect(evil.received).toEqual([]);
		await evil.close();
	});

	test.each([302, 307])('a redirect (%i) does not carry the token away', async (status) => {
		const evil = await listen();
		const gate = await listen(() => ({ status, headers: { location: `${evil.url}/taken` } }));
		const moved = robot({ webhook: `${gate.url}/robot/send?access_token=the-robot-token` });
		await callWith(
			moved,
			TYPE,
			helper,
			to(helper, `${gate.url}/robot/send`, { ...message, followRedirect: true, followAllRedirects: true }),
		).catch(() => undefined);
		expect(gate.received).toHaveLength(1);
		expect(evil.received).toEqual([]);
		await gate.close();
		await evil.close();
	});

	test.each(['', 'two words', 'https://oapi.dingtalk.com/robot/send'])(
		'a webhook that is none: %p',
		async (webhook) => {
			await expect(callWith(robot({ webhook }), TYPE, helper, to(helper, send(), message))).rejects.toThrow(
				/neither a URL with access_token nor a token/,
			);
			expect(sandbox.log).toEqual([]);
		},
	);
});
