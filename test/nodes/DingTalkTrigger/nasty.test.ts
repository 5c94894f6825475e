import type { WebSocket } from 'ws';

import { failedLists } from '../../../nodes/DingTalkTrigger/recovery/failedLists';
import { hub } from '../../../nodes/listening/hub';
import { until } from '../../support/until';
import { NastyGateway, json, welcome } from '../protocol/stream/nastyGateway';
import { farewell, frame } from '../protocol/stream/simulation';
import { type Started, streamTrigger } from './contexts';

/*
 * The whole trigger against a gateway that delivers everything several times, in any order, by any
 * socket, in any shape, and breaks its connections all the while: nothing runs twice, nothing is lost.
 */
let gateway: NastyGateway;
const closing: Array<() => Promise<void>> = [];
let ids = 0;

beforeEach(async () => {
	gateway = await NastyGateway.listen();
});
afterEach(async () => {
	for (const close of closing.splice(0)) await close();
	expect(gateway.mostAtOnce).toBeLessThanOrEqual(1);
	await gateway.close();
	expect(hub.size).toBe(0);
});

async function start(parameters: object = {}) {
	const credential = { clientId: 'id', clientSecret: 'secret', apiHost: gateway.url, legacyHost: gateway.url };
	const trigger = streamTrigger({ receive: ['events'], events: ['*'], ...parameters }, credential, {
		id: `nasty${++ids}`,
	});
	const { closeFunction } = await trigger.start();
	if (closeFunction) closing.push(closeFunction);
	return trigger;
}

/** Random numbers that are the same in every run. */
function createRandom(seed: number) {
	let state = seed;
	const next = () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
	return {
		chance: (of: number) => next() < of,
		one: <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)],
		next,
	};
}

const pause = async (milliseconds: number) => await new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Sends a frame as text, as bytes or in pieces. */
function send(socket: WebSocket, sent: object, how: 'text' | 'binary' | 'pieces'): void {
	const bytes = Buffer.from(JSON.stringify(sent));
	if (how !== 'pieces') return socket.send(bytes, { binary: how === 'binary' });
	const third = Math.ceil(bytes.length / 3);
	for (const at of [0, third, 2 * third])
		socket.send(bytes.subarray(at, at + third), { binary: false, fin: at === 2 * third });
}

/** Event number `n` in one of the shapes that it may take; every delivery has another frame id. */
function shape(n: number, { chance, one }: ReturnType<typeof createRandom>) {
	const born = String(1_700_000_000_000 + n);
	const type = { eventType: 'check_in', eventCorpId: 'c' };
	// Every tenth event has no id, and is told by when it happened and what it says.
	if (n % 10 === 0)
		return frame('EVENT', one(['*', '']), { n }, { ...type, eventBornTime: born, ...(chance(0.5) && { eventId: '' }) });
	const data = { n, ...(chance(0.02) && { pad: 'x'.repeat(1_048_576) }) };
	const sent = frame('EVENT', one(['*', '', 'whatever']), data, {
		...type,
		eventId: `e${n}`,
		...(chance(0.7) && { eventBornTime: one([born, 'x', '', '-1', '9'.repeat(30)]) }),
	});
	return chance(0.3) ? { ...sent, data: data as unknown as string } : sent;
}

const JUNK = [
	'',
	'{',
	'null',
	'{"type":"EVENT"}',
	'{"type":"NEWS","headers":{"messageId":"n"}}',
	JSON.stringify(frame('SYSTEM', 'unknown', {})),
	JSON.stringify(frame('SYSTEM', 'ping', {})),
];

test('every event runs once, whatever the gateway does', async () => {
	const { chance, one, next } = createRandom(20261122);
	const MANY = 150;
	const { started, log } = await start({ options: { maxInFlight: 5 } });
	const byFrame = new Map<string, number>();
	const answered = new Set<number>();
	const heard = () => {
		for (const { headers, data } of gateway.answers.splice(0))
			if (data.includes('SUCCESS')) answered.add(byFrame.get(headers.messageId) ?? -1);
	};
	const ended = new Set<Started>();
	const work = () => {
		for (const execution of started) {
			if (ended.has(execution) || !chance(0.5)) continue;
			ended.add(execution);
			execution.end({ status: chance(0.1) ? 'error' : 'success' });
		}
	};
	const deliver = (n: number) => {
		if (gateway.live.length === 0) return;
		const sent = shape(n, { chance, one, next });
		byFrame.set(sent.headers.messageId, n);
		const how = one(['text', 'binary', 'pieces'] as const);
		for (const socket of chance(0.1) ? gateway.live : [one(gateway.live)]) send(socket, sent, how);
	};
	const breaks: Array<(socket: WebSocket) => void> = [
		(socket) => socket.terminate(),
		(socket) => socket.close(one([1000, 1001, 4001])),
		(socket) => send(socket, farewell(), 'text'),
		(socket) => [farewell(), farewell()].forEach((sent) => send(socket, sent, 'text')),
		(socket) => {
			send(socket, farewell(), 'text');
			setTimeout(() => socket.close(), 200);
		},
		() => (gateway.open = json(503, {})),
		() => (gateway.upgrade = (socket) => void socket.destroy() as never),
	];
	let lastBreak = Date.now();
	while (answered.size < MANY || gateway.sockets.length < 8) {
		for (let times = 0; times < 10; times++) deliver(Math.floor(next() * MANY));
		if (gateway.live.length > 0) one(gateway.live).send(one(JUNK));
		if (gateway.live.length === 0) Object.assign(gateway, { open: welcome(), upgrade: () => true });
		if (Date.now() - lastBreak > 200 && gateway.live.length > 0) {
			lastBreak = Date.now();
			one(breaks)(one(gateway.live));
		}
		await pause(5);
		work();
		heard();
	}
	// Everything once more, after the end.
	await until(() => gateway.live.length > 0);
	for (let n = 0; n < MANY; n++) deliver(n);
	await pause(300);
	expect(started.map(({ item }) => (item.data as { n: number }).n).sort((a, b) => a - b)).toEqual(
		Array.from({ length: MANY }, (_, n) => n),
	);
	expect(answered.has(-1)).toBe(false);
	const lines = log.filter((line) => !line.endsWith('could not be read and was refused)'));
	const connected = lines.filter((line) => line.endsWith(': connected')).length;
	expect(Math.abs(connected - (lines.length - connected))).toBeLessThanOrEqual(1);
});

/** What came back for a frame. */
const answersTo = ({ headers }: ReturnType<typeof frame>) =>
	gateway.answers
		.filter((answer) => answer.headers.messageId === headers.messageId)
		.map(({ code, data }) => [code, data]);
const checkIn = (eventId: string) =>
	frame('EVENT', '*', {}, { eventId, eventType: 'check_in', eventCorpId: 'c', eventBornTime: '1700000000000' });
const SUCCESS = [200, '{"status":"SUCCESS"}'];

test('the same event on two sockets at once, and again by another frame, is one execution and as many answers', async () => {
	const { started } = await start();
	await until(() => gateway.live.length === 1);
	const [old] = gateway.live;
	send(old, farewell(), 'text');
	await until(() => gateway.live.length === 2);
	const deliveries = [checkIn('e'), checkIn('e'), checkIn('e')];
	deliveries.forEach((sent, index) => send(gateway.live[index % 2], sent, 'text'));
	await until(() => started.length > 0);
	await pause(50);
	started[0].end({ status: 'success' });
	await until(() => gateway.answers.length === 3);
	const late = checkIn('e');
	send(gateway.live[1], late, 'text');
	await until(() => gateway.answers.length === 4);
	expect([started.length, ...[...deliveries, late].flatMap(answersTo)]).toEqual([
		1,
		SUCCESS,
		SUCCESS,
		SUCCESS,
		SUCCESS,
	]);
});

test('succeeded: what fails is put off and runs again under a new key when it comes again, until it succeeds', async () => {
	const { started } = await start({ options: { acknowledge: 'succeeded' } });
	await until(() => gateway.live.length === 1);
	for (const [attempt, status] of (['error', 'error', 'success'] as const).entries()) {
		const sent = checkIn('e');
		send(gateway.live[0], sent, 'text');
		(await until(() => started[attempt])).end({ status });
		await until(() => answersTo(sent).length > 0);
		expect(answersTo(sent)).toEqual([status === 'error' ? [200, '{"status":"LATER"}'] : SUCCESS]);
	}
	const again = checkIn('e');
	send(gateway.live[0], again, 'text');
	await until(() => answersTo(again).length > 0);
	const key = `dingtalk:workflow-nasty${ids}:node-nasty${ids}:e`;
	expect(started.map((execution) => execution.key)).toEqual([key, `${key}#1`, `${key}#2`]);
});

test('a card nobody answers in time gets the default answer, once; what comes late is not sent', async () => {
	const { started } = await start({ receive: ['cardCallbacks'] });
	await until(() => gateway.live.length === 1);
	const click = frame('CALLBACK', '/v1.0/card/instances/callback', { outTrackId: 'o', content: '{}' });
	const began = Date.now();
	send(gateway.live[0], click, 'text');
	await until(() => answersTo(click).length > 0);
	expect(Date.now() - began).toBeLessThan(2_000);
	started[0].respond({ cardData: { cardParamMap: { late: 'yes' } } });
	started[0].end({ status: 'success' });
	await pause(50);
	expect(answersTo(click)).toEqual([[200, '{"response":{}}']]);
});

test('what no trigger wants is acknowledged once all triggers have had time to come', async () => {
	const { started } = await start({ events: ['todo_task_create'] });
	await until(() => gateway.live.length === 1);
	const early = checkIn('early');
	send(gateway.live[0], early, 'text');
	await until(() => answersTo(early).length > 0);
	await pause(10_000);
	const late = checkIn('late');
	send(gateway.live[0], late, 'text');
	await until(() => answersTo(late).length > 0);
	expect([answersTo(early), answersTo(late), started]).toEqual([[[200, '{"status":"LATER"}']], [SUCCESS], []]);
});

test('a trigger that goes leaves no socket and no timer', async () => {
	const open = () =>
		process.getActiveResourcesInfo().filter((one) => one === 'Timeout' || one.startsWith('TCPSocket')).length;
	const goThrough = async (rounds: number) => {
		for (let round = 0; round < rounds; round++) {
			const { started } = await start({ options: { recoverFailed: true } });
			await until(() => gateway.live.length === 1);
			send(gateway.live[0], checkIn(`e${round}`), 'text');
			(await until(() => started[0])).end({ status: 'success' });
			await closing.pop()?.();
			await until(() => gateway.live.length === 0);
		}
		gateway.dropIdle();
		await pause(200);
	};
	await goThrough(1);
	const before = open();
	await goThrough(10);
	// The system takes its time with the last sockets.
	for (let tries = 0; open() > before && tries < 50; tries++) await pause(100);
	expect([open() - before > 0, hub.size, failedLists.size]).toEqual([false, 0, 0]);
});
