import type { Rate } from './window';

/** What a refusal takes of a rate of `STEADY` calls a window and more; of a lower one less. */
const CUT = 0.3;
/** Calls a window from which on the rate grows by one call in each window; a lower one grows more slowly. */
const STEADY = 5;
/** Least calls a window. */
const LEAST = 0.2;
/** Calls without a refusal after which the growth doubles: then others have probably left. */
const LONG_GOOD = 30;
/** Part of a window for which everything stops after a refusal: at random, so that several processes do not go on together. */
const STOP = { least: 0.125, most: 0.375 };
/** Longest stop that nobody asked for. ms. */
const LONGEST_STOP_MS = 60_000;
/**
 * A refusal that stands alone, while the full rate goes well: probably a call was held up on its way and met those of the next
 * window. It takes this much of the rate, and nothing stops. Not for so many windows after a harder fall, nor in the first ones,
 * in which others may call too. With less, who comes later gets no share: the one that is there hardly feels it.
 */
const ALONE = { cut: 0.1, notAfter: 10, notBefore: 3 };
/** How far the distance between two calls wanders, so that no process always comes just after the others. */
const WANDER = 0.5;

/** A call that DingTalk refused as one too many. Moments in ms of the pace's clock. */
export interface Refusal {
	started: number;
	now: number;
	rate: Rate;
	/** Calls of the last window, where the rate has no limit of its own. */
	recent: number;
	/** How long DingTalk wants to be left alone. */
	askedMs: number;
}

/**
 * How much of DingTalk's limit this process may use. The limit is the app's; n8n's workers share it without knowing of each
 * other, so each learns its share from the refusals: the rate falls with each, and grows again until the next. One that stands
 * alone while the full rate goes well takes little.
 *
 * A faster fall and growth bring processes to equal shares sooner, and more refusals with them. The numbers were chosen in a
 * simulation (`share.test.ts`): three processes use 0.86 and more of the limit with 9 % refused, twenty 0.92 and more with 31 %.
 */
export class Share {
	private learned?: { calls: number; cutAt: number; grownAt: number };
	private until = -Infinity;
	private dry?: number;
	private wander = 1;
	private refusedAt = -Infinity;
	private fellAt = -Infinity;
	private begunAt?: number;

	/** `random`: 0 … 1. */
	constructor(private readonly random: () => number) {}

	/** Nothing may start before. */
	get stoppedUntil(): number {
		return this.until;
	}

	/** Since when DingTalk has let nothing through; `undefined`: it does. */
	get drySince(): number | undefined {
		return this.dry;
	}

	/** How far apart two calls have to start, ms: 0 while no refusal has taught anything, since the window alone decides then. */
	apartMs(rate: Rate, now: number): number {
		this.grow(rate, now);
		return this.learned ? (rate.perMs / this.learned.calls) * this.wander : 0;
	}

	/** A call has gone out. */
	started(now: number): void {
		this.begunAt ??= now;
		this.wander = 1 + WANDER * (this.random() - 0.5);
	}

	/** DingTalk has let a call through. */
	accepted(): void {
		this.dry = undefined;
	}

	refused({ started, now, rate, recent, askedMs }: Refusal): void {
		const letsThrough = this.dry === undefined;
		this.dry ??= now;
		this.grow(rate, now);
		const calls = this.learned?.calls ?? (rate.calls === Infinity ? Math.max(1, recent) : rate.calls);
		if (letsThrough && this.standsAlone(rate, now)) {
			this.until = Math.max(this.until, now + askedMs);
			return this.cut(calls, ALONE.cut, now);
		}
		const first = this.learned === undefined || started >= this.learned.cutAt;
		// The other refusals of one burst teach nothing new. While nothing at all gets through, the stops become longer.
		const span = first ? Math.min(LONGEST_STOP_MS, Math.max(rate.perMs, now - this.dry)) : 0;
		const stop = span * (STOP.least + (STOP.most - STOP.least) * this.random());
		this.until = Math.max(this.until, now + Math.max(stop, askedMs));
		if (!first) return;
		this.fellAt = now;
		this.cut(calls, CUT * Math.min(1, calls / STEADY) ** 0.25, now);
	}

	private cut(calls: number, part: number, now: number): void {
		this.learned = { calls: Math.max(LEAST, calls * (1 - part)), cutAt: now, grownAt: now };
	}

	/** Whether a refusal says little of others: the full rate has gone well before it. */
	private standsAlone({ calls, perMs }: Rate, now: number): boolean {
		const isAlone = now - this.refusedAt > perMs;
		this.refusedAt = now;
		const { begunAt = now, fellAt } = this;
		const mayBeOthers = now - begunAt < ALONE.notBefore * perMs || now - fellAt < ALONE.notAfter * perMs;
		return isAlone && !mayBeOthers && calls !== Infinity;
	}

	/** Lets the rate grow until now, to the setting at most: there, all that was learned is forgotten. */
	private grow({ calls: most, perMs }: Rate, now: number): void {
		const { learned } = this;
		if (!learned) return;
		while (learned.grownAt < now && learned.calls < most) {
			const since = (learned.grownAt - learned.cutAt) / perMs;
			const step = Math.min((now - learned.grownAt) / perMs, Math.max(0.2, since / 50));
			const pace = Math.min(1, learned.calls / STEADY) ** 1.5;
			learned.calls += step * pace * (1 + ((since * learned.calls) / LONG_GOOD) ** 2);
			learned.grownAt += step * perMs;
		}
		if (learned.calls >= Math.min(most, FORGOTTEN)) this.learned = undefined;
	}
}

/** Calls a window at which a rate without a setting counts as unlimited again. */
const FORGOTTEN = 1000;
