import { sleep } from 'n8n-workflow';
import { Pace } from '../protocol/pace';

/** Shared by all items and executions of this process. Several processes share DingTalk's limit without knowing of each other: there, each learns its share. */
const paces = new Map<string, Pace>();
const clock = {
	// Not the wall clock, which jumps when somebody sets it.
	now: () => performance.now(),
	sleep: async (ms: number) => await sleep(ms),
	random: Math.random,
};
const REMEMBERED = 500;

/** The pace of one API of one app, or of one robot. */
export function paceOf(key: string): Pace {
	const pace = paces.get(key) ?? new Pace(clock);
	paces.set(key, pace);
	if (paces.size > REMEMBERED) for (const [name, old] of paces) if (name !== key && old.idle()) paces.delete(name);
	return pace;
}
