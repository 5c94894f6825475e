import { DingTalkError } from '../../../nodes/protocol/errors';
import { Pace } from '../../../nodes/protocol/pace';
import { VirtualClock } from '../../support/clock';

/** DingTalk's limit as one might build it: whether a call that arrives now is let through. */
export type Limiter = (now: number) => boolean;

const LIMIT = 20;

/** What DingTalk does is not documented beyond "20 a second"; a process has to get along with each. */
export const limiters: Record<string, () => Limiter> = {
	'any second': () => {
		let times: number[] = [];
		return (now) => {
			times = times.filter((moment) => moment > now - 1000);
			if (times.length >= LIMIT) return false;
			times.push(now);
			return true;
		};
	},
	'each second of the clock': () => {
		let [second, calls] = [0, 0];
		return (now) => {
			if (Math.floor(now / 1000) !== second) [second, calls] = [Math.floor(now / 1000), 0];
			return ++calls <= LIMIT;
		};
	},
	'a bucket of 20 that fills by 20 a second': () => {
		let [tokens, filled] = [LIMIT, 0];
		return (now) => {
			tokens = Math.min(LIMIT, tokens + ((now - filled) * LIMIT) / 1000);
			filled = now;
			if (tokens < 1) return false;
			tokens -= 1;
			return true;
		};
	},
};

/** The same chances in every run. https://en.wikipedia.org/wiki/Lehmer_random_number_generator */
export function seeded(seed: number): () => number {
	let state = seed;
	return () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
}

export interface Outcome {
	/** Share of the limit that was used, after the first 20 calls. */
	used: number;
	/** Share of all calls that was refused. */
	refused: number;
	/** When the first process was done: calls of the one furthest ahead, for each of the one furthest behind. */
	unfairness: number;
	failed: number;
}

/** Several processes that each make so many calls, 20 in hand at once, without knowing of each other; each begins so long after the one before. */
export async function simulate(
	{
		processes,
		calls,
		latencyMs = 20,
		seed = 7,
		apartMs = 0,
	}: { processes: number; calls: number; latencyMs?: number; seed?: number; apartMs?: number },
	admits: Limiter,
): Promise<Outcome> {
	const clock = new VirtualClock(0);
	const random = seeded(seed);
	const done: number[][] = [];
	const [refused, failed]: [number[], unknown[]] = [[], []];
	const way = async () => await clock.sleep(Math.round(latencyMs / 2 + 10 * random()));
	const call = (moments: number[]) => async () => {
		await way();
		const admitted = admits(clock.now());
		(admitted ? moments : refused).push(clock.now());
		await way();
		if (!admitted) throw new DingTalkError({ code: '90018', kind: 'throttled', message: 'too many' });
	};
	const work = async (process: number) => {
		// Timers and the clock count in whole milliseconds.
		const pace = new Pace({ now: clock.now, sleep: async (ms) => await clock.sleep(Math.ceil(ms)), random });
		const moments: number[] = (done[process] = []);
		await clock.sleep(process * apartMs + Math.floor(100 * random()));
		let left = calls;
		const hand = async () => {
			while (left-- > 0)
				await pace.run({ calls: LIMIT, perMs: 1000 }, { call: call(moments) }).catch((e: unknown) => failed.push(e));
		};
		await Promise.all(Array.from({ length: 20 }, hand));
	};
	await clock.run(Promise.all(Array.from({ length: processes }, async (_, process) => await work(process))));
	const ends = done.map((moments) => Math.max(...moments));
	const ahead = done.map((moments) => moments.filter((moment) => moment <= Math.min(...ends)).length);
	const total = processes * calls;
	return {
		used: ((total - LIMIT) * 1000) / LIMIT / Math.max(...ends),
		refused: refused.length / (total + refused.length),
		unfairness: Math.max(...ahead) / Math.min(...ahead),
		failed: failed.length,
	};
}
