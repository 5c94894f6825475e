import type { WebSocket } from 'ws';

import { until } from '../../../support/until';
import { type NastyGateway } from './nastyGateway';
import { gateway, idsOf, start, works } from './nastySession';
import { event, farewell, frame, ping } from './simulation';

describe('sockets', () => {
	const upgrades: Array<[string, NastyGateway['upgrade']]> = [
		['never upgraded', () => false],
		['refused in HTTP', (socket) => void socket.end('HTTP/1.1 401 Unauthorized\r\nConnection: close\r\n\r\n') as never],
		[
			'answered with nonsense',
			(socket) =>
				void socket.end(
					'HTTP/1.1 101 Switching\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: wrong\r\n\r\n',
				) as never,
		],
		['cut', (socket) => void socket.destroy() as never],
		[
			'upgraded by drips',
			(socket) => {
				const dripping = setInterval(() => socket.write('H'), 50);
				socket.on('close', () => clearInterval(dripping));
				return false;
			},
		],
	];
	test.each(upgrades)('%s: given up, and well again afterwards', async (_, upgrade) => {
		gateway.upgrade = upgrade;
		const session = start();
		await session.session.started;
		await until(() => gateway.dialled.length > 1);
		expect(session.states).toEqual(['away']);
		gateway.upgrade = () => true;
		await works(session);
	});

	/** One byte after the other, as no WebSocket library would send them. */
	const raw =
		(...bytes: number[]) =>
		(socket: WebSocket) =>
			void (socket as unknown as { _socket: Duplex })._socket.write(Buffer.from(bytes));
	type Duplex = import('node:stream').Duplex;
	const ends: Array<[string, (socket: WebSocket) => void]> = [
		...[1000, 1001, 1011, 4000, 4999].map((code): [string, (socket: WebSocket) => void] => [
			`closed with ${code}`,
			(socket) => socket.close(code),
		]),
		['gone without a close frame (1006)', (socket) => socket.terminate()],
		['text that is no UTF-8', raw(0x81, 0x04, 0xff, 0xfe, 0x80, 0x80)],
		['a reserved kind of frame', raw(0x83, 0x00)],
		['a masked frame', raw(0x81, 0x81, 1, 2, 3, 4, 5)],
		['a close frame of one byte', raw(0x88, 0x01, 0x03)],
		['a continuation of nothing', raw(0x80, 0x00)],
		['a reserved bit', raw(0xf1, 0x00)],
	];
	test.each(ends)('%s: another connection, whatever was sent before is answered', async (_, end) => {
		const session = start();
		await works(session);
		const [first] = gateway.live;
		gateway.send(first, ping());
		gateway.send(first, event('before'));
		end(first);
		await until(() => gateway.sockets.length > 1);
		await works(session);
		expect(idsOf(session.deliveries).filter((id) => id === 'before').length).toBe(1);
		expect(session.states.every((state, index) => state !== session.states[index - 1])).toBe(true);
	});

	test('one that opens and says nothing for ever is replaced, after pauses', async () => {
		const { clock, states } = start();
		const began = clock.now();
		await until(() => gateway.sockets.length === 3);
		// Twice 60 s of silence and the pauses of 1 s and 2 s, seen every 5 s.
		expect(clock.now() - began).toBeGreaterThan(120_000);
		expect(states).toEqual(['online']);
	});
});

describe('frames', () => {
	test('what is unknown is said to be so or left alone, and harms nothing', async () => {
		const session = start();
		await works(session);
		const [socket] = gateway.live;
		const without = (name: string, sent: ReturnType<typeof event>) => ({
			...sent,
			headers: { ...sent.headers, [name]: undefined },
		});
		const junk = [
			{ ...frame('NEWS', 'x', {}), headers: { messageId: 'unknown type' } },
			frame('SYSTEM', 'unknown', { a: 1 }),
			frame('SYSTEM', 'KEEPALIVE', {}),
			frame('SYSTEM', '__proto__', {}),
			without('messageId', event('unanswerable')),
			{},
			{ type: 'EVENT' },
			{ type: ['EVENT'], headers: [], data: {} },
		];
		for (const one of junk) gateway.send(socket, one);
		for (const text of ['', 'null', '[]', '{', '"EVENT"', '\u0000']) socket.send(text);
		socket.send(Buffer.from([0, 1, 2]));
		gateway.send(socket, { ...ping(), data: undefined, headers: { messageId: 'bare ping', topic: 'ping' } });
		gateway.send(socket, ping());
		await works(session);
		const answered = gateway.answers.map(({ code, headers: { messageId }, data }) => [code, messageId, data]);
		expect(answered.slice(1, -1)).toEqual([
			[404, 'unknown type', '{}'],
			[200, 'bare ping', ''],
			[200, expect.any(String), '{"opaque":"abc"}'],
		]);
		expect(session.deliveries.length).toBe(2);
	});

	test('in binary, in fragments, of 1 MiB, with data that is no text: taken like any other', async () => {
		const session = start();
		await works(session);
		const [socket] = gateway.live;
		const sent = ['binary', 'fragments', 'large', 'object', 'pieces'].map(event);
		socket.send(Buffer.from(JSON.stringify(sent[0])), { binary: true });
		const text = Buffer.from(JSON.stringify({ ...sent[1], data: '{"name":"钉钉"}' }));
		for (let at = 0; at < text.length; at += 7)
			socket.send(text.subarray(at, at + 7), { binary: false, fin: at + 7 >= text.length });
		gateway.send(socket, { ...sent[2], data: JSON.stringify({ text: '长'.repeat(350_000) }) });
		gateway.send(socket, { ...sent[3], data: { already: 'parsed' } as never });
		gateway.send(socket, { ...sent[4], data: undefined });
		await until(() => session.deliveries.length === 6);
		expect(idsOf(session.deliveries).slice(1)).toEqual(['binary', 'fragments', 'large', 'object', 'pieces']);
		const [, , fragments, large, object] = session.deliveries.map(
			({ frame: { data } }) => data as Record<string, string>,
		);
		expect([fragments.name, large.text.length, object.already]).toEqual(['钉钉', 350_000, 'parsed']);
		await until(() => gateway.answers.length === 6);
		expect(gateway.answers.map(({ headers }) => headers.messageId).slice(1)).toEqual(
			sent.map(({ headers }) => headers.messageId),
		);
	});
});

describe('make before break', () => {
	test('a storm of events on the old socket after its farewell is read and answered there, though it never closes', async () => {
		const session = start();
		await works(session);
		const [old] = gateway.live;
		const answeredOn: WebSocket[] = [];
		gateway.onSocket = (socket) => void socket.on('message', () => answeredOn.push(socket));
		old.on('message', () => answeredOn.push(old));
		for (let index = 0; index < 100; index++) gateway.send(old, event(`before ${index}`));
		gateway.send(old, farewell());
		gateway.send(old, farewell());
		for (let index = 0; index < 200; index++) gateway.send(old, event(`after ${index}`));
		const fresh = await until(() => gateway.live.find((socket) => socket !== old));
		for (let index = 0; index < 100; index++) {
			gateway.send(old, event(`old ${index}`));
			gateway.send(fresh, event(`new ${index}`));
		}
		await until(() => session.deliveries.length === 501);
		await until(() => answeredOn.length === 500);
		expect(new Set(idsOf(session.deliveries)).size).toBe(501);
		expect(answeredOn.filter((socket) => socket === old).length).toBe(400);
		// One farewell, one replacement; the old one is closed by this side in the end.
		await until(() => gateway.live.length === 1);
		expect([gateway.sockets.length, gateway.live[0] === fresh, session.states]).toEqual([2, true, ['online']]);
	});

	test('a gateway that sends everybody away again and again is asked ever more seldom', async () => {
		gateway.onSocket = (socket) => gateway.send(socket, farewell());
		const { clock } = start();
		const began = clock.now();
		await until(() => clock.now() - began > 120_000);
		expect(gateway.opens.length).toBeLessThanOrEqual(8);
	});

	test('a clock that is set back by an hour, or forward, breaks nothing', async () => {
		const session = start();
		await works(session);
		gateway.send(gateway.live[0], ping());
		session.clock.jump(-3_600_000);
		gateway.live[0].close();
		await until(() => gateway.sockets.length === 2);
		await works(session);
		session.clock.jump(3_600_000);
		await until(() => gateway.sockets.length === 3);
		await works(session);
		expect(session.states).toEqual(['online', 'away', 'online']);
	});
});

describe('closing', () => {
	const moments: Array<[string, (session: ReturnType<typeof start>) => Promise<unknown>]> = [
		['at once', async () => {}],
		['while the gateway does not answer', async () => await until(() => gateway.opens.length > 0)],
		['while the socket does not open', async () => await until(() => gateway.dialled.length > 0)],
		['in the moment of the opening', async () => await until(() => gateway.sockets.length > 0)],
		['online', async ({ states }) => await until(() => states.length > 0)],
		[
			'with two sockets',
			async ({ states }) => {
				await until(() => states.length > 0);
				gateway.send(gateway.live[0], farewell());
				await until(() => gateway.live.length === 2);
			},
		],
		[
			'in a pause',
			async () => {
				gateway.onSocket = (socket) => socket.terminate();
				await until(() => gateway.sockets.length === 1);
			},
		],
	];
	test.each(moments)('%s leaves no socket, timer or attempt', async (name, moment) => {
		if (name.includes('not answer')) gateway.open = () => {};
		if (name.includes('not open')) gateway.upgrade = () => false;
		const session = start();
		await moment(session);
		await session.session.close();
		await session.session.started;
		expect(session.clock.timers).toBe(0);
		await until(() => gateway.live.length === 0);
		const { length } = gateway.opens;
		await new Promise((resolve) => setTimeout(resolve, 100));
		expect([gateway.live.length, gateway.opens.length, session.clock.timers]).toEqual([0, length, 0]);
	});
});
