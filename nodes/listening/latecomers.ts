import type { Frame } from '../protocol/stream/frames';
import type { Clock } from '../protocol/stream/ports';
import type { Listener } from './listener';

type Wanting = Pick<Listener, 'wants' | 'take' | 'failed'>;

/**
 * n8n starts and restarts triggers one after the other: for so long one may be on its way.
 * DingTalk delivers an event that was put off again after 10 s.
 */
const ON_ITS_WAY = 10_000;

/** Of a clock that was set back nothing is known: what seems to lie ahead counts as long ago. */
const isRecent = (age: number): boolean => Math.abs(age) < ON_ITS_WAY;

/** Events of the first seconds that are kept for listeners still to come, and how many characters of them. */
const MOST_KEPT = 1_000;
const MOST_TEXT = 8 * 1024 * 1024;

/**
 * Looks after the listeners of an app that are not there for a moment, so that an event does not
 * count as unwanted because the one that wants it has not started yet, or is being restarted.
 */
export class Latecomers {
	private readonly kept: Array<{ frame: Frame; at: number }> = [];
	private readonly gone: Array<{ listener: Wanting; at: number }> = [];
	private keptText = 0;
	private readonly openedAt: number;
	/** The first seconds are over, and stay so when the clock is set back. */
	private settled = false;

	constructor(private readonly clock: Pick<Clock, 'now'>) {
		this.openedAt = clock.now();
	}

	/** One came: it gets what came while it was on its way. */
	arrived(listener: Wanting): void {
		const now = this.clock.now();
		for (const { frame, at } of this.kept)
			if (isRecent(now - at) && listener.wants(frame))
				void listener.take(frame).catch((error: unknown) => listener.failed(error));
	}

	/** One went: it may come back. */
	left(listener: Wanting): void {
		this.gone.push({ listener, at: this.clock.now() });
	}

	/** Notes an event and says whether a listener that is not there may want it. */
	mayWant(frame: Frame, taken: boolean): boolean {
		const now = this.clock.now();
		const recently = this.gone.filter(({ at }) => isRecent(now - at));
		this.gone.splice(0, this.gone.length, ...recently);
		if (recently.some(({ listener }) => listener.wants(frame))) return true;
		this.settled ||= !isRecent(now - this.openedAt);
		if (this.settled) {
			this.kept.length = 0;
			this.keptText = 0;
			return false;
		}
		// One that somebody takes is answered; the others may have it from here.
		if (taken && this.kept.length < MOST_KEPT && this.keptText < MOST_TEXT) {
			this.kept.push({ frame, at: now });
			this.keptText += frame.text.length;
		}
		return !taken;
	}
}
