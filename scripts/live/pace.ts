import { setTimeout as sleep } from 'node:timers/promises';

/** Gives turns that are so many milliseconds apart, in order of asking. */
export function paced(gapMs: number): () => Promise<void> {
	let last: Promise<unknown> = Promise.resolve();
	return async () => {
		const before = last;
		last = before.then(async () => await (gapMs > 0 ? sleep(gapMs) : undefined));
		await before;
	};
}
