import fc from 'fast-check';

import { eventAnswer } from '../../../../nodes/protocol/stream/frames';
import type { SimulatedSocket } from './simulation';
import { event, farewell, frame, ping, settle } from './simulation';
import { MINUTE, start } from './start';

/*
 * Whatever the gateway, the network and the clock do, in whatever order: one attempt at a time, no
 * hammering, one connection in the end, nothing left after closing.
 */
type World = ReturnType<typeof start>;

/** Holds back the answer to every open, for ever: nobody calls it off. */
const never = new Promise<never>(() => {});

/** From now on sockets can be had, and behave like this. */
const dialled = ({ gateway }: World, onDial: (socket: SimulatedSocket) => void) =>
	void Object.assign(gateway, { refuse: undefined, onDial });

const ACTIONS: Record<string, (world: World, socket: SimulatedSocket) => void> = {
	accept: (world) => dialled(world, (socket) => socket.accept()),
	'away (500)': ({ gateway }) => (gateway.refuse = { status: 500, body: '' }),
	'blocked (403 HTML)': ({ gateway }) => (gateway.refuse = { status: 403, body: '<html>' }),
	'refused (401)': ({ gateway }) => (gateway.refuse = { status: 401, body: { code: 'invalidClientIdOrSecret' } }),
	unreachable: ({ gateway }) => (gateway.refuse = new Error('ECONNREFUSED')),
	'answers never': ({ gateway }) => (gateway.refuse = never),
	'sockets never open': (world) => dialled(world, () => {}),
	'sockets fail': (world) => dialled(world, (socket) => socket.fail()),
	'sockets greet, then end': (world) =>
		dialled(world, (socket) => {
			socket.accept();
			socket.receive(frame('SYSTEM', 'CONNECTED', {}));
			void settle().then(() => socket.end());
		}),
	'farewell at once': (world) =>
		dialled(world, (socket) => {
			socket.accept();
			socket.receive(farewell());
		}),
	ping: (_, socket) => socket.receive(ping()),
	event: (_, socket) => socket.receive(event('e')),
	farewell: (_, socket) => socket.receive(farewell()),
	'farewell twice': (_, socket) => [farewell(), farewell()].forEach((one) => socket.receive(one)),
	nonsense: (_, socket) => socket.receive('{"type":"NEWS","headers":{"messageId":"x"}}'),
	end: (_, socket) => socket.end(),
	'half-open': (_, socket) => (socket.dead = true),
	resubscribe: ({ session }) => session.resubscribe(),
	slept: ({ clock }) => clock.jump(10 * MINUTE),
	'clock set back': ({ clock }) => clock.jump(-60 * MINUTE),
	answer: ({ deliveries }) => deliveries.forEach(({ ack }) => ack(eventAnswer('SUCCESS'))),
};

const step = fc.record({
	action: fc.constantFrom(...Object.keys(ACTIONS)),
	which: fc.nat(2),
	pass: fc.constantFrom(0, 1, 900, 5_000, 21_000, 70_000),
});

test('whatever happens: one attempt at a time, one connection in the end, nothing left', async () => {
	await fc.assert(
		fc.asyncProperty(fc.array(step, { maxLength: 40 }), async (steps) => {
			const world = start();
			const { clock, gateway, session, states } = world;
			await session.started;
			for (const { action, which, pass } of steps) {
				ACTIONS[action](world, gateway.live.at(-1 - which) ?? gateway.last);
				await clock.pass(pass);
			}
			expect(gateway.mostAtOnce).toBe(1);
			expect(states.every((state, index) => state !== states[index - 1])).toBe(true);

			ACTIONS.accept(world, gateway.last);
			// A minute for the longest pause, a minute of silence, a minute for what is still owed on retired ones.
			for (let second = 0; second < 240; second += 10) {
				await clock.pass(10_000);
				for (const socket of gateway.live) if (!socket.dead && socket.readyState === 1) socket.receive(ping());
			}
			expect(gateway.live.filter(({ dead }) => !dead).length).toBe(1);
			expect(states.at(-1)).toBe('online');

			const closing = session.close();
			await clock.pass(3_000);
			await closing;
			expect([gateway.live.length, clock.timers]).toEqual([0, 0]);
			const { length } = gateway.opens;
			await clock.pass(10 * MINUTE);
			expect([gateway.opens.length, clock.timers]).toEqual([length, 0]);
		}),
		{ numRuns: 300, seed: 20261122 },
	);
});

test('no order of misfortunes asks the gateway more than 20 times in 10 minutes, as long as nothing good happens', async () => {
	const misfortunes = Object.keys(ACTIONS).filter((name) =>
		/away|blocked|refused|unreachable|never|fail|greet|at once|end$|resubscribe|slept|set back/.test(name),
	);
	await fc.assert(
		fc.asyncProperty(fc.array(fc.constantFrom(...misfortunes), { minLength: 20, maxLength: 20 }), async (names) => {
			const world = start((gateway) => (gateway.refuse = { status: 500, body: '' }));
			for (const name of names) {
				ACTIONS[name](world, world.gateway.last ?? { end: () => {} });
				await world.clock.pass(30_000);
			}
			expect(world.gateway.opens.length).toBeLessThanOrEqual(20);
			expect(world.gateway.mostAtOnce).toBe(1);
			// At most: away, refused, once online on a connection that came to nothing, away, refused.
			expect(world.states.length).toBeLessThanOrEqual(5);
		}),
		{ numRuns: 300, seed: 20261122 },
	);
});
