/** So many starts in any window of so many milliseconds. */
export interface Rate {
	/** `Infinity`: no limit of one's own. */
	calls: number;
	perMs: number;
}

/** A call as the window remembers it. */
export interface Start {
	/** ms on the pace's clock. */
	started: number;
	/** How long it took, once it has ended. */
	took?: number;
	/** How long it was held up in this process, once it has left it. */
	heldUp?: number;
	/** Of the first window after a pause. */
	first: boolean;
}

/** Share of a window by which it is taken longer than it is: clocks count in whole milliseconds. */
const MARGIN = 0.005;
/** Shares of a window by which a call may have been held up on its way: what took longer was slow in DingTalk. */
const HELD_UP = {
	/** By opening its connection, which the calls of the first window do. */
	connecting: 0.25,
	/** At most, in the first window. */
	first: 0.4,
	/** At most, in the others. */
	most: 0.2,
	/** While no call has ended that could tell. */
	untold: 0.025,
};
/** A call that is still under way is taken to have been held up as long as this share of those that have ended, or shorter, but not shorter than in this process. */
const USUAL = 0.9;
/**
 * Calls start this far apart, ms: those of the first window, so that they do not queue behind one another in this process, and
 * those of the others, so that few are under way when DingTalk refuses a token or sees too many.
 */
const APART_MS = { first: 5, later: 10 };

/**
 * The calls of the last windows, and when there is room for the next: a full window at once, then as the oldest leave it.
 * DingTalk counts arrivals, and a call may be held up on its way (a busy process, a connection to open), which would bring
 * those of the next window too close behind it. So a call counts from the moment at which it may have arrived at the latest.
 */
export class Window {
	/** Those of the last three windows: the calls of the first may count until the end of the second. */
	private starts: Start[] = [];
	private perMs = 0;

	/** Notes a call that starts now; set its `heldUp` when it has left the process, and its `took` when it has ended. */
	add(now: number, { calls, perMs }: Rate): Start {
		const recent = this.starts.filter((earlier) => now - earlier.started < 3 * perMs);
		const start: Start = { started: now, first: recent.length < calls };
		this.starts = [...recent, start];
		this.perMs = perMs;
		return start;
	}

	/** When the last call started; -Infinity: none is remembered. */
	get last(): number {
		return this.starts[this.starts.length - 1]?.started ?? -Infinity;
	}

	/** When another call may start, as far as can be told now: ask again then, since a call that ends meanwhile may have been held up. */
	freeAt(rate: Rate, now: number): number {
		const { calls, perMs } = rate;
		if (calls === Infinity) return -Infinity;
		const arrivals = this.arrivals(perMs, now).sort((a, b) => b - a);
		const room = (arrivals[calls - 1] ?? -Infinity) + perMs * (1 + MARGIN);
		const apart = arrivals.length < calls ? APART_MS.first : APART_MS.later;
		return Math.max(this.last + Math.min(apart, perMs / calls / 5), room);
	}

	/** Whether nothing is remembered any more. */
	idle(now: number): boolean {
		return this.starts.every(({ started }) => now - started > 2 * this.perMs);
	}

	/** How many calls have started since then. */
	startsSince(moment: number): number {
		return this.starts.filter(({ started }) => started >= moment).length;
	}

	/**
	 * When each call may have arrived at the latest: what it took beyond the quickest one, it may have been on its way. The calls of
	 * the first window may all have been slow.
	 */
	private arrivals(perMs: number, now: number): number[] {
		const ended = this.starts
			.flatMap(({ took, first }) => (took === undefined || first ? [] : [took]))
			.sort((a, b) => a - b);
		const quickest = Math.min(...this.starts.map(({ took = Infinity }) => took));
		const usual = ended.length > 0 ? (ended[Math.floor(ended.length * USUAL)] ?? 0) - quickest : HELD_UP.untold * perMs;
		return this.starts.map(({ started, took, first, heldUp = now - started }) => {
			if (first) {
				const connected =
					took === undefined ? now - started : Math.min(took, took - quickest + HELD_UP.connecting * perMs);
				return started + Math.min(connected, HELD_UP.first * perMs);
			}
			const late = took === undefined ? Math.max(usual, heldUp) : took - quickest;
			return started + Math.min(late, HELD_UP.most * perMs);
		});
	}
}
