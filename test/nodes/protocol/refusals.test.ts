import { setMaxListeners } from 'node:events';
import { DingTalkError, type ErrorFacts } from '../../../nodes/protocol/errors';
import { Pace, PATIENCE_MS, type Work } from '../../../nodes/protocol/pace';
import { VirtualClock } from '../../support/clock';

const second = { calls: 20, perMs: 1000 };
const MINUTE = 60_000;
const error = (facts: Partial<ErrorFacts>) =>
	new DingTalkError({ code: 'c', message: 'm', kind: 'throttled', ...facts });

let clock: VirtualClock;
let pace: Pace;
beforeEach(() => {
	clock = new VirtualClock(0);
	pace = new Pace({ now: clock.now, sleep: clock.sleep, random: () => 0.5 });
});

/** How a call ended: its value or its error. */
const ending = async (work: Work<unknown>) => await pace.run(second, work).catch((cause: unknown) => cause);
/** A call that DingTalk refuses while `refuses`; notes when it was tried. */
const trying = (refuses: (now: number) => boolean, facts: () => Partial<ErrorFacts> = () => ({})) => {
	const tries: number[] = [];
	const call = async () => {
		tries.push(clock.now());
		await clock.sleep(10);
		if (refuses(clock.now())) throw error(facts());
		return 'done';
	};
	return { tries, call };
};

test('a refused call goes again before those that asked after it', async () => {
	const order: number[] = [];
	let refusals = 3;
	const call = (index: number) => async () => {
		await clock.sleep(10);
		if (index === 4 && refusals-- > 0) throw error({});
		order.push(index);
	};
	await clock.run(Promise.all(Array.from({ length: 60 }, async (_, index) => await ending({ call: call(index) }))));
	// Those that were on their way already have passed it.
	expect(order.indexOf(4)).toBeLessThan(20);
	expect(order.filter((index) => index !== 4)).toEqual(Array.from({ length: 60 }, (_, i) => i).filter((i) => i !== 4));
});

test('everything stops for 125 to 375 ms after a refusal', async () => {
	let refused = -1;
	const starts: number[] = [];
	const call = async () => {
		starts.push(clock.now());
		await clock.sleep(10);
		if (starts.length === 5 && refused < 0) {
			refused = clock.now();
			throw error({});
		}
	};
	await clock.run(Promise.all(Array.from({ length: 80 }, async () => await ending({ call }))));
	expect(starts.filter((moment) => moment > refused && moment < refused + 125)).toEqual([]);
	expect(starts.some((moment) => moment > refused && moment <= refused + 375)).toBe(true);
});

test.each([1, 4])(
	'an IP address that is blocked for five minutes is waited out by %i calls, without hammering',
	async (calls) => {
		const { tries, call } = trying((now) => now < PATIENCE_MS);
		const outcomes = Array.from({ length: calls }, async () => await ending({ call }));
		expect(await clock.run(Promise.all(outcomes))).toEqual(outcomes.map(() => 'done'));
		expect(clock.now()).toBeLessThan(PATIENCE_MS + MINUTE);
		expect(tries.length).toBeLessThan(60 + 2 * calls);
	},
);

test('what DingTalk refuses for ever fails after five minutes, with all that waited as long', async () => {
	const { tries, call } = trying(() => true);
	const outcomes = await clock.run(Promise.all(Array.from({ length: 50 }, async () => await ending({ call }))));
	expect(outcomes.every((outcome) => outcome instanceof DingTalkError)).toBe(true);
	expect(clock.now()).toBeGreaterThanOrEqual(PATIENCE_MS);
	expect(clock.now()).toBeLessThan(PATIENCE_MS + MINUTE);
	expect(tries.length).toBeLessThan(120);
});

test('who asks in the middle of that has five minutes of its own', async () => {
	const { call } = trying(() => true);
	const first = ending({ call });
	const late = clock.sleep(2 * MINUTE).then(async () => {
		await ending({ call });
		return clock.now();
	});
	expect(await clock.run(Promise.all([first, late]).then(([, ended]) => ended))).toBeGreaterThanOrEqual(7 * MINUTE);
});

test('one call that is refused while others get through fails after five minutes too', async () => {
	let ended = 0;
	const unlucky = ending({ call: async () => await clock.sleep(10).then(() => Promise.reject(error({}))) }).then(
		() => (ended = clock.now()),
	);
	const others = (async () => {
		while (ended === 0) await ending({ call: async () => await clock.sleep(500) });
	})();
	await clock.run(Promise.all([unlucky, others]));
	expect(ended).toBeGreaterThanOrEqual(PATIENCE_MS);
	expect(ended).toBeLessThan(PATIENCE_MS + MINUTE);
});

test.each([7000, MINUTE, 4 * MINUTE])('what DingTalk asks for, %i ms, is waited exactly', async (waitMs) => {
	const { tries, call } = trying(
		() => tries.length < 2,
		() => ({ waitMs }),
	);
	expect(await clock.run(ending({ call }))).toBe('done');
	expect(tries).toEqual([0, 10 + waitMs]);
});

test('a limit that ends later than five minutes from now fails at once, with those that wait, and holds up nobody else', async () => {
	const { tries, call } = trying(
		() => tries.length <= 20,
		() => ({ waitMs: 20 * MINUTE }),
	);
	const outcomes = await clock.run(Promise.all(Array.from({ length: 30 }, async () => await ending({ call }))));
	expect(outcomes.filter((outcome) => outcome !== 'done')).toHaveLength(30);
	expect(clock.now()).toBeLessThan(2000);
	const after = trying(() => false);
	expect(await clock.run(ending({ call: after.call }))).toBe('done');
	expect(clock.now()).toBeLessThan(4000);
});

test.each(['busy', 'unreachable', 'broken', 'refused', 'permission'] as const)(
	'a failure of another kind, %s, is thrown at once',
	async (kind) => {
		const failure = error({ kind });
		expect(await clock.run(ending({ call: async () => await Promise.reject(failure) }))).toBe(failure);
		expect(clock.now()).toBe(0);
	},
);

describe('cancelling', () => {
	const cancelledAfter = (ms: number) => {
		const controller = new AbortController();
		void clock.sleep(ms).then(() => controller.abort());
		return controller.signal;
	};

	test('ends the waiting of one execution at once and leaves the others’', async () => {
		const { call, tries } = trying((now) => now < MINUTE);
		const signal = cancelledAfter(5000);
		const stopped = Promise.all(
			Array.from({ length: 10 }, async () => await ending({ call, signal }).then((cause) => [cause, clock.now()])),
		);
		const other = ending({ call });
		const outcomes = await clock.run(stopped);
		expect(outcomes).toEqual(outcomes.map(() => [expect.objectContaining({ code: 'cancelled' }), 5000]));
		const before = tries.length;
		expect(await clock.run(other)).toBe('done');
		// Only the other one's tries are left.
		expect(tries.length).toBeLessThan(before + 30);
	});

	test('what was cancelled before is not even begun', async () => {
		const { call, tries } = trying(() => false);
		expect(await clock.run(ending({ call, signal: AbortSignal.abort() }))).toMatchObject({ code: 'cancelled' });
		expect(tries).toEqual([]);
	});

	test('leaves no listener and no timer behind', async () => {
		const controller = new AbortController();
		// As n8n does.
		setMaxListeners(Infinity, controller.signal);
		const [added, removed] = [
			jest.spyOn(controller.signal, 'addEventListener'),
			jest.spyOn(controller.signal, 'removeEventListener'),
		];
		const { call } = trying((now) => now < 3000);
		await clock.run(
			Promise.all(Array.from({ length: 50 }, async () => await ending({ call, signal: controller.signal }))),
		);
		expect(added).toHaveBeenCalledTimes(50);
		expect(removed).toHaveBeenCalledTimes(50);
		expect(clock.timers).toBe(0);
	});
});

describe('what a call lacks', () => {
	test('is waited for without using up the rate, and in order', async () => {
		let has = false;
		const order: number[] = [];
		const get = async () => {
			await clock.sleep(3000);
			has = true;
		};
		const starts: number[] = [];
		const work = (index: number): Work<unknown> => ({
			ready: () => (has ? undefined : get()),
			call: async () => {
				starts.push(clock.now());
				order.push(index);
				await clock.sleep(5);
			},
		});
		await clock.run(Promise.all(Array.from({ length: 40 }, async (_, index) => await ending(work(index)))));
		expect(order).toEqual(Array.from({ length: 40 }, (_, index) => index));
		expect(starts[0]).toBe(3000);
		expect(starts[39]).toBeLessThan(4300);
	});

	test('and does not get is the end of this call only', async () => {
		const failure = error({ kind: 'unreachable' });
		const [failed, fine] = await clock.run(
			Promise.all([
				ending({ ready: () => Promise.reject(failure), call: async () => await Promise.resolve('never') }),
				ending({ call: async () => await Promise.resolve('done') }),
			]),
		);
		expect([failed, fine]).toEqual([failure, 'done']);
	});

	test('and is refused as one too many is asked for again', async () => {
		let asks = 0;
		const ready = () => (asks++ < 2 ? Promise.reject(error({})) : undefined);
		expect(await clock.run(ending({ ready, call: async () => await Promise.resolve('done') }))).toBe('done');
		expect(asks).toBe(3);
	});

	test('a call that is to go again keeps its place', async () => {
		const order: string[] = [];
		let tries = 0;
		const again: Work<unknown> = {
			again: () => tries === 1,
			call: async () => {
				await clock.sleep(1);
				if (tries++ === 0) throw error({ kind: 'auth' });
				order.push('again');
			},
		};
		const other = async (_: unknown, index: number) =>
			await ending({ call: async () => await Promise.resolve(order.push(String(index))) });
		const first = ending(again);
		await clock.run(Promise.all([first, ...Array.from({ length: 30 }, other)]));
		expect(order.indexOf('again')).toBeLessThan(20);
	});
});
