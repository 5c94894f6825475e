import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';

import { startSandbox } from '../../sandbox';
import type { Sandbox } from '../../sandbox';
import { decrypt, encrypt, robotSign, signature } from '../../sandbox/crypto';
import type { Json } from './client';
import { signedIn } from './client';

const AES = 'abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG';
const TOKEN = 'qxN3cm';
const TAGS = ['bpms_instance_change', 'todo_task_update', 'user_add_org'];

/** How the subscriber behaves: what it answers to a decrypted push; undefined: HTTP 500. */
type Behaviour = (plain: Json, owner: string) => string | undefined;

let it: Sandbox;
let server: Server;
let url: string;
let behaviour: Behaviour;
let pushes: Json[];

const answerOf = (owner: string, text: string): string => {
	const encrypted = encrypt(AES, owner, text);
	return JSON.stringify({
		msg_signature: signature(TOKEN, '1', 'n', encrypted),
		timeStamp: '1',
		nonce: 'n',
		encrypt: encrypted,
	});
};
const success: Behaviour = (_plain, owner) => answerOf(owner, 'success');

beforeEach(async () => {
	it = await startSandbox({ callback: { retryAfter: [5, 5], deadline: 500 } });
	pushes = [];
	behaviour = success;
	server = createServer((request, response) => {
		const query = new URL(request.url ?? '', 'http://x').searchParams;
		const chunks: Buffer[] = [];
		request.on('data', (chunk: Buffer) => chunks.push(chunk));
		request.on('end', () => {
			const body = JSON.parse(Buffer.concat(chunks).toString()) as Json;
			if (typeof body.encrypt !== 'string') {
				pushes.push({ ...body, sign: request.headers.sign, timestamp: request.headers.timestamp });
				return void response.end('{"msgtype":"text","text":{"content":"收到"}}');
			}
			const sign = signature(TOKEN, query.get('timestamp') ?? '', query.get('nonce') ?? '', body.encrypt);
			const { message, owner } = decrypt(AES, body.encrypt);
			const plain = JSON.parse(message) as Json;
			pushes.push({ ...plain, owner, signed: sign === query.get('msg_signature') && sign === query.get('signature') });
			const answer = behaviour(plain, owner);
			response.writeHead(answer === undefined ? 500 : 200, { 'content-type': 'application/json' }).end(answer);
		});
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/dingtalk`;
});
afterEach(async () => {
	await it.close();
	server.closeAllConnections();
	await new Promise((resolve) => server.close(resolve));
});

const subscription = (more: Json = {}) => ({ call_back_tag: TAGS, token: TOKEN, aes_key: AES, url, ...more });
const register = async (more: Json = {}) => {
	const { oapi } = await signedIn(it);
	return (await oapi('/call_back/register_call_back', subscription(more))).body;
};
const until = async (done: () => boolean): Promise<void> => {
	for (let i = 0; i < 200 && !done(); i += 1) await new Promise((resolve) => setTimeout(resolve, 10));
	expect(done()).toBe(true);
};

test('register, query, update, delete', async () => {
	const { oapi, oapiGet } = await signedIn(it);
	expect((await oapiGet('/call_back/get_call_back')).body.errcode).toBe(71007);
	expect(await register()).toMatchObject({ errcode: 0, errmsg: 'ok' });
	expect(pushes).toEqual([{ EventType: 'check_url', owner: it.company.corpId, signed: true }]);
	expect(await register()).toMatchObject({ errcode: 71006 });
	expect((await oapiGet('/call_back/get_call_back')).body).toMatchObject({
		errcode: 0,
		url,
		token: TOKEN,
		aes_key: AES,
		call_back_tag: TAGS,
	});
	expect(
		(await oapi('/call_back/update_call_back', subscription({ call_back_tag: ['user_add_org'] }))).body.errcode,
	).toBe(0);
	expect((await oapiGet('/call_back/get_call_back')).body.call_back_tag).toEqual(['user_add_org']);
	expect((await oapiGet('/call_back/delete_call_back')).body.errcode).toBe(0);
	expect((await oapi('/call_back/update_call_back', subscription())).body.errcode).toBe(71007);
	expect(it.problems()).toEqual([]);
});

test.each<[string, Json, number]>([
	['an unknown tag', { call_back_tag: ['made_up'] }, 71008],
	['no tag', { call_back_tag: [] }, 71010],
	['a short token', { token: 'abc' }, 71010],
	['a short key', { aes_key: 'abc' }, 900004],
	['no URL', { url: 'dingtalk' }, 71011],
	['nobody there', { url: 'http://127.0.0.1:1/x' }, 71012],
])('refused: %s', async (_name, more, errcode) => {
	expect(await register(more)).toMatchObject({ errcode });
	expect(it.callback.registration).toBeUndefined();
});

test.each<[string, Behaviour, number]>([
	['plain success', () => 'success', 71009],
	['something else, encrypted', (_plain, owner) => answerOf(owner, 'ok'), 71009],
	['the wrong owner', () => answerOf('someone', 'success'), 71009],
	['an error', () => undefined, 71012],
])('a URL that answers %s is not taken', async (_name, how, errcode) => {
	behaviour = how;
	expect(await register()).toMatchObject({ errcode });
});

test('events arrive with their fields at the top, and only those asked for', async () => {
	await register();
	it.push('bpms_task_change', { taskId: 1 });
	it.push('bpms_instance_change', { processInstanceId: 'p1', type: 'start' });
	const { api } = await signedIn(it);
	const { body } = await api('POST', '/v1.0/todo/users/unlisiiEiE/tasks', { subject: 'a' });
	it.act.completeTodo(String(body.id));
	await until(() => pushes.length === 3);
	expect(pushes[1]).toMatchObject({
		EventType: 'bpms_instance_change',
		CorpId: it.company.corpId,
		processInstanceId: 'p1',
		signed: true,
		eventId: expect.any(String),
	});
	expect(pushes[2]).toMatchObject({ EventType: 'todo_task_update', UnionIdList: ['unlisiiEiE'], taskId: body.id });
	expect(it.failedEvents).toEqual([]);
});

test('three tries, then the failed list, which empties as it is read', async () => {
	await register();
	behaviour = () => undefined;
	it.push('bpms_instance_change', { processInstanceId: 'p1' });
	it.push('user_add_org', { userId: ['zhangsan'] });
	await until(() => it.failedEvents.length === 2);
	expect(
		it.callback.sent.filter(({ eventType }) => eventType === 'user_add_org').map(({ attempt }) => attempt),
	).toEqual([1, 2, 3]);
	const { oapiGet } = await signedIn(it);
	const { body } = await oapiGet('/call_back/get_call_back_failed_result');
	expect(body).toMatchObject({ errcode: 0, has_more: false });
	expect(body.failed_list).toEqual(
		expect.arrayContaining([
			{
				bpms_instance_change: { bpmsCallBackData: { processInstanceId: 'p1' }, corpid: it.company.corpId },
				call_back_tag: 'bpms_instance_change',
				event_time: expect.any(Number),
			},
			{
				user_add_org: { userid: ['zhangsan'], corpid: it.company.corpId },
				call_back_tag: 'user_add_org',
				event_time: expect.any(Number),
			},
		]),
	);
	expect((await oapiGet('/call_back/get_call_back_failed_result')).body.failed_list).toEqual([]);
});

test('the failed list gives 200 at a time', async () => {
	for (let i = 0; i < 450; i += 1) it.failedEvents.push({ call_back_tag: 'x', event_time: i });
	const { oapiGet } = await signedIn(it);
	const sizes = [];
	for (let more = true; more;) {
		const { body } = await oapiGet('/call_back/get_call_back_failed_result');
		sizes.push((body.failed_list as unknown[]).length);
		more = body.has_more === true;
	}
	expect(sizes).toEqual([200, 200, 50]);
});

test('a robot message in HTTP mode is signed; its answer is a message', async () => {
	it.callback.robotUrl = url;
	const message = await it.act.sendRobotMessage({ text: '在吗', from: 'lisi' });
	expect(pushes).toMatchObject([
		{ msgId: message.msgId, text: { content: ' 在吗' }, senderStaffId: 'lisi', conversationType: '2' },
	]);
	const [{ sign, timestamp }] = pushes;
	expect(sign).toBe(robotSign(it.company.appSecret, String(timestamp)));
	expect(it.received.messages.at(-1)).toMatchObject({ by: 'session', content: { content: '收到' } });
});

test('a click on a card of HTTP mode is signed; the answer changes the card', async () => {
	const { api } = await signedIn(it);
	const register = (more: Json = {}) =>
		api('POST', '/v1.0/card/callbacks/register', {
			callbackRouteKey: 'k',
			callbackUrl: url,
			apiSecret: 'mySecret',
			...more,
		});
	expect((await register()).body).toEqual({ success: true, result: { callbackUrl: url, apiSecret: 'mySecret' } });
	expect((await register({ callbackUrl: 'http://elsewhere' })).body.code).toBe('param.callbackRouteKeyExist');
	const card = {
		cardTemplateId: 't',
		outTrackId: 'c1',
		callbackType: 'HTTP',
		callbackRouteKey: 'k',
		cardData: { cardParamMap: { status: 'new' } },
	};
	expect((await api('POST', '/v1.0/card/instances', card)).body).toEqual({ success: true, result: 'c1' });
	expect(await it.act.clickCard({ outTrackId: 'c1', actionId: 'agree' })).toMatchObject({ msgtype: 'text' });
	expect(pushes).toMatchObject([{ type: 'actionCallback', outTrackId: 'c1', userId: 'zhangsan' }]);
	expect(
		(
			await api('PUT', '/v1.0/card/instances', {
				outTrackId: 'c1',
				cardData: { cardParamMap: { note: 'x' } },
				cardUpdateOptions: { updateCardDataByKey: true },
			})
		).status,
	).toBe(200);
	expect(it.received.cards).toMatchObject([
		{ publicData: { status: 'new', note: 'x' }, clicks: [{ actionId: 'agree', answered: true }] },
	]);
	expect(
		(await api('PUT', '/v1.0/card/instances', { outTrackId: 'c2', cardData: { cardParamMap: {} } })).body.code,
	).toBe('param.cardNotExist');
	expect(it.problems()).toEqual([]);
});

test('a file that a person sends the robot is downloaded by its code', async () => {
	it.callback.robotUrl = url;
	const { api } = await signedIn(it);
	const data = Buffer.from('hello');
	const { content } = (await it.act.sendRobotMessage({
		msgtype: 'file',
		file: { name: 'a.txt', data },
		in: 'person',
	})) as { content: Json };
	const { robotCode } = it.company;
	const { body } = await api('POST', '/v1.0/robot/messageFiles/download', {
		downloadCode: content.downloadCode,
		robotCode,
	});
	expect(Buffer.from(await (await fetch(String(body.downloadUrl))).arrayBuffer())).toEqual(data);
	expect((await api('POST', '/v1.0/robot/messageFiles/download', { downloadCode: 'x', robotCode })).body.code).toBe(
		'invalidParameter.robotCode.downloadCode',
	);
});
