import { CredentialTestContext } from 'n8n-core';
import type { ICredentialDataDecryptedObject, ICredentialTestFunctions } from 'n8n-workflow';
import { testDingTalkApi, testDingTalkRobotApi } from '../../../nodes/runtime/credentialTests';
import { startSandbox, type Sandbox } from '../../../sandbox';
import { listen } from '../../credentials/wire';
import { sandboxCredentials } from '../../support/engine';

let sandbox: Sandbox;
beforeAll(async () => {
	sandbox = await startSandbox();
});
afterEach(() => {
	sandbox.clearLog();
	sandbox.clearFaults();
});
afterAll(async () => await sandbox.close());

/** The test button, with n8n's own context. */
const context = new CredentialTestContext(undefined as never) as unknown as ICredentialTestFunctions;
const press = async (test: typeof testDingTalkApi, type: string, overrides: object) => {
	const data = { ...sandboxCredentials(sandbox)[type], ...overrides } as ICredentialDataDecryptedObject;
	return await test.call(context, { id: '1', name: 'c', type, data });
};
const app = async (overrides: object = {}) => await press(testDingTalkApi, 'dingTalkApi', overrides);
const robot = async (overrides: object = {}) => await press(testDingTalkRobotApi, 'dingTalkRobotApi', overrides);

/** An address on loopback that nobody listens on. */
async function nowhere(): Promise<string> {
	const { url, close } = await listen();
	await close();
	return url;
}

describe('DingTalk API', () => {
	test('right', async () => {
		expect(await app()).toEqual({ status: 'OK', message: expect.stringContaining('连接成功') });
	});

	test('a wrong key and a wrong secret are told apart', async () => {
		expect(await app({ clientId: 'dingnosuchapp' })).toEqual({
			status: 'Error',
			message: expect.stringMatching(/no app with this Client ID.*Client ID（AppKey）有误/),
		});
		expect(await app({ clientSecret: 'a-wrong-secret' })).toEqual({
			status: 'Error',
			message: expect.stringMatching(/Client Secret \(AppSecret\) is wrong for this Client ID.*有误/),
		});
	});

	test.each([
		['the new API', 'apiHost'],
		['the legacy API', 'legacyHost'],
	])('%s is not reached: its host is named', async (_, field) => {
		const url = await nowhere();
		expect(await app({ [field]: url })).toEqual({
			status: 'Error',
			message: expect.stringContaining(`No answer from ${url}`),
		});
	});

	test('a host that is no address', async () => {
		expect(await app({ apiHost: 'not a host' })).toMatchObject({
			status: 'Error',
			message: expect.stringContaining('not a host'),
		});
	});

	test.each([
		['the new API', 'apiHost'],
		['the legacy API', 'legacyHost'],
	])('something else answers in place of %s', async (_, field) => {
		const other = await listen(() => ({ status: 404 }));
		const { status } = await app({ [field]: other.url });
		await other.close();
		expect(status).toBe('Error');
	});

	test('the two hosts belong to different DingTalks', async () => {
		const other = await startSandbox();
		Object.assign(other.company, { appKey: 'another-app' });
		expect((await app({ legacyHost: other.legacyUrl })).status).toBe('Error');
		await other.close();
	});

	test('blanks around what was pasted', async () => {
		expect(
			(await app({ clientId: ` ${sandbox.company.appKey}\n`, clientSecret: `${sandbox.company.appSecret} ` })).status,
		).toBe('OK');
	});

	test('quotes, labels and marks that cannot be seen, around what was pasted', async () => {
		const clientId = `AppKey：“${sandbox.company.appKey}”`;
		expect((await app({ clientId, clientSecret: `"\u200b${sandbox.company.appSecret}",` })).status).toBe('OK');
	});

	test.each([
		['clientId', 'The Client ID (AppKey) holds a blank, a line break'],
		['clientSecret', 'The Client Secret (AppSecret) holds a blank, a line break'],
	])('%s with something inside that cannot be right: said in words, no request', async (field, words) => {
		for (const value of ['abc def', 'abc\ndef', '密钥abc'])
			expect(await app({ [field]: value })).toEqual({ status: 'Error', message: expect.stringContaining(words) });
		expect(sandbox.log).toEqual([]);
	});

	test.each([
		[{ callbackToken: 'abc' }, 'Error'],
		[{ callbackToken: 'abc def' }, 'Error'],
		[{ callbackAesKey: 'a'.repeat(42) }, 'Error'],
		[{ callbackToken: 'Token："abc123"', callbackAesKey: `aes_key: ${'a'.repeat(43)}\n` }, 'OK'],
		[{ callbackToken: '', callbackAesKey: '' }, 'OK'],
	])('keys of callbacks %j: %s', async (keys, status) => {
		const { message, ...rest } = await app(keys);
		expect(rest).toEqual({ status });
		expect(/Callback AES Key/.test(message)).toBe(status === 'Error');
	});

	test('nothing filled in: no request', async () => {
		expect(await app({ clientSecret: '' })).toMatchObject({
			status: 'Error',
			message: expect.stringContaining('Client Secret'),
		});
		expect(sandbox.log).toEqual([]);
	});

	test('DingTalk in trouble: its words, without the secret', async () => {
		sandbox.fault({ kind: '500', match: '/v1.0/oauth2/accessToken' });
		const { status, message } = await app();
		expect(status).toBe('Error');
		expect(message).toMatch(/系统异常 \(systemError\)/);
		expect(message).not.toContain(sandbox.company.appSecret);
	});
});

describe('DingTalk Group Robot', () => {
	const received = () => sandbox.received.messages.length;
	afterEach(() => expect(received()).toBe(0));

	test('right, and nobody in the group sees it', async () => {
		expect((await robot()).status).toBe('OK');
		expect((await robot({ webhook: sandbox.company.groupRobot.accessToken })).status).toBe('OK');
	});

	test('in quotes, behind a label, with marks that cannot be seen', async () => {
		const { accessToken, secret } = sandbox.company.groupRobot;
		expect((await robot({ webhook: `access_token："${accessToken}\ufeff"`, secret: `加签：'${secret}'` })).status).toBe(
			'OK',
		);
	});

	test('a secret with a blank inside: said in words', async () => {
		const { message } = await robot({ secret: 'SECabc SECabc' });
		expect(message).toContain('The Secret holds a blank, a line break');
	});

	test('a wrong token, to which DingTalk answers with HTTP 200', async () => {
		const answer = await robot({ webhook: 'no-such-token' });
		expect(answer).toEqual({ status: 'Error', message: expect.stringMatching(/refused the robot.*300005/) });
		expect(answer.message).not.toContain('no-such-token');
	});

	test.each([
		['wrong', 'SEC-wrong-secret'],
		['missing', ''],
	])('a secret that is %s', async (_, secret) => {
		const answer = await robot({ secret });
		expect(answer).toEqual({ status: 'Error', message: expect.stringMatching(/310000/) });
		expect(answer.message).not.toContain('SEC-wrong-secret');
	});

	test('a robot that wants a keyword', async () => {
		expect((await robot({ webhook: sandbox.company.keywordRobot.accessToken, secret: '' })).status).toBe('OK');
	});

	test('a robot that is switched off', async () => {
		expect(await robot({ webhook: sandbox.company.stoppedRobot.accessToken, secret: '' })).toEqual({
			status: 'Error',
			message: expect.stringContaining('400102'),
		});
	});

	test('a host that is not reached', async () => {
		const url = await nowhere();
		expect(await robot({ webhook: `${url}/robot/send?access_token=t` })).toEqual({
			status: 'Error',
			message: expect.stringContaining(`No answer from ${url}`),
		});
	});

	test('no webhook', async () => {
		expect((await robot({ webhook: 'https://oapi.dingtalk.com/robot/send' })).message).toContain(
			'neither a URL with access_token nor a token',
		);
		expect(sandbox.log).toEqual([]);
	});
});
