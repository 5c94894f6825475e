import { event, frame, ping } from './simulation';
import { MINUTE, start } from './start';

describe('lines that die', () => {
	test('a half-open one is replaced within 75 s of its last frame', async () => {
		for (const quiet of [1, 2_500, 4_999]) {
			const { clock, gateway, session } = start();
			await session.started;
			await clock.pass(quiet);
			const dead = gateway.last;
			dead.receive(ping());
			dead.dead = true;
			const since = clock.running;
			await clock.pass(59_000);
			expect(gateway.sockets.length).toBe(1);
			while (gateway.sockets.length === 1 && clock.running < 2 * MINUTE) await clock.pass(500);
			expect(clock.running - since).toBeLessThanOrEqual(75_000);
		}
	});

	/** A line that is pinged every `apart` ms, beginning `aside` ms after it opened. */
	async function pinged(apart: number, aside: number) {
		const session = start();
		await session.session.started;
		await session.clock.pass(aside);
		for (let count = 0; count < 6; count++) {
			session.gateway.last.receive(ping());
			await session.clock.pass(apart);
		}
		session.gateway.last.receive(ping());
		return session;
	}

	test.each([
		['1 s', 1_000, 15_000, 30_000],
		['8 s', 8_000, 15_000, 30_000],
		['20 s', 20_000, 23_000, 30_000],
		['21 s', 21_000, 24_000, 30_000],
		['30 s', 30_000, 33_000, 45_000],
		['55 s', 55_000, 59_000, 75_000],
	])('pings every %s: a half-open one is replaced when one is overdue', async (_, apart, least, most) => {
		for (const aside of [0, 1, 1_700, 2_500, 4_999]) {
			const { clock, gateway, session } = await pinged(apart, aside);
			gateway.last.dead = true;
			const since = clock.running;
			while (gateway.sockets.length === 1 && clock.running < 20 * MINUTE) await clock.pass(500);
			expect(clock.running - since).toBeGreaterThanOrEqual(least);
			expect(clock.running - since).toBeLessThanOrEqual(most);
			const closing = session.close();
			await clock.pass(10_000);
			await closing;
		}
	});

	test('one whose ping was late is replaced once: from then on the rhythm is not relied on', async () => {
		const { clock, gateway } = await pinged(20_000, 0);
		const late = gateway.last;
		await clock.pass(31_000);
		expect(gateway.opens.length).toBe(2);
		expect(late.readyState).toBe(1);
		late.receive(ping());
		for (const silence of [20_000, 20_000, 20_000, 20_000, 20_000, 55_000, 55_000]) {
			gateway.last.receive(ping());
			await clock.pass(silence);
		}
		expect(gateway.opens.length).toBe(2);
	});

	test('events in quick succession are no rhythm, and neither is a clock that was set', async () => {
		const { clock, gateway, session } = start();
		await session.started;
		for (let count = 0; count < 30; count++) {
			gateway.last.receive(event(`e${count}`));
			if (count % 10 === 0) gateway.last.receive(ping());
			clock.jump(-3_000);
			await clock.pass(3_000);
		}
		await clock.pass(28_000);
		expect(gateway.opens.length).toBe(1);
	});

	test('one that is kept alive by keep-alive frames alone stays', async () => {
		const { clock, gateway, session } = start();
		await session.started;
		for (let minute = 0; minute < 60; minute++) {
			gateway.last.receive(minute % 2 ? ping() : frame('SYSTEM', 'KEEPALIVE', {}));
			await clock.pass(30_000);
		}
		expect(gateway.opens.length).toBe(1);
	});

	test('a machine that slept opens a new one at once; a clock set back does nothing', async () => {
		const { clock, gateway, session } = start();
		await session.started;
		gateway.last.receive(ping());
		clock.jump(-5 * MINUTE);
		await clock.pass(10_000);
		expect(gateway.opens.length).toBe(1);
		clock.jump(2 * MINUTE);
		await clock.pass(6_000);
		expect(gateway.opens.length).toBe(2);
	});

	test('a lost one comes back after a pause, and is told once each way', async () => {
		const { clock, gateway, session, states } = start();
		await session.started;
		gateway.last.receive(ping());
		await clock.pass(10_000);
		gateway.last.end();
		await clock.pass(999);
		expect(gateway.opens.length).toBe(1);
		await clock.pass(1);
		expect(gateway.opens.length).toBe(2);
		expect(states).toEqual(['online', 'away', 'online']);
	});
});
