import { farewell, frame, ping, settle } from './simulation';
import { MINUTE, start } from './start';

describe('storms', () => {
	test('a gateway that refuses for 10 minutes is asked at most 20 times', async () => {
		const { clock, gateway, states } = start((gateway) => (gateway.refuse = { status: 500, body: '' }));
		await clock.pass(10 * MINUTE);
		expect(gateway.opens.length).toBeLessThanOrEqual(20);
		expect(gateway.opens.length).toBeGreaterThan(10);
		expect(states).toEqual(['away']);
	});

	test('sockets that fail before they open (error and close both) make no more than one attempt each', async () => {
		const { clock, gateway } = start((gateway) => (gateway.onDial = (socket) => socket.fail()));
		await clock.pass(10 * MINUTE);
		expect(gateway.opens.length).toBeLessThanOrEqual(20);
		const pauses = gateway.opens.slice(1).map((at, index) => at - gateway.opens[index]);
		expect(pauses.slice(0, 8)).toEqual([1, 2, 4, 8, 16, 32, 48, 48].map((second) => second * 1000));
	});

	test('sockets that open and end at once do not reset the count: a fetched URL proves nothing', async () => {
		const { clock, gateway, states } = start((gateway) => {
			gateway.onDial = (socket) => {
				socket.accept();
				void settle().then(() => socket.end());
			};
		});
		await clock.pass(10 * MINUTE);
		expect(gateway.opens.length).toBeLessThanOrEqual(20);
		expect(gateway.sockets.length).toBe(gateway.opens.length);
		expect(states).toEqual(['online', 'away']);

		gateway.onDial = (socket) => socket.accept();
		await clock.pass(MINUTE);
		expect(states).toEqual(['online', 'away']);
		gateway.last.receive(ping());
		expect(states).toEqual(['online', 'away', 'online']);
	});

	test('a greeting, which every opening brings, does not reset the count either', async () => {
		const { clock, gateway, states } = start((gateway) => {
			gateway.onDial = (socket) => {
				socket.accept();
				for (const topic of ['CONNECTED', 'REGISTERED']) socket.receive(frame('SYSTEM', topic, {}));
				void settle().then(() => socket.end());
			};
		});
		await clock.pass(10 * MINUTE);
		expect(gateway.opens.length).toBeLessThanOrEqual(20);
		expect(states).toEqual(['online', 'away']);
	});

	test('a greeted connection that stood for a while counts as alive: a proxy that cuts quiet ones costs seconds, not minutes', async () => {
		const { clock, gateway } = start((gateway) => {
			gateway.onDial = (socket) => {
				socket.accept();
				socket.receive(frame('SYSTEM', 'CONNECTED', {}));
				clock.after(16_000, () => socket.end());
			};
		});
		await clock.pass(10 * MINUTE);
		// 16 s up, at most 1.25 s down.
		expect(gateway.opens.length).toBeGreaterThanOrEqual(34);
	});

	test('a gateway that refuses and is away by turns is no news', async () => {
		const { clock, gateway, session, states } = start();
		await session.started;
		gateway.last.receive(ping());
		await clock.pass(10_000);
		gateway.last.end();
		const answers = [
			{ status: 401, body: { code: 'invalidClientIdOrSecret' } },
			{ status: 500, body: '' },
			new Error('ECONNRESET'),
		];
		for (let turn = 0; turn < 60; turn++) {
			gateway.refuse = answers[turn % 3];
			await clock.pass(10_000);
		}
		expect(gateway.opens.length).toBeLessThanOrEqual(20);
		expect(states).toEqual(['online', 'away', 'refused']);
		gateway.refuse = undefined;
		await clock.pass(MINUTE);
		expect(states).toEqual(['online', 'away', 'refused', 'online']);
	});

	test('an answer that never comes is given up after 20 s, though the call does not heed it', async () => {
		const { clock, gateway, session, states } = start((gateway) => (gateway.refuse = new Promise<never>(() => {})));
		await clock.pass(20_000);
		await session.started;
		expect(states).toEqual(['away']);
		gateway.refuse = undefined;
		await clock.pass(2_000);
		expect([gateway.opens.length, gateway.mostAtOnce, states]).toEqual([2, 1, ['away', 'online']]);
	});

	test('a gateway that says farewell at every welcome is asked no oftener', async () => {
		const { clock, gateway } = start((gateway) => {
			gateway.onDial = (socket) => {
				socket.accept();
				socket.receive(farewell());
			};
		});
		await clock.pass(10 * MINUTE);
		expect(gateway.opens.length).toBeLessThanOrEqual(20);
		expect(gateway.live.length).toBeLessThanOrEqual(3);
	});

	test('twenty connections lost in turn, each after a frame and 10 s, come back after a second each', async () => {
		const { clock, gateway, session } = start();
		await session.started;
		for (let loss = 0; loss < 20; loss++) {
			gateway.last.receive(ping());
			await clock.pass(2_000);
			await clock.pass(10_000);
			gateway.last.end();
			await clock.pass(1_000);
		}
		expect(gateway.opens.length).toBe(21);
		expect(gateway.live.length).toBe(1);
	});
});
