import type { Clock } from '../protocol/stream/ports';
import type { Incoming } from './incoming';

/** A trigger, as far as it can be missed. */
interface Wanting {
	wants(incoming: Incoming): boolean;
	take(incoming: Incoming): Promise<unknown>;
}

/**
 * n8n starts and restarts triggers one after the other: for so long a trigger may be on its way.
 * DingTalk delivers an event that was put off again after 10 s.
 */
const ON_ITS_WAY = 10_000;

/** Events of the first seconds that are kept for triggers still to come. */
const MOST_KEPT = 1_000;

/**
 * Looks after the triggers of an app that are not there for a moment, so that an event does not
 * count as unwanted because the one that wants it has not started yet, or is being restarted.
 */
export class Absent {
	private readonly kept: Incoming[] = [];
	private readonly gone: Array<{ member: Wanting; at: number }> = [];
	private readonly openedAt: number;

	constructor(private readonly clock: Pick<Clock, 'now'>) {
		this.openedAt = clock.now();
	}

	/** One came: it gets what came before it. */
	arrived(member: Wanting): void {
		for (const incoming of this.kept) if (member.wants(incoming)) void member.take(incoming);
	}

	/** One went: it may come back. */
	left(member: Wanting): void {
		this.gone.push({ member, at: this.clock.now() });
	}

	/** Notes an event and says whether a trigger that is not there may want it. */
	mayWant(incoming: Incoming, taken: boolean): boolean {
		const now = this.clock.now();
		const recently = this.gone.filter(({ at }) => now - at < ON_ITS_WAY);
		this.gone.splice(0, this.gone.length, ...recently);
		if (recently.some(({ member }) => member.wants(incoming))) return true;
		if (now - this.openedAt >= ON_ITS_WAY) {
			this.kept.length = 0;
			return false;
		}
		// One that somebody takes is answered; the others may have it from here.
		if (taken && this.kept.length < MOST_KEPT) this.kept.push(incoming);
		return !taken;
	}
}
