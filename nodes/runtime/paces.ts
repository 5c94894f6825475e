import { sleep } from 'n8n-workflow';
import { Pace, type Rate } from '../protocol/pace';

/** Shared by all items and executions of this process. Several workers share DingTalk's limit without knowing of each other: there, throttled answers are waited out. */
const paces = new Map<string, Pace>();
/** Not the wall clock, which jumps when somebody sets it. */
const clock = { now: () => performance.now(), sleep: async (ms: number) => await sleep(ms) };
const REMEMBERED = 500;

/** Makes a call of this API by this app when its turn has come. */
export async function paced<T>(key: string, rate: Rate | undefined, call: () => Promise<T>): Promise<T> {
	if (!rate) return await call();
	const pace = paces.get(key) ?? new Pace(clock);
	paces.set(key, pace);
	if (paces.size > REMEMBERED)
		for (const [name, old] of paces) if (name !== key && old.idle(rate.perMs)) paces.delete(name);
	return await pace.run(rate, call);
}
