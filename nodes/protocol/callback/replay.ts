/** Remembers for a while which calls have been taken, so that none is taken twice. */
export interface ReplayMemory {
	/** True, and remembered from now on, when the key is new; false when it was seen before. */
	take(key: string, now: number): boolean;
	/** Whether the key was seen before. Remembers nothing. */
	has(key: string, now: number): boolean;
	/** Forgets a key whose call could not be handed over, so that DingTalk's retry is taken. */
	forget(key: string): void;
}

/**
 * A memory of the keys of the last `keepFor` milliseconds, at most `most` of them. Only calls whose
 * signature was right ask it, so a flood of forged ones cannot push a genuine one out.
 */
export function createReplayMemory(keepFor: number, most = 100_000): ReplayMemory {
	const takenAt = new Map<string, number>();
	/** The keys in the order of taking, from `first` on; a Map that loses its first entry again and again slows down with its size. */
	let order: Array<{ key: string; at: number }> = [];
	let first = 0;

	/** Drops the oldest keys: those of another time, and those that are too many. */
	const prune = (now: number) => {
		for (let oldest = order[first]; oldest; oldest = order[first]) {
			// A key that was forgotten is gone; taken anew, it has a later entry of its own.
			const gone = takenAt.get(oldest.key) !== oldest.at;
			if (!gone && takenAt.size <= most && now - oldest.at <= keepFor) break;
			if (!gone) takenAt.delete(oldest.key);
			first++;
		}
		if (first < 1000 || first < order.length / 2) return;
		order = order.slice(first);
		first = 0;
	};

	return {
		take(key, now) {
			prune(now);
			if (takenAt.has(key)) return false;
			takenAt.set(key, now);
			order.push({ key, at: now });
			prune(now);
			return true;
		},
		has(key, now) {
			prune(now);
			return takenAt.has(key);
		},
		forget: (key) => void takenAt.delete(key),
	};
}
