/** So many starts in any window of so many milliseconds. */
export interface Rate {
	calls: number;
	perMs: number;
}

/** A call as the pace remembers it. */
interface Call {
	started: number;
	/** How long it took, once it has ended. */
	took?: number;
	/** Of the first window after a pause. */
	first: boolean;
}

/** Share of a window by which it is taken longer than it is: clocks count in whole milliseconds. */
const MARGIN = 0.005;
/** What is assumed of a call that is still under way. */
const USUALLY_HELD_UP = 0.025;
/** Share of a window by which a call may have been held up on its way; what took longer was slow in DingTalk. */
const MOST_HELD_UP = 0.2;
/** Calls of one window start this far apart, so that they do not queue behind one another in this process. */
const APART_MS = 5;

/**
 * Lets calls start at a rate, in order of asking: a full window at once, then as the oldest calls leave the window.
 * DingTalk counts arrivals, and a call may be held up on its way (a busy process, a connection to open), which would bring
 * those of the next window too close behind it. So a call counts from the moment at which it may have arrived at the latest.
 */
export class Pace {
	/** The calls of the last three windows: those of the first may count until the end of the second. */
	private calls: Call[] = [];
	private turn: Promise<unknown> = Promise.resolve();

	constructor(private readonly clock: { now: () => number; sleep: (ms: number) => Promise<void> }) {}

	/** Starts the work when its turn has come. */
	async run<T>(rate: Rate, work: () => Promise<T>): Promise<T> {
		const mine = this.turn.then(async () => await this.start(rate));
		this.turn = mine;
		const call = await mine;
		return await work().finally(() => (call.took = this.clock.now() - call.started));
	}

	/** Whether nothing is remembered any more, so that the pace can be forgotten. */
	idle(perMs: number): boolean {
		return this.calls.every(({ started }) => this.clock.now() - started > 2 * perMs);
	}

	private async start(rate: Rate): Promise<Call> {
		// Asked anew after each wait: what ended meanwhile may have been held up.
		for (let wait = this.wait(rate); wait > 0; wait = this.wait(rate)) await this.clock.sleep(wait);
		const started = this.clock.now();
		const recent = this.calls.filter((earlier) => started - earlier.started < 3 * rate.perMs);
		const call: Call = { started, first: recent.length < rate.calls };
		this.calls = [...recent, call];
		return call;
	}

	private wait(rate: Rate): number {
		const last = this.calls[this.calls.length - 1]?.started ?? -Infinity;
		return Math.max(last + Math.min(APART_MS, rate.perMs / rate.calls / 5), this.freeAt(rate)) - this.clock.now();
	}

	/** When the window has room for one more. */
	private freeAt(rate: Rate): number {
		const quickest = Math.min(...this.calls.map(({ took = Infinity }) => took));
		const arrivals = this.calls.map((call) => call.started + this.heldUp(call, quickest, rate)).sort((a, b) => b - a);
		return (arrivals[rate.calls - 1] ?? -Infinity) + rate.perMs * (1 + MARGIN);
	}

	/**
	 * How long a call may have been on its way: what it took beyond the quickest one. Those of the first window may all have
	 * been slow, since they open the connections: of them it is the whole time.
	 */
	private heldUp({ started, took, first }: Call, quickest: number, { perMs }: Rate): number {
		if (first) return Math.min(took ?? this.clock.now() - started, perMs);
		return took === undefined ? USUALLY_HELD_UP * perMs : Math.min(took - quickest, MOST_HELD_UP * perMs);
	}
}
