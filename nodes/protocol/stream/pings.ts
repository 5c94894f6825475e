/** Silence after which a line is dead, whatever its rhythm. DingTalk documents no rhythm. ms. */
export const LONGEST_SILENCE_MS = 55_000;
/** No line is given less, since a network may be held up. ms. */
const LEAST_MS = 15_000;
/** Distances between pings that make a rhythm. */
const TELLING = 3;
/** How late a ping may come, measured by the longest distance so far. ms. */
const LATE_MS = 3_000;

/**
 * The rhythm in which DingTalk pings one connection. Only pings tell it, since events come when they come. Where pings are 21 s
 * apart or less, a line that has died is so replaced within 30 s of its last frame, and any other within 65 s.
 */
export class Pings {
	private last?: { at: number; openFor: number };
	private distances = 0;
	private longest = 0;

	/** A ping came: at `now` by the wall clock, when the line had run for `openFor`, which counts in steps of `step`; all in ms. */
	came(now: number, openFor: number, step: number): void {
		const { last } = this;
		this.last = { at: now, openFor };
		if (!last) return;
		// The wall clock may have been set; the running time, which cannot be, bounds what it says.
		const ran = openFor - last.openFor;
		this.longest = Math.max(this.longest, ran - step, Math.min(now - last.at, ran + step));
		this.distances += 1;
	}

	/** Longest silence, in ms, that still is no sign of death. */
	get patience(): number {
		if (this.distances < TELLING) return LONGEST_SILENCE_MS;
		return Math.min(LONGEST_SILENCE_MS, Math.max(LEAST_MS, this.longest + LATE_MS));
	}
}
