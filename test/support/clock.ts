/** A clock that only moves when everybody waits: minutes pass in no time, in the order in which they would. */
export class VirtualClock {
	private time: number;
	private waiting: Array<{ until: number; wake: () => void }> = [];
	/** Every wait that was asked for, in milliseconds. */
	readonly waits: number[] = [];

	constructor(start = 1_700_000_000_000) {
		this.time = start;
	}

	now = (): number => this.time;

	sleep = async (ms: number): Promise<void> => {
		this.waits.push(ms);
		await new Promise<void>((wake) => this.waiting.push({ until: this.time + Math.max(0, ms), wake }));
	};

	/** How many still sleep. */
	get timers(): number {
		return this.waiting.length;
	}

	/** Lets time pass until `work` has ended. Throws when it can never end because nobody waits for the clock. */
	async run<T>(work: Promise<T>): Promise<T> {
		let ended = false;
		const settled = work.finally(() => (ended = true));
		settled.catch(() => undefined);
		for (;;) {
			await new Promise((resolve) => setImmediate(resolve));
			if (ended) return await settled;
			const [next] = this.waiting.sort((a, b) => a.until - b.until);
			if (!next) throw new Error('nothing waits for the clock, and the work has not ended');
			this.waiting.shift();
			this.time = Math.max(this.time, next.until);
			next.wake();
		}
	}
}
