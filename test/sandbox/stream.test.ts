import { DWClient, EventAck } from 'dingtalk-stream';
import { request } from 'undici';
import { WebSocket } from 'ws';

import { startSandbox } from '../../sandbox';
import type { Sandbox, SandboxOptions } from '../../sandbox';
import type { Json } from './client';
import { send, signedIn } from './client';

let it: Sandbox;
let open: Array<{ close(): void }> = [];

const start = async (stream: SandboxOptions['stream'] = {}, now = Date.now): Promise<Sandbox> => {
	it = await startSandbox({ stream: { pingEvery: 0, greet: false, ...stream }, now });
	return it;
};
afterEach(async () => {
	for (const one of open) one.close();
	open = [];
	await it.close();
});

const until = async (done: () => boolean): Promise<void> => {
	for (let i = 0; i < 3000 && !done(); i += 1) await new Promise((resolve) => setTimeout(resolve, 10));
	expect(done()).toBe(true);
};

const EVENTS = [{ type: 'EVENT', topic: '*' }];
const ticketFor = async (more: Json = {}) => {
	const body = { clientId: it.company.appKey, clientSecret: it.company.appSecret, subscriptions: EVENTS, ...more };
	return await send('POST', `${it.url}/v1.0/gateway/connections/open`, body, { accept: 'application/json' });
};

interface Seen {
	type: string;
	headers: Record<string, string>;
	data: Json;
}

/** A client of a few lines, of which a test decides what it answers. */
const connect = async (
	answer: (seen: Seen) => Json | undefined = () => ({ status: 'SUCCESS' }),
	subscriptions = EVENTS,
) => {
	const { body } = await ticketFor({ subscriptions });
	const socket = new WebSocket(`${String(body.endpoint)}?ticket=${String(body.ticket)}`);
	const seen: Seen[] = [];
	let pongs = 0;
	socket.on('pong', () => (pongs += 1));
	socket.on('message', (text: Buffer) => {
		const frame = JSON.parse(text.toString()) as { type: string; headers: Record<string, string>; data: string };
		const one = { type: frame.type, headers: frame.headers, data: JSON.parse(frame.data) as Json };
		seen.push(one);
		const data = answer(one);
		if (data)
			socket.send(
				JSON.stringify({
					code: 200,
					headers: { messageId: frame.headers.messageId },
					message: 'OK',
					data: JSON.stringify(data),
				}),
			);
	});
	await new Promise<void>((resolve, reject) => socket.once('open', () => resolve()).once('error', reject));
	open.push(socket);
	await until(() => it.stream.connections.length > 0);
	return { socket, seen, pongs: () => pongs };
};

/** The official client, told where the gateway is: its own address is fixed. */
class Official extends DWClient {
	override async getEndpoint() {
		const { body } = await ticketFor({ subscriptions: this.getConfig().subscriptions });
		(this as unknown as { dw_url: string }).dw_url = `${String(body.endpoint)}?ticket=${String(body.ticket)}`;
		return this;
	}
}

const official = (): Official => {
	jest.spyOn(console, 'info').mockImplementation();
	const client = new Official({ clientId: it.company.appKey, clientSecret: it.company.appSecret });
	open.push({ close: () => client.disconnect() });
	return client;
};

test('the official client takes events, robot messages, card callbacks and pings', async () => {
	await start({ pingEvery: 30, greet: true });
	const client = official();
	const events: Json[] = [];
	const messages: Json[] = [];
	client.registerAllEventListener((message) => {
		events.push({ ...message.headers, data: JSON.parse(message.data) });
		return { status: EventAck.SUCCESS };
	});
	client.registerCallbackListener(
		'/v1.0/im/bot/messages/get',
		(message: { headers: { messageId: string }; data: string }) => {
			messages.push(JSON.parse(message.data));
			client.socketCallBackResponse(message.headers.messageId, {});
		},
	);
	client.registerCallbackListener('/v1.0/card/instances/callback', (message: { headers: { messageId: string } }) =>
		client.socketCallBackResponse(message.headers.messageId, {
			cardData: { cardParamMap: { status: 'accepted' } },
			cardUpdateOptions: { updateCardDataByKey: true },
		}),
	);
	await client.connect();
	await until(() => client.registered);

	it.push('user_add_org', { userId: ['zhangsan'], timeStamp: '1' });
	const said = await it.act.sendRobotMessage({ text: '你好' });
	await until(() => events.length === 1 && messages.length === 1);
	expect(events[0]).toMatchObject({
		eventType: 'user_add_org',
		eventCorpId: it.company.corpId,
		eventId: expect.any(String),
		eventBornTime: expect.stringMatching(/^\d{13}$/),
		data: { userId: ['zhangsan'] },
	});
	expect(messages[0]).toEqual(said);

	const reply = await request(String(said.sessionWebhook), {
		method: 'POST',
		headers: { 'content-type': 'application/json' },
		body: '{"msgtype":"text","text":{"content":"收到"},"at":{"atUserIds":["zhangsan"]}}',
	});
	expect(await reply.body.json()).toMatchObject({ errcode: 0 });
	expect(it.received.messages.at(-1)).toMatchObject({
		by: 'session',
		to: 'group',
		content: { content: '收到' },
		at_users: { userids: ['zhangsan'] },
	});

	expect(await it.act.clickCard({ outTrackId: 'card-1', userid: 'lisi', actionId: 'agree' })).toMatchObject({
		cardData: { cardParamMap: { status: 'accepted' } },
	});
	expect(it.received.cards).toMatchObject([
		{
			outTrackId: 'card-1',
			publicData: { status: 'accepted' },
			clicks: [{ userid: 'lisi', actionId: 'agree', answered: true }],
		},
	]);
	await until(() => (it.stream.connections[0]?.pongs ?? 0) > 1 && it.stream.ackedIds.length === 3);
	expect(it.stream.problems).toEqual([]);
	expect(it.problems()).toEqual([]);
});

test('opening: wrong secret, no subscription, XML unless JSON is asked for, a ticket serves once', async () => {
	await start();
	expect(await ticketFor({ clientSecret: 'x' })).toMatchObject({
		status: 400,
		body: { code: 'invalidClientIdOrSecret' },
	});
	expect((await ticketFor({ subscriptions: [] })).status).toBe(400);
	expect((await ticketFor({ subscriptions: [{ type: 'EVENT', topic: 'user_add_org' }] })).status).toBe(400);
	const xml = await request(`${it.url}/v1.0/gateway/connections/open`, {
		method: 'POST',
		headers: { 'content-type': 'application/json' },
		body: JSON.stringify({ clientId: it.company.appKey, clientSecret: it.company.appSecret, subscriptions: EVENTS }),
	});
	expect(await xml.body.text()).toMatch(/^<\?xml/);
	const { body } = await ticketFor();
	const target = `${String(body.endpoint)}?ticket=${String(body.ticket)}`;
	const attempt = () =>
		new Promise<string>((resolve) => {
			const socket = new WebSocket(target);
			socket.once('open', () => (socket.close(), resolve('open'))).once('error', (error) => resolve(error.message));
		});
	expect(await attempt()).toBe('open');
	expect(await attempt()).toContain('401');
});

test('each event goes to one of the connections', async () => {
	await start();
	const [one, two] = [await connect(), await connect()];
	await until(() => it.stream.connections.length === 2);
	for (let i = 0; i < 40; i += 1) it.push('user_add_org', { userId: [`u${i}`] });
	await until(() => it.stream.ackedIds.length === 40);
	expect([one.seen.length, two.seen.length]).toEqual([20, 20]);
	expect(it.stream.unacked()).toEqual([]);
});

test('LATER and silence bring the event again, at last it is in the failed list', async () => {
	await start({ ackWithin: 20, retryAfter: [5, 5] });
	let answers = 0;
	const { seen } = await connect(({ data }) => {
		if (data.who === 'later') return (answers += 1) === 1 ? { status: 'LATER' } : { status: 'SUCCESS' };
		return undefined;
	});
	it.push('user_add_org', { who: 'later' }, { eventId: 'e1' });
	it.push('user_add_org', { who: 'silent' }, { eventId: 'e2' });
	await until(() => it.failedEvents.length === 1);
	const times = (eventId: string) => seen.filter(({ headers }) => headers.eventId === eventId);
	expect([times('e1').length, times('e2').length]).toEqual([2, 3]);
	expect(new Set(times('e2').map(({ headers }) => headers.messageId)).size).toBe(1);
	expect(it.failedEvents).toMatchObject([{ call_back_tag: 'user_add_org' }]);
});

test('disconnect: nothing new arrives, what is under way is still acknowledged, then the line closes', async () => {
	await start({ leaveAfter: 60 });
	const { socket, seen } = await connect(() => undefined);
	const closed = new Promise<void>((resolve) => socket.once('close', () => resolve()));
	it.push('user_add_org', { n: 1 });
	await until(() => seen.length === 1);
	const { messageId } = seen[0].headers;
	it.stream.disconnect();
	await until(() => seen.some(({ headers }) => headers.topic === 'disconnect'));
	it.push('user_add_org', { n: 2 });
	socket.send(JSON.stringify({ code: 200, headers: { messageId }, data: '{"status":"SUCCESS"}' }));
	await until(() => it.stream.ackedIds.length === 1);
	await closed;
	expect(seen.map(({ type }) => type)).toEqual(['EVENT', 'SYSTEM']);
	expect(it.stream.unacked()).toHaveLength(1);
});

test('half open: the socket answers pings, events are lost on it and come again elsewhere', async () => {
	await start({ ackWithin: 20, retryAfter: 20 });
	const dead = await connect();
	it.stream.halfOpen();
	it.push('user_add_org', { n: 1 });
	dead.socket.ping();
	await until(() => dead.pongs() === 1);
	const fresh = await connect();
	await until(() => it.stream.ackedIds.length === 1);
	expect([dead.seen.length, fresh.seen.length]).toEqual([0, 1]);
});

test('a robot message whose connection drops is not sent again', async () => {
	await start({ ackWithin: 20, retryAfter: 20 });
	const robot = [{ type: 'CALLBACK', topic: '/v1.0/im/bot/messages/get' }];
	const first = await connect(() => undefined, robot);
	await it.act.sendRobotMessage({ text: 'hi' });
	await until(() => first.seen.length === 1);
	it.stream.dropAll();
	await until(() => it.stream.lost.length === 1);
	await it.act.sendRobotMessage({ text: 'nobody listens' });
	expect(it.stream.lost).toHaveLength(2);
	expect(it.failedEvents).toEqual([]);
});

test('while opens are refused, events wait', async () => {
	let now = 1_700_000_000_000;
	await start({ retryAfter: 20 }, () => now);
	await connect();
	it.stream.dropAll();
	await until(() => it.stream.connections.length === 0);
	it.stream.refuseOpens(60_000);
	expect((await ticketFor()).status).toBe(503);
	it.push('user_add_org', { n: 1 });
	now += 60_000;
	await connect();
	await until(() => it.stream.ackedIds.length === 1);
});

test('what a client does against the protocol is noted', async () => {
	await start();
	const { socket } = await connect();
	socket.send('hello');
	socket.send('{"code":200,"headers":{"messageId":"never sent"},"data":"{}"}');
	await until(() => it.stream.problems.length === 2);
});

test('what people do fires the documented events', async () => {
	await start();
	const { seen } = await connect();
	const { api } = await signedIn(it);
	it.act.punchIn('user01');
	const todo = await api('POST', '/v1.0/todo/users/unlisiiEiE/tasks', { subject: 'a' });
	it.act.completeTodo(String(todo.body.id));
	const approval = await api('POST', '/v1.0/workflow/processInstances', {
		originatorUserId: 'lisi',
		processCode: it.company.processCode,
		deptId: 101,
		formComponentValues: [{ name: '事由', value: 'x' }],
	});
	it.act.approve(String(approval.body.instanceId));
	await until(() => seen.length === 7);
	expect(seen.map(({ headers, data }) => [headers.eventType, data.type ?? data.taskId ?? 'punch'])).toEqual([
		['attendance_check_record', 'punch'],
		['todo_task_create', todo.body.id],
		['todo_task_update', todo.body.id],
		['bpms_instance_change', 'start'],
		['bpms_task_change', 'start'],
		['bpms_task_change', 'finish'],
		['bpms_instance_change', 'finish'],
	]);
	expect(seen[0].data).toMatchObject({
		dataList: [{ userId: 'user01', checkByUser: true, corpId: it.company.corpId }],
	});
	expect(seen[6].data).toMatchObject({ result: 'agree', processCode: it.company.processCode, staffId: 'lisi' });
});
