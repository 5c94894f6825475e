/** Remembers for a while which calls have been taken, so that none is taken twice. */
export interface ReplayMemory {
	/** True, and remembered from now on, when the key is new; false when it was seen before. */
	take(key: string, now: number): boolean;
	/** Forgets a key whose call could not be handed over, so that DingTalk's retry is taken. */
	forget(key: string): void;
}

/**
 * A memory of the keys of the last `keepFor` milliseconds, at most `most` of them. Only calls whose
 * signature was right ask it, so a flood of forged ones cannot push a genuine one out.
 */
export function createReplayMemory(keepFor: number, most = 100_000): ReplayMemory {
	const takenAt = new Map<string, number>();

	const prune = (now: number) => {
		for (const [key, at] of takenAt) {
			if (takenAt.size <= most && now - at <= keepFor) return;
			takenAt.delete(key);
		}
	};

	return {
		take(key, now) {
			prune(now);
			if (takenAt.has(key)) return false;
			takenAt.set(key, now);
			return true;
		},
		forget: (key) => void takenAt.delete(key),
	};
}
