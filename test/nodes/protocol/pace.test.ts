import fc from 'fast-check';
import { Pace, type Rate } from '../../../nodes/protocol/pace';
import { VirtualClock } from '../../support/clock';

const second: Rate = { calls: 20, perMs: 1000 };
const paceOn = (clock: VirtualClock, sleep = clock.sleep) => new Pace({ now: clock.now, sleep, random: () => 0.5 });

/** When calls that ask at these moments (ms after the start) start. */
async function starts(asks: number[], rateOf: (index: number) => Rate, clock = new VirtualClock(0)): Promise<number[]> {
	const pace = paceOn(clock);
	const calls = asks.map(async (moment, index) => {
		await clock.sleep(moment);
		return await pace.run(rateOf(index), { call: async () => await Promise.resolve(clock.now()) });
	});
	return await clock.run(Promise.all(calls));
}

/**
 * When calls that all ask at once arrive at DingTalk, each so long after its start, answered so long after that.
 * @param busyMs how long the process is busy once a call has started: its timers wake late then, and the call leaves late
 */
async function arrivals(
	count: number,
	lateBy: (index: number) => number,
	answerMs: number,
	busyMs: (index: number) => number = () => 0,
): Promise<number[]> {
	const clock = new VirtualClock(0);
	let busyUntil = 0;
	const sleep = async (ms: number) => {
		await clock.sleep(ms);
		if (busyUntil > clock.now()) await clock.sleep(busyUntil - clock.now());
	};
	const pace = paceOn(clock, sleep);
	const call = async (index: number) =>
		await pace.run(second, {
			call: async () => {
				busyUntil = clock.now() + busyMs(index);
				await sleep(lateBy(index));
				const arrived = clock.now();
				await clock.sleep(answerMs);
				return arrived;
			},
		});
	return await clock.run(Promise.all(Array.from({ length: count }, async (_, index) => await call(index))));
}

/** Most starts within any window of this length; a start on its far edge is outside. */
function busiest(moments: number[], windowMs: number): number {
	const sorted = [...moments].sort((a, b) => a - b);
	return Math.max(
		0,
		...sorted.map((from, index) => sorted.slice(index).filter((moment) => moment < from + windowMs).length),
	);
}

test('a full window starts at once but for a few milliseconds, and 95 % of the rate is kept over time', async () => {
	const moments = await starts(
		Array.from({ length: 600 }, () => 0),
		() => second,
	);
	expect(moments.slice(0, 20)).toEqual(Array.from({ length: 20 }, (_, index) => index * 5));
	// 580 calls after the first window, at 20 a second.
	expect(moments[599]).toBeLessThanOrEqual(29_000 / 0.95);
	expect(busiest(moments, 1000)).toBe(20);
});

test('a process that is busy now and then makes no window too full, though it hears of that two seconds later', async () => {
	const moments = await arrivals(
		400,
		() => 0,
		2000,
		(index) => (index % 47 === 45 ? 60 : 0),
	);
	expect(busiest(moments, 1000)).toBe(20);
	expect(moments[399]).toBeLessThanOrEqual(20_500);
});

test.each([0, 50, 2000])(
	'a first burst that arrives drawn out, as after a cold start, makes no window too full (answers after %i ms)',
	async (answerMs) => {
		const moments = await arrivals(300, (index) => (index < 20 ? 200 + index * 10 : (index * 7) % 25), answerMs);
		expect(busiest(moments, 1000)).toBeLessThanOrEqual(20);
		expect(moments[299]).toBeLessThanOrEqual(answerMs > 1000 ? 16_000 : 15_500);
	},
);

test('calls that are held up on their way do not bring more than the rate to DingTalk', async () => {
	await fc.assert(
		fc.asyncProperty(
			fc.array(fc.integer({ min: 0, max: 190 }), { minLength: 100, maxLength: 100 }),
			fc.integer({ min: 0, max: 200 }),
			async (heldUp, answerMs) => {
				const moments = await arrivals(heldUp.length, (index) => 20 + (heldUp[index] ?? 0), answerMs);
				expect(busiest(moments, 1000)).toBeLessThanOrEqual(20);
			},
		),
		{ numRuns: 30 },
	);
});

test.each([0, 50, 200, 700])('answers after %i ms do not slow the rate down', async (answerMs) => {
	expect((await arrivals(400, () => 0, answerMs))[399]).toBeLessThanOrEqual(20_000 / 0.95);
});

test('late timers do not slow the rate down', async () => {
	const clock = new VirtualClock(0);
	const pace = paceOn(clock, async (ms) => await clock.sleep(ms + 8));
	const moments = await clock.run(
		Promise.all(
			Array.from(
				{ length: 400 },
				async () => await pace.run(second, { call: async () => await Promise.resolve(clock.now()) }),
			),
		),
	);
	expect(moments[399]).toBeLessThanOrEqual(20_000 / 0.95);
	expect(busiest(moments, 1000)).toBe(20);
});

test('a group robot: 20 in any minute', async () => {
	const moments = await starts(
		Array.from({ length: 100 }, (_, index) => index * 100),
		() => ({ calls: 20, perMs: 60_000 }),
	);
	expect(busiest(moments, 60_000)).toBe(20);
});

test('whatever the arrivals, no window ever holds more than the rate', async () => {
	await fc.assert(
		fc.asyncProperty(
			fc.array(fc.integer({ min: 0, max: 3000 }), { minLength: 1, maxLength: 80 }),
			fc.integer({ min: 1, max: 25 }),
			async (asks, calls) => {
				const moments = await starts(asks, () => ({ calls, perMs: 1000 }));
				expect(busiest(moments, 1000)).toBeLessThanOrEqual(calls);
				expect(moments.every((moment, index) => moment >= (asks[index] ?? 0))).toBe(true);
			},
		),
		{ numRuns: 60 },
	);
});

test('callers with different rates: none starts into a window that is full by its own', async () => {
	const rates: Rate[] = [
		{ calls: 5, perMs: 1000 },
		{ calls: 20, perMs: 1000 },
	];
	await fc.assert(
		fc.asyncProperty(
			fc.array(fc.tuple(fc.integer({ min: 0, max: 3000 }), fc.integer({ min: 0, max: 1 })), {
				minLength: 1,
				maxLength: 80,
			}),
			async (asks) => {
				const rateOf = (index: number) => rates[asks[index]?.[1] ?? 0] ?? second;
				const moments = await starts(
					asks.map(([moment]) => moment),
					rateOf,
				);
				expect(busiest(moments, 1000)).toBeLessThanOrEqual(20);
				const slow = moments.filter((_, index) => asks[index]?.[1] === 0);
				expect(busiest(slow, 1000)).toBeLessThanOrEqual(5);
			},
		),
		{ numRuns: 60 },
	);
});

test('a timer that wakes early does not let a call through early', async () => {
	const clock = new VirtualClock(0);
	const pace = paceOn(clock, async (ms) => await clock.sleep(Math.max(1, Math.floor(ms * 0.9))));
	const moments = await clock.run(
		Promise.all(
			Array.from(
				{ length: 60 },
				async () => await pace.run(second, { call: async () => await Promise.resolve(clock.now()) }),
			),
		),
	);
	expect(busiest(moments, 1000)).toBe(20);
});

test('calls start in the order in which they asked', async () => {
	const clock = new VirtualClock(0);
	const pace = paceOn(clock);
	const order: number[] = [];
	await clock.run(
		Promise.all(
			Array.from(
				{ length: 50 },
				async (_, index) => await pace.run(second, { call: async () => await Promise.resolve(order.push(index)) }),
			),
		),
	);
	expect(order).toEqual(Array.from({ length: 50 }, (_, index) => index));
});

test('a pace that nobody used for two windows may be forgotten', async () => {
	const clock = new VirtualClock(0);
	const pace = paceOn(clock);
	expect(pace.idle()).toBe(true);
	await pace.run(second, { call: async () => await Promise.resolve() });
	expect(pace.idle()).toBe(false);
	await clock.run(clock.sleep(2001));
	expect(pace.idle()).toBe(true);
});

test('work that fails frees the way like any other', async () => {
	const clock = new VirtualClock(0);
	const pace = paceOn(clock);
	await expect(pace.run(second, { call: async () => await Promise.reject(new Error('no')) })).rejects.toThrow('no');
	await expect(clock.run(pace.run(second, { call: async () => await Promise.resolve('yes') }))).resolves.toBe('yes');
});
