import { sleep } from 'n8n-workflow';

import type { Clock } from '../protocol/stream/ports';

/** The running clock, made of n8n's sleep: what a community node has instead of timers. */
export const clock: Clock = {
	now: () => Date.now(),
	after(delay, run) {
		const calledOff = new AbortController();
		// Older n8n's sleep knows no signal: then the timer runs out, but does nothing and holds nothing.
		let due: (() => void) | undefined = run;
		// The only rejection is that of being called off.
		void sleep(delay, calledOff.signal).then(
			() => due?.(),
			() => undefined,
		);
		return () => {
			due = undefined;
			calledOff.abort();
		};
	},
};

/** A clock whose timers can all be called off at once. */
export function closableClock(inner: Clock): Clock & { close(): void } {
	const timers = new Set<() => void>();
	return {
		now: inner.now,
		after(delay, run) {
			const callOff = inner.after(delay, () => {
				timers.delete(stop);
				run();
			});
			const stop = () => {
				timers.delete(stop);
				callOff();
			};
			timers.add(stop);
			return stop;
		},
		close: () => timers.forEach((stop) => stop()),
	};
}
