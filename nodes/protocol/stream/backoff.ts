export interface Backoff {
	/** The pause before the next attempt, in milliseconds; 0 for the first. */
	pause(): number;
	/** An attempt begins. */
	attempt(): void;
	/** The gateway has proved alive: the next attempt is a first one again. */
	reset(): void;
}

const FIRST = 1_000;
const MOST = 60_000;
/** Up to a quarter more, so that the clients of one outage do not come back in step. */
const JITTER = 0.25;

/** Pauses of 1, 2, 4 … s up to 60 s, each stretched by chance. `random` in [0, 1). */
export function createBackoff(random: () => number): Backoff {
	let attempts = 0;
	return {
		pause() {
			if (attempts === 0) return 0;
			const base = Math.min(FIRST * 2 ** (attempts - 1), MOST / (1 + JITTER));
			return base * (1 + JITTER * random());
		},
		attempt: () => void attempts++,
		reset: () => void (attempts = 0),
	};
}
