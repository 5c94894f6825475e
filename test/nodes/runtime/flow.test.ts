import { Pace } from '../../../nodes/protocol/pace';
import { eachOf } from '../../../nodes/runtime/each';
import { Flow } from '../../../nodes/runtime/flow';
import { VirtualClock } from '../../support/clock';

interface Settings {
	items: number;
	/** Calls a second. */
	rate: number;
	latencyMs: number;
	/** Calls of one item, one after another. */
	calls?: number;
}

/** Items as the node works on them: read, then called, at the pace and in the flow of one execution. */
async function work({ items, rate, latencyMs, calls = 1 }: Settings) {
	const clock = new VirtualClock(0);
	const pace = new Pace({ now: clock.now, sleep: clock.sleep, random: () => 0.5 });
	const flow = new Flow();
	let [inHand, mostInHand, most, underWay] = [0, 0, 0, 0];
	const count = (change: number) => {
		inHand += change;
		mostInHand = Math.max(mostInHand, inHand);
	};
	const call = async () => {
		count(-1);
		flow.underWay(1);
		await clock.sleep(latencyMs);
		count(1);
		flow.underWay(-1);
	};
	const results = await clock.run(
		eachOf(items, flow, async (index) => {
			most = Math.max(most, (underWay += 1));
			count(1);
			await clock.sleep(1);
			for (let made = 0; made < calls; made++) await pace.run({ calls: rate, perMs: 1000 }, { call });
			count(-1);
			underWay -= 1;
			return index;
		}),
	);
	expect(results).toEqual(Array.from({ length: items }, (_, index) => index));
	return { ms: clock.now(), mostInHand, most };
}

test.each([0, 50, 500, 2000])('answers after %i ms: 0.95 of the limit is used', async (latencyMs) => {
	const { ms, mostInHand, most } = await work({ items: 300, rate: 20, latencyMs });
	expect((280 / 20) * 1000).toBeGreaterThan(0.95 * (ms - latencyMs));
	expect(mostInHand).toBeLessThanOrEqual(20);
	expect(most).toBeLessThanOrEqual(20 + (latencyMs / 1000) * 20 + 20);
});

test.each([50, 2000])('items of three calls each, answers after %i ms: the same', async (latencyMs) => {
	const { ms } = await work({ items: 100, rate: 20, latencyMs, calls: 3 });
	expect((280 / 20) * 1000).toBeGreaterThan(0.9 * (ms - 3 * latencyMs));
});

test('without pacing all calls go out side by side, but not ten thousand', async () => {
	expect(await work({ items: 300, rate: Infinity, latencyMs: 2000 })).toMatchObject({ most: 300 });
	const many = await work({ items: 10_000, rate: Infinity, latencyMs: 2000 });
	expect(many.most).toBe(500);
	expect(many.mostInHand).toBeLessThanOrEqual(500);
});

test('ten thousand items at the pace: a handful stands in the memory', async () => {
	expect((await work({ items: 2000, rate: 20, latencyMs: 50 })).most).toBeLessThan(40);
});
