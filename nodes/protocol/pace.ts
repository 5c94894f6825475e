/** So many starts in any window of so many milliseconds. */
export interface Rate {
	calls: number;
	perMs: number;
}

/**
 * Lets calls start at a rate, in order of asking. A full window is used at once, then calls start as the oldest leave the window.
 * `margin` widens the window, since the network may bring two calls closer together than they were sent.
 */
export class Pace {
	private readonly started: number[] = [];
	private turn: Promise<void> = Promise.resolve();

	constructor(
		private readonly clock: { now: () => number; sleep: (ms: number) => Promise<void> },
		private readonly margin = 0.025,
	) {}

	/** Settles when the caller may start. */
	async next({ calls, perMs }: Rate): Promise<void> {
		const window = perMs * (1 + this.margin);
		const mine = this.turn.then(async () => {
			const earliest = this.started.length < calls ? 0 : (this.started[this.started.length - calls] ?? 0) + window;
			for (let now = this.clock.now(); now < earliest; now = this.clock.now()) await this.clock.sleep(earliest - now);
			this.started.push(this.clock.now());
			if (this.started.length > 2 * calls) this.started.splice(0, this.started.length - calls);
		});
		this.turn = mine;
		await mine;
	}

	/** Whether nothing is remembered any more, so that the pace can be forgotten. */
	idle(perMs: number): boolean {
		const last = this.started[this.started.length - 1];
		return last === undefined || this.clock.now() - last > 2 * perMs;
	}
}
