import { eventAnswer } from '../../../../nodes/protocol/stream/frames';
import { event, farewell, frame, ping } from './simulation';
import { MINUTE, start } from './start';

const refusal = { status: 401, body: { code: 'invalidClientIdOrSecret', message: 'wrong', requestid: 'R1' } };

describe('opening', () => {
	test('asks for what is subscribed and dials with the encoded ticket', async () => {
		const { gateway, session, states } = start();
		await session.started;
		expect(gateway.requests).toEqual([
			expect.objectContaining({
				clientId: 'id',
				clientSecret: 'secret',
				subscriptions: [{ type: 'EVENT', topic: '*' }],
			}),
		]);
		expect(gateway.last.url).toBe('wss://gateway.invalid/connect?ticket=t%2B1%2F%3D');
		expect(states).toEqual(['online']);
	});

	test('a refused app fails the start and leaves nothing', async () => {
		const { clock, gateway, session } = start((gateway) => (gateway.refuse = refusal));
		await expect(session.started).rejects.toMatchObject({
			refused: true,
			code: 'invalidClientIdOrSecret',
			requestId: 'R1',
		});
		await clock.pass(10 * MINUTE);
		expect([gateway.opens.length, clock.timers]).toEqual([1, 0]);
	});

	test.each([
		new Error('ECONNREFUSED'),
		{ status: 503, body: '' },
		{ status: 200, body: { endpoint: 'https://wrong', ticket: 't' } },
		{ status: 403, body: { code: 'Forbidden.AccessDenied.QpsLimitForApi' } },
		{ status: 403, body: { code: 'Forbidden.AccessDenied.QpmLimitForAppkeyAndApi' } },
		{ status: 429, body: { code: 'TooManyRequests' } },
		// What an address gets that has made too many calls, from a guard in front of the gateway.
		{ status: 403, body: { status: 1111, wait: 5, source: 'x5', punish: 'deny', uuid: 'u' } },
		{ status: 403, body: '<html>blocked</html>' },
		{ status: 302, body: '' },
		{ status: 200, body: '<html></html>' },
		{ status: 200, body: null },
	])('a gateway that is away does not fail the start (%#)', async (refuse) => {
		const { clock, gateway, session, states } = start((gateway) => (gateway.refuse = refuse));
		await session.started;
		await clock.pass(30_000);
		gateway.refuse = undefined;
		await clock.pass(30_000);
		expect(states).toEqual(['away', 'online']);
	});

	test('an error with status 200 is told in its own words', async () => {
		const { session, causes } = start(
			(gateway) => (gateway.refuse = { status: 200, body: { code: 'system.busy', message: 'come back later' } }),
		);
		await session.started;
		expect(causes).toEqual([expect.stringMatching(/without an endpoint and ticket: come back later$/)]);
	});

	test('a socket that never opens is given up', async () => {
		const { clock, gateway } = start((gateway) => (gateway.onDial = () => {}));
		await clock.pass(9_999);
		expect(gateway.sockets.length).toBe(1);
		await clock.pass(1_001);
		expect(gateway.sockets.map(({ readyState }) => readyState)).toEqual([3, 0]);
	});
});

describe('frames', () => {
	test('a ping is answered, an event delivered and its answer sent once', async () => {
		const { gateway, session, deliveries } = start();
		await session.started;
		const sent = event('e1');
		gateway.last.receive(ping());
		gateway.last.receive(sent);
		expect(deliveries.map(({ frame }) => frame.headers.eventId)).toEqual(['e1']);
		expect(gateway.last.sent.map(({ data }) => data)).toEqual(['{"opaque":"abc"}']);
		expect(deliveries[0].ack(eventAnswer('SUCCESS'))).toBe(true);
		expect(deliveries[0].ack(eventAnswer('LATER'))).toBe(false);
		expect(gateway.last.sent[1]).toMatchObject({
			code: 200,
			headers: { messageId: sent.headers.messageId },
			data: '{"status":"SUCCESS"}',
		});
		expect(gateway.last.sent.length).toBe(2);
	});

	test('nonsense harms nothing and is answered where it can be', async () => {
		const { gateway, session, deliveries } = start();
		await session.started;
		for (const nonsense of ['', '{', '[]', 'null', '{"type":"EVENT"}']) gateway.last.receive(nonsense);
		gateway.last.receive({ type: 'NEWS', headers: { messageId: 'x' } });
		gateway.last.receive(frame('SYSTEM', 'KEEPALIVE', {}));
		gateway.last.receive(event('e1'));
		expect(deliveries.length).toBe(1);
		expect(gateway.last.sent.map(({ code, headers }) => [code, headers.messageId])).toEqual([[404, 'x']]);
	});

	test('an answer whose connection was lost goes by the next one, once', async () => {
		const { clock, gateway, session, deliveries } = start();
		await session.started;
		const sent = [event('e1'), event('e2')];
		for (const each of sent) gateway.last.receive(each);
		gateway.last.end();
		expect(deliveries[0].ack(eventAnswer('SUCCESS'))).toBe(false);
		await clock.pass(2_000);
		expect(deliveries[0].ack(eventAnswer('LATER'))).toBe(false);
		expect(deliveries[1].ack(eventAnswer('SUCCESS'))).toBe(true);
		expect(gateway.sockets.map((socket) => socket.sent.map(({ headers }) => headers.messageId))).toEqual([
			[],
			sent.map(({ headers }) => headers.messageId),
		]);
	});

	test('a frame in the same turn as the opening is not lost', async () => {
		const { session, deliveries } = start((gateway) => {
			gateway.onDial = (socket) => {
				socket.accept();
				socket.receive(event('first'));
			};
		});
		await session.started;
		expect(deliveries.length).toBe(1);
		expect(deliveries[0].ack(eventAnswer('SUCCESS'))).toBe(true);
	});
});

describe('make before break', () => {
	test('at a farewell the new connection is open before the old one is closed, and the old one is read', async () => {
		const { clock, gateway, session, deliveries, states } = start();
		await session.started;
		const old = gateway.last;
		old.receive(ping());
		await clock.pass(20_000);
		old.receive(event('in flight'));
		old.receive(farewell());
		await clock.pass(0);
		expect(gateway.live.length).toBe(2);

		old.receive(event('late'));
		expect(deliveries.length).toBe(2);
		for (const delivery of deliveries) expect(delivery.ack(eventAnswer('SUCCESS'))).toBe(true);
		expect(old.sent.slice(1).map(({ data }) => data)).toEqual(['{"status":"SUCCESS"}', '{"status":"SUCCESS"}']);

		await clock.pass(15_000);
		expect(old.readyState).toBe(3);
		expect(gateway.live.length).toBe(1);
		expect(states).toEqual(['online']);
	});

	test('a retired connection waits for its answers, for a minute', async () => {
		const { clock, gateway, session } = start();
		await session.started;
		const old = gateway.last;
		old.receive(event('never answered'));
		old.receive(farewell());
		await clock.pass(55_000);
		expect(old.readyState).toBe(1);
		await clock.pass(15_000);
		expect(old.readyState).toBe(3);
	});

	test('while the gateway opens nothing, the old connection stays, and frames on it do not hurry the attempts', async () => {
		const { clock, gateway, session, states } = start();
		await session.started;
		const old = gateway.last;
		old.receive(ping());
		await clock.pass(10_000);
		gateway.refuse = { status: 500, body: '' };
		session.resubscribe();
		for (let second = 0; second < 600; second += 20) {
			old.receive(ping());
			await clock.pass(20_000);
		}
		expect(gateway.opens.length - 1).toBeLessThanOrEqual(20);
		expect([old.readyState, states]).toEqual([1, ['online']]);
	});

	test('new subscriptions take effect, also when they change in mid-attempt', async () => {
		const { clock, gateway, session, subscriptions } = start((gateway) => (gateway.onDial = () => {}));
		subscriptions.push({ type: 'CALLBACK', topic: '/a' });
		session.resubscribe();
		gateway.onDial = (socket) => socket.accept();
		await clock.pass(0);
		gateway.last.accept();
		await session.started;
		await clock.pass(30_000);
		expect(gateway.requests.length).toBe(2);
		expect(gateway.requests[1]).toMatchObject({ subscriptions });
		expect(gateway.live.length).toBe(1);
	});
});
