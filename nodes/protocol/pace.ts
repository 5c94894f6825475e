import { cancelled } from './cancel';
import { DingTalkError } from './errors';
import { Share } from './share';
import { Window, type Rate, type Start } from './window';

export type { Rate } from './window';

/** What the pace lets go. */
export interface Work<T> {
	call: () => Promise<T>;
	/** What the call still lacks when its turn comes (a token); `undefined`: nothing. Waited for without using up the rate. */
	ready?: () => Promise<void> | undefined;
	/** Whether the call goes out once more after this error, at its old place in the queue. */
	again?: (error: unknown) => boolean;
	/** Ends the waiting at once; what has gone out is the call's own affair. */
	signal?: AbortSignal;
}

/** Time and chance, passed in: `now` in ms; `sleep` may wake early or late; `random` 0 … 1. */
export interface PaceClock {
	now: () => number;
	sleep: (ms: number) => Promise<void>;
	random: () => number;
}

/** For how long calls are tried while DingTalk refuses them. A blocked IP is free after 5 minutes. https://open.dingtalk.com/document/development/call-frequency-limit */
export const PATIENCE_MS = 5 * 60_000;
/** A longer wait than this was named by DingTalk in words: it is no use to try before. */
const NAMED_MS = 60_000;
/** Longest sleep at a time: whether anybody still waits is looked at in between. */
const SLICE_MS = 1000;

/** Turns of the event loop that a request may take to its socket. */
const TURNS = 2;
/** Least length of a turn, ms: Node.js sleeps no shorter. https://nodejs.org/api/timers.html#settimeoutcallback-delay-args */
const TURN_MS = 1;

interface Waiting {
	/** In the order of asking; kept when the call goes out again. */
	place: number;
	asked: number;
	rate: Rate;
	/** When DingTalk first refused it. */
	refused?: number;
	/** It was cancelled. */
	gone: boolean;
	attempt: () => Promise<void>;
	fail: (error: unknown) => void;
	ready: () => Promise<void> | undefined;
	again: (error: unknown) => boolean;
}

const isThrottled = (error: unknown): error is DingTalkError =>
	error instanceof DingTalkError && error.kind === 'throttled';
/** Kinds of failure that do not tell whether the limit let the call through. */
const SILENT = new Set<unknown>(['busy', 'unreachable', 'broken']);

/**
 * Lets calls start at a rate, in order of asking. A call that DingTalk refuses as one too many keeps its place and goes again as
 * soon as the pace allows, for five minutes at most; from such refusals the pace learns how much of the rate it may use.
 */
export class Pace {
	private readonly window = new Window();
	private readonly share: Share;
	private readonly queue: Waiting[] = [];
	private places = 0;
	private serving = false;

	constructor(private readonly clock: PaceClock) {
		this.share = new Share(clock.random);
	}

	/** Does the work when its turn has come. Throws its error, DingTalk's refusal, or `cancelled`. */
	async run<T>(rate: Rate, { call, ready, again, signal }: Work<T>): Promise<T> {
		if (signal?.aborted) throw cancelled();
		let cancel = () => {};
		const done = new Promise<T>((resolve, reject) => {
			const waiting: Waiting = {
				place: this.places++,
				asked: this.clock.now(),
				rate,
				gone: false,
				attempt: async () => resolve(await call()),
				fail: reject,
				ready: () => ready?.(),
				again: (error) => again?.(error) === true,
			};
			cancel = () => {
				waiting.gone = true;
				this.leave(waiting);
				reject(cancelled());
			};
			signal?.addEventListener('abort', cancel);
			this.enter(waiting);
		});
		return await done.finally(() => signal?.removeEventListener('abort', cancel));
	}

	/** Whether nothing is remembered any more, so that the pace can be forgotten. */
	idle(): boolean {
		return this.queue.length === 0 && this.window.idle(this.clock.now());
	}

	private enter(waiting: Waiting): void {
		if (waiting.gone) return;
		const behind = this.queue.findIndex(({ place }) => place > waiting.place);
		this.queue.splice(behind === -1 ? this.queue.length : behind, 0, waiting);
		void this.serve();
	}

	private leave(waiting: Waiting): void {
		const index = this.queue.indexOf(waiting);
		if (index !== -1) this.queue.splice(index, 1);
	}

	private async serve(): Promise<void> {
		if (this.serving) return;
		this.serving = true;
		for (let head = this.queue[0]; head; head = this.queue[0]) {
			const now = this.clock.now();
			const wait = this.startsAt(head.rate, now) - now;
			if (wait > 0) await this.clock.sleep(Math.min(wait, SLICE_MS));
			else {
				// After what was missing has come, the turn is asked for anew: time has passed.
				const missing = head.ready();
				if (missing) await missing.catch((error: unknown) => this.unready(head, error));
				else void this.start(head);
			}
		}
		this.serving = false;
	}

	private startsAt(rate: Rate, now: number): number {
		const apart = this.share.apartMs(rate, now);
		return Math.max(this.share.stoppedUntil, this.window.last + apart, this.window.freeAt(rate, now));
	}

	private async start(waiting: Waiting): Promise<void> {
		this.leave(waiting);
		const start = this.window.add(this.clock.now(), waiting.rate);
		this.share.started(start.started);
		// The window asks of the others only.
		if (!start.first) void this.watchLeaving(start);
		const failure = await waiting.attempt().then(
			() => undefined,
			(error: unknown) => ({ error }),
		);
		start.took = this.clock.now() - start.started;
		if (failure && isThrottled(failure.error)) return this.refused(waiting, failure.error, start.started);
		if (!(failure?.error instanceof DingTalkError && SILENT.has(failure.error.kind))) this.share.accepted();
		if (!failure) return;
		if (waiting.again(failure.error)) this.enter(waiting);
		else waiting.fail(failure.error);
	}

	/** A call has left once the event loop has come round. A busy process is late with that, and one knows long before the answer. */
	private async watchLeaving(start: Start): Promise<void> {
		for (let turn = 0; turn < TURNS; turn++) await this.clock.sleep(0);
		start.heldUp = Math.max(0, this.clock.now() - start.started - TURNS * TURN_MS);
	}

	/** What the head of the queue needs does not come. */
	private unready(waiting: Waiting, error: unknown): void {
		this.leave(waiting);
		if (isThrottled(error)) this.refused(waiting, error, this.clock.now());
		else waiting.fail(error);
	}

	/** DingTalk has refused a call that started then. Whoever has waited long enough for nothing gets the refusal. */
	private refused(waiting: Waiting, error: DingTalkError, started: number): void {
		const now = this.clock.now();
		const { waitMs = 0 } = error.facts;
		const recent = this.window.startsSince(now - waiting.rate.perMs);
		// An end that lies beyond all patience is no reason to hold up those who ask later.
		this.share.refused({ started, now, rate: waiting.rate, recent, askedMs: waitMs > PATIENCE_MS ? 0 : waitMs });
		waiting.refused ??= now;
		const named = waitMs > NAMED_MS ? waitMs : 0;
		const waited = ({ asked, refused = now }: Waiting) =>
			now - Math.min(refused, Math.max(asked, this.share.drySince ?? now));
		const givesUp = (one: Waiting) => waited(one) >= PATIENCE_MS || waited(one) + named > PATIENCE_MS;
		for (const one of this.queue.filter(givesUp)) {
			this.leave(one);
			one.fail(error);
		}
		if (givesUp(waiting)) waiting.fail(error);
		else this.enter(waiting);
	}
}
