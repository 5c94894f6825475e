/** So many starts in any window of so many milliseconds. */
export interface Rate {
	calls: number;
	perMs: number;
}

/** Most room between two calls of a busy time. Milliseconds. */
const MOST_ROOM_MS = 100;

/** A call as the pace remembers it. */
interface Call {
	at: number;
	/** It had not to wait and is still under way. */
	open: boolean;
}

/**
 * Lets calls start at a rate, in order of asking. A full window is used at once; from then on, while it is busy, calls start one
 * by one with even room between them. A call that had not to wait counts from its end (but for one window at most): many at once
 * reach DingTalk drawn out over some time, and the next window must not begin before the last of them has arrived.
 * `margin` widens the window, since the network may bring two calls closer together than they were sent.
 */
export class Pace {
	/** The calls of the last windows. */
	private started: Call[] = [];
	/** When the last call should have started; timers are late, and their lateness must not add up. */
	private planned = 0;
	private turn: Promise<unknown> = Promise.resolve();

	constructor(
		private readonly clock: { now: () => number; sleep: (ms: number) => Promise<void> },
		private readonly margin = 0.025,
	) {}

	/** Starts the work when its turn has come. */
	async run<T>(rate: Rate, work: () => Promise<T>): Promise<T> {
		const started = this.turn.then(async () => await this.start(rate));
		this.turn = started;
		const call = await started;
		return await work().finally(() => {
			call.at = this.countsFrom(call, rate);
			call.open = false;
		});
	}

	/** Whether nothing is remembered any more, so that the pace can be forgotten. */
	idle(perMs: number): boolean {
		return this.started.every(({ at }) => this.clock.now() - at > 2 * perMs);
	}

	private async start(rate: Rate): Promise<Call> {
		const asked = this.clock.now();
		let planned = Math.max(asked, this.earliest(rate));
		// Asked anew after each wait: calls that ended meanwhile count from their end.
		for (let now = asked; now < planned; planned = Math.max(asked, this.earliest(rate)), now = this.clock.now()) await this.clock.sleep(planned - now);
		this.planned = planned;
		const call: Call = { at: this.clock.now(), open: planned === asked };
		this.started = [...this.started.filter(({ at }) => call.at - at < 3 * this.windowOf(rate)), call];
		return call;
	}

	private countsFrom({ at, open }: Call, { perMs }: Rate): number {
		return open ? Math.min(this.clock.now(), at + perMs) : at;
	}

	private windowOf({ perMs }: Rate): number {
		return perMs * (1 + this.margin);
	}

	/** When the next call may start at the earliest. */
	private earliest(rate: Rate): number {
		const window = this.windowOf(rate);
		const recent = this.started.map((call) => this.countsFrom(call, rate)).sort((a, b) => b - a);
		const oldest = recent[rate.calls - 1];
		if (oldest === undefined) return 0;
		const busy = this.planned - oldest < 2 * window;
		return Math.max(oldest + window, busy ? this.planned + Math.min(MOST_ROOM_MS, window / rate.calls) : 0);
	}
}
