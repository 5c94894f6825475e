import { event, farewell } from './simulation';
import { MINUTE, start } from './start';

describe('closing', () => {
	test('leaves no socket, timer or attempt, and delivers nothing more', async () => {
		const { clock, gateway, session, deliveries } = start();
		await session.started;
		gateway.last.receive(farewell());
		await clock.pass(1_000);
		const sockets = gateway.live;
		expect(sockets.length).toBe(2);
		await session.close();
		expect([gateway.live.length, clock.timers]).toEqual([0, 0]);
		sockets[0].receive(event('too late'));
		expect(deliveries.length).toBe(0);
		await session.close();
		await clock.pass(10 * MINUTE);
		expect(gateway.opens.length).toBe(2);
	});

	test('in mid-attempt calls the attempt off', async () => {
		const { clock, gateway, session } = start((gateway) => (gateway.onDial = () => {}));
		await clock.pass(0);
		await session.close();
		expect([gateway.live.length, clock.timers]).toEqual([0, 0]);
	});

	test('a peer that is gone is not waited for longer than 3 s', async () => {
		const { clock, gateway, session } = start();
		await session.started;
		gateway.last.dead = true;
		let closed = false;
		void session.close().then(() => (closed = true));
		await clock.pass(2_999);
		expect(closed).toBe(false);
		await clock.pass(1);
		expect([closed, clock.timers]).toEqual([true, 0]);
	});

	test('in the moment of an opening closes that socket as well', async () => {
		const { gateway, session, clock } = start((gateway) => (gateway.onDial = () => {}));
		await clock.pass(0);
		gateway.last.accept();
		await session.close();
		expect([gateway.last.readyState, clock.timers]).toEqual([3, 0]);
	});

	test('while it pauses calls the next attempt off', async () => {
		const { clock, gateway, session } = start((gateway) => (gateway.refuse = { status: 500, body: '' }));
		await clock.pass(5_000);
		await session.close();
		const { length } = gateway.opens;
		await clock.pass(10 * MINUTE);
		expect([gateway.opens.length, clock.timers]).toEqual([length, 0]);
	});
});
