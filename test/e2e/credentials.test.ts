import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import type { ICredentialDataDecryptedObject, INodeParameters } from 'n8n-workflow';
import { sandboxCredentials } from '../../scripts/host/sandboxCredentials';
import { type Bench, openBench } from './support/bench';
import { type Step, chain, dingTalk, person } from './support/workflow';

/** n8n's own HTTP Request node with one of our credentials. */
const httpRequest = (type: 'dingTalkApi' | 'dingTalkRobotApi', parameters: INodeParameters): Step => ({
	name: 'HTTP Request',
	type: 'n8n-nodes-base.httpRequest',
	typeVersion: 4.2,
	credentials: { [type]: { id: '', name: '' } },
	parameters: { authentication: 'predefinedCredentialType', nodeCredentialType: type, ...parameters },
});
const post = (url: string, body: object): INodeParameters => ({
	method: 'POST',
	url,
	sendBody: true,
	specifyBody: 'json',
	jsonBody: JSON.stringify(body),
});

/** Some other server on this machine, which answers every request with JSON. */
async function serve(answer: (url: URL, body: string) => object): Promise<{ url: string; close: () => void }> {
	const server = createServer(async (request, response) => {
		response.setHeader('content-type', 'application/json');
		response.end(JSON.stringify(answer(new URL(request.url ?? '', 'http://127.0.0.1'), await text(request))));
	}).listen(0, '127.0.0.1');
	await once(server, 'listening');
	return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, close: () => server.close() };
}

describe('credentials', () => {
	let bench: Bench;
	beforeAll(async () => (bench = await openBench({ tokenTtl: 3 })));
	afterEach(() => bench.sandbox.clearLog());
	afterAll(async () => await bench.close());

	describe('the test button of DingTalk API', () => {
		it.each<[string, ICredentialDataDecryptedObject, 'OK' | 'Error', RegExp]>([
			['the right key and secret', {}, 'OK', /Connection successful 连接成功/],
			['a wrong key', { clientId: 'dingnobody' }, 'Error', /no app with this Client ID[^]*找不到该应用/],
			['a wrong secret', { clientSecret: 'x' }, 'Error', /Client Secret \(AppSecret\) is wrong[^]*有误/],
			[
				'an unreachable host',
				{ apiHost: 'http://127.0.0.1:9' },
				'Error',
				/No answer from http:\/\/127\.0\.0\.1:9[^]*无法连接/,
			],
			[
				'an unreachable legacy host',
				{ legacyHost: 'http://127.0.0.1:9' },
				'Error',
				/No answer from http:\/\/127\.0\.0\.1:9/,
			],
			// n8n 1 refuses to save it.
			[
				'nothing filled in',
				{ clientId: '', clientSecret: '' },
				'Error',
				/Fill in Client ID and Client Secret|"clientId\\?" is mandatory/,
			],
		])('%s', async (_, difference, status, message) => {
			const answer = await bench.api.testCredential('test', 'dingTalkApi', {
				...sandboxCredentials(bench.sandbox).dingTalkApi,
				...difference,
			});
			expect(answer).toEqual({ status, message: expect.stringMatching(message) });
		});
	});

	describe('the test button of DingTalk Group Robot API', () => {
		const token = () => bench.sandbox.company.groupRobot.accessToken;
		it.each<[string, () => ICredentialDataDecryptedObject, 'OK' | 'Error', RegExp]>([
			['the whole webhook and the secret', () => ({}), 'OK', /accepts token and signature 机器人/],
			['the bare token and the secret', () => ({ webhook: token() }), 'OK', /accepts token and signature/],
			[
				'a token that DingTalk refuses with HTTP 200',
				() => ({ webhook: 'nobody' }),
				'Error',
				/refused the robot[^]*(400101|300005)/,
			],
			['a wrong secret', () => ({ secret: 'SECwrong' }), 'Error', /refused the robot[^]*310000/],
			['no secret where one is wanted', () => ({ secret: '' }), 'Error', /refused the robot[^]*310000/],
			[
				'a robot that is switched off',
				() => ({ webhook: bench.sandbox.company.stoppedRobot.accessToken, secret: '' }),
				'Error',
				/400102/,
			],
			[
				'a robot that wants a keyword',
				() => ({ webhook: bench.sandbox.company.keywordRobot.accessToken, secret: '' }),
				'OK',
				/accepts token and signature/,
			],
			['an unreachable host', () => ({ webhook: token(), host: 'http://127.0.0.1:9' }), 'Error', /No answer from/],
			[
				'a webhook that is none',
				() => ({ webhook: 'https://oapi.dingtalk.com/robot/send' }),
				'Error',
				/neither a URL with access_token nor a token/,
			],
		])('%s', async (_, difference, status, message) => {
			const answer = await bench.api.testCredential('test', 'dingTalkRobotApi', {
				...sandboxCredentials(bench.sandbox).dingTalkRobotApi,
				...difference(),
			});
			expect(answer).toEqual({ status, message: expect.stringMatching(message) });
			expect(bench.sandbox.received.messages).toEqual([]);
		});

		it.each<[string, string, 'OK' | 'Error', number]>([
			['refuses a wrong token', 'nobody', 'Error', 0],
			['accepts the right one, with a message that appears', 'right', 'OK', 1],
		])('%s where DingTalk looks at the content first', async (_, token, status, appeared) => {
			let messages = 0;
			const robot = await serve((url, body) => {
				if (body.includes('"content":""')) return { errcode: 40035, errmsg: '缺少参数 text.content' };
				if (url.searchParams.get('access_token') !== 'right') return { errcode: 400101, errmsg: 'access_token不存在' };
				messages += 1;
				return { errcode: 0, errmsg: 'ok' };
			});
			const answer = await bench.api.testCredential('test', 'dingTalkRobotApi', {
				webhook: token,
				secret: '',
				host: robot.url,
			});
			robot.close();
			expect({ status: answer.status, messages }).toEqual({ status, messages: appeared });
		});

		it('refuses a host that is not DingTalk', async () => {
			const other = await serve(() => ({ hello: 'world' }));
			const answer = await bench.api.testCredential('test', 'dingTalkRobotApi', {
				webhook: token(),
				secret: '',
				host: other.url,
			});
			other.close();
			expect(answer).toEqual({ status: 'Error', message: expect.stringContaining('not DingTalk') });
		});
	});

	describe("in n8n's HTTP Request node", () => {
		it('works for both hosts with one token, and for the legacy one after the token has run out', async () => {
			const { sandbox } = bench;
			const before = sandbox.tokenFetches;
			const todo = httpRequest(
				'dingTalkApi',
				post(`${sandbox.url}/v1.0/todo/users/unzhangsaniEiE/tasks?operatorId=unzhangsaniEiE`, {
					subject: 'By HTTP Request',
					creatorId: 'unzhangsaniEiE',
				}),
			);
			const user = httpRequest('dingTalkApi', post(`${sandbox.legacyUrl}/topapi/v2/user/get`, { userid: 'zhangsan' }));
			const execution = await bench.run(
				chain('HTTP Request to both hosts', [
					{ ...todo, name: 'New' },
					{ ...user, name: 'Legacy' },
				]),
			);
			expect(execution.error()).toBeUndefined();
			expect(execution.json('New')).toEqual([expect.objectContaining({ subject: 'By HTTP Request' })]);
			expect(execution.json('Legacy')).toEqual([
				expect.objectContaining({ errcode: 0, result: expect.objectContaining({ name: '张三' }) }),
			]);
			expect(sandbox.tokenFetches - before).toBe(1);

			// The token's three seconds are real ones: n8n's clock cannot be set.
			await sleep(3000);
			const second = await bench.run(chain('HTTP Request with a token that ran out', [{ ...user, name: 'Legacy' }]));
			expect(second.json('Legacy')).toEqual([expect.objectContaining({ errcode: 0 })]);
			expect(sandbox.tokenFetches - before).toBe(2);
			expect(sandbox.problems()).toEqual([]);
		});

		it('sends no token to a third host', async () => {
			const asked: URL[] = [];
			const third = await serve((url) => ({ asked: asked.push(url) }));
			const execution = await bench.run(
				chain('HTTP Request to a third host', [httpRequest('dingTalkApi', post(`${third.url}/steal?x=1`, {}))]),
			);
			third.close();
			expect(JSON.stringify(execution.error())).toContain(
				`The DingTalk access token is only sent to the hosts of the credential, not to ${third.url}/steal`,
			);
			expect(asked).toEqual([]);
		});

		it('signs for the group robot: one encoding on the wire, and the robot accepts it', async () => {
			const { sandbox } = bench;
			const send = httpRequest(
				'dingTalkRobotApi',
				post(`${sandbox.legacyUrl}/robot/send`, { msgtype: 'text', text: { content: 'By HTTP Request' } }),
			);
			// A sign is base64: in twenty of them there is a plus or a slash for sure.
			const execution = await bench.run(
				chain(
					'HTTP Request of the robot',
					[send],
					Array.from({ length: 20 }, () => ({})),
				),
			);
			expect(execution.json('HTTP Request')).toEqual(
				Array.from({ length: 20 }, () => expect.objectContaining({ errcode: 0 })),
			);
			expect(sandbox.received.messages).toHaveLength(20);
			const signs = sandbox.log.map(({ rawQuery }) => /(?:^|&)sign=([^&]*)/.exec(rawQuery)?.[1] ?? '');
			expect(
				signs.every(
					(sign) => decodeURIComponent(sign) === Buffer.from(decodeURIComponent(sign), 'base64').toString('base64'),
				),
			).toBe(true);
		});
	});
});

describe('the token', () => {
	let bench: Bench;
	beforeAll(async () => (bench = await openBench()));
	afterAll(async () => await bench.close());

	it('stays in n8n for the executions to come, whichever node they use', async () => {
		const { sandbox } = bench;
		const node = dingTalk('user', 'get', { person: person('zhangsan') });
		const http = httpRequest('dingTalkApi', post(`${sandbox.legacyUrl}/topapi/v2/user/get`, { userid: 'lisi' }));
		for (const step of [node, http, node])
			expect((await bench.run(chain('one token', [step]))).error()).toBeUndefined();
		expect(sandbox.tokenFetches).toBe(1);
	});

	it('is fetched anew when somebody changes the app in the credential', async () => {
		const { api, sandbox, credentials } = bench;
		const data = sandboxCredentials(sandbox).dingTalkApi;
		const step = dingTalk('user', 'get', { person: person('zhangsan') });
		await api.updateCredential(credentials.dingTalkApi.id, credentials.dingTalkApi.name, 'dingTalkApi', {
			...data,
			clientSecret: 'x',
		});
		const refused = await bench.run(chain('a changed secret', [step]));
		expect(refused.error()?.message).toMatch(/invalidClientIdOrSecret/);
		await api.updateCredential(credentials.dingTalkApi.id, credentials.dingTalkApi.name, 'dingTalkApi', data);
		expect((await bench.run(chain('the right secret again', [step]))).error()).toBeUndefined();
	});
});
