import { asError } from '../../protocol/asError';
import type { PushedEvent } from '../../protocol/callback/pushedEvent';
import type { Clock } from '../../protocol/stream/ports';
import { clock } from '../../listening/clock';
import { within } from '../../listening/timeout';

/** One call of the failed-events list: at most 200 events, which DingTalk forgets with it. */
export interface FailedPage {
	readonly events: readonly PushedEvent[];
	readonly more: boolean;
}

/** A trigger that wants what could not be pushed. */
export interface Reader {
	/** Asks DingTalk. */
	read(): Promise<FailedPage>;
	/** Asked before each reading: it has enough for now. What is not read, DingTalk keeps. */
	busy(): boolean;
	/** Takes over all of a page, before anything else happens. */
	keep(events: readonly PushedEvent[]): void;
	/** The list could be read (undefined), or not; told once per change. */
	state(failure: Error | undefined): void;
}

/** DingTalk lists an event three to five minutes after the last attempt. https://open.dingtalk.com/document/development/obtain-the-event-list-of-failed-push-messages */
export const SHORTEST_PAUSE = 5 * 60_000;

/**
 * The pause while nothing is found: every call counts against the organisation's monthly quota, which the standard edition has 5,000 of.
 * https://open.dingtalk.com/document/development/dingtalk-application-development-platform-billing-model
 */
export const LONGEST_PAUSE = 30 * 60_000;

/** The pause before the rest of a list is read whose beginning still waits for its turn. */
export const BUSY_PAUSE = 10_000;

/** How long a trigger that goes waits for the call under way, whose events nobody else would get. */
const GRACE = 10_000;

interface Shared {
	readonly readers: Set<Reader>;
	failure?: string;
	pause: number;
	round: Promise<void>;
	callOff(): void;
}

/**
 * Reads each app's failed-events list once for all its triggers of this process: what one call
 * returns, no other call gets.
 */
export class FailedLists {
	private readonly apps = new Map<string, Shared>();

	/** @param clock not one of a trigger's: the timers outlive the trigger that came last */
	constructor(private readonly clock: Clock) {}

	/** The number of lists read. */
	get size(): number {
		return this.apps.size;
	}

	/** Reads at once, then again and again until the returned function is called. */
	join(app: string, reader: Reader): () => Promise<void> {
		const shared: Shared = this.apps.get(app) ?? {
			readers: new Set(),
			pause: SHORTEST_PAUSE,
			round: Promise.resolve(),
			callOff: () => {},
		};
		this.apps.set(app, shared);
		shared.readers.add(reader);
		this.begin(shared);
		return async () => {
			if (shared.readers.size === 1) shared.callOff();
			await within(this.clock, GRACE, shared.round);
			shared.readers.delete(reader);
			if (shared.readers.size > 0 || this.apps.get(app) !== shared) return;
			shared.callOff();
			this.apps.delete(app);
		};
	}

	private begin(shared: Shared): void {
		shared.callOff();
		shared.round = shared.round.then(async () => await this.readToEnd(shared));
		const { round } = shared;
		void round.then(() => {
			if (shared.round !== round || shared.readers.size === 0) return;
			shared.callOff = this.clock.after(shared.pause, () => this.begin(shared));
		});
	}

	private async readToEnd(shared: Shared): Promise<void> {
		let found = 0;
		const count = (events: number) => (found += events);
		const [wholly, failure] = await this.pages(shared, count).then(
			(read) => [read, undefined] as const,
			(error: unknown) => [true, asError(error)] as const,
		);
		if (!wholly) shared.pause = BUSY_PAUSE;
		else
			shared.pause = found > 0 ? SHORTEST_PAUSE : Math.min(Math.max(shared.pause, SHORTEST_PAUSE) * 2, LONGEST_PAUSE);
		if (failure?.message === shared.failure) return;
		shared.failure = failure?.message;
		for (const reader of shared.readers) reader.state(failure);
	}

	/** Reads page after page; false when a trigger had enough before the end. */
	private async pages({ readers }: Shared, found: (count: number) => void): Promise<boolean> {
		for (let more = true; more;) {
			const [first] = readers;
			if (!first) return true;
			if ([...readers].some((reader) => reader.busy())) return false;
			const page = await first.read();
			for (const reader of readers) reader.keep(page.events);
			found(page.events.length);
			more = page.more && page.events.length > 0;
		}
		return true;
	}
}

/** The process's lists. */
export const failedLists = new FailedLists(clock);
