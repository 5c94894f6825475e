/** How an execution ended. */
export interface Ended {
	readonly failed: boolean;
	/** It was not run at all: DingTalk is to keep it. */
	readonly handedBack?: boolean;
	/** What the workflow answered a call that expects a result with. */
	readonly response?: unknown;
}

export interface Ticket {
	/** Resolves when the execution has been started (at once for an event that is not run again), never for one that is handed back. */
	readonly started: Promise<void>;
	/** Resolves when the workflow has answered, or has ended without an answer. */
	readonly ended: Promise<Ended>;
}

const HANDED_BACK: Ended = { failed: true, handedBack: true };

/**
 * Waits for something that is not this process's work: others have the place meanwhile. The next free one is the event's
 * again. `stopped` says that nothing more is to be started; the result is then false.
 */
export type Aside = (wait: (stopped: () => boolean) => Promise<void>) => Promise<boolean>;

/** What runs an event. `started` is to be called when n8n has been handed it. */
export type Run<T> = (entry: T, started: () => void, aside: Aside) => Promise<Ended>;

/** So many events wait in memory, and so many characters of them: some 50 MB. DingTalk keeps the others. */
export const MOST_WAITING = 10_000;
export const MOST_WAITING_TEXT = 16 * 1024 * 1024;

/**
 * Runs at most `most` events at once and lets the others wait in order. An event that comes again
 * while it waits or runs is the same one: both get the same ticket.
 */
export class Inbox<T extends { readonly key: string; readonly size?: number }> {
	private readonly tickets = new Map<string, Ticket>();
	private readonly waiting: Array<() => void> = [];
	private running = 0;
	private waitingText = 0;
	private closed = false;
	private stop = () => {};
	private readonly closing = new Promise<void>((resolve) => (this.stop = resolve));

	constructor(
		private readonly most: number,
		private readonly run: Run<T>,
	) {}

	/** Events that wait or run. */
	get size(): number {
		return this.tickets.size;
	}

	/** Takes an event that DingTalk can keep for now: undefined when too many wait already. */
	offer(entry: T): Ticket | undefined {
		const isFull = this.waiting.length >= MOST_WAITING || this.waitingText >= MOST_WAITING_TEXT;
		return isFull && !this.tickets.has(entry.key) ? undefined : this.take(entry);
	}

	/** Takes an event that nobody else keeps. */
	take(entry: T): Ticket {
		const known = this.tickets.get(entry.key);
		if (known) return known;
		let started = () => {};
		const ticket: Ticket = {
			started: new Promise((resolve) => (started = resolve)),
			ended: this.turn(entry.size ?? 0)
				.then(async () => (this.closed ? HANDED_BACK : await this.run(entry, started, this.asideFor(entry))))
				.then((ended) => {
					if (!ended.handedBack) started();
					return ended;
				})
				.finally(() => {
					this.tickets.delete(entry.key);
					this.release();
				}),
		};
		this.tickets.set(entry.key, ticket);
		return ticket;
	}

	private async turn(size: number, first = false): Promise<void> {
		if (this.closed || this.running < this.most) return void this.running++;
		this.waitingText += size;
		await new Promise<void>((resolve) => {
			if (first) this.waiting.unshift(resolve);
			else this.waiting.push(resolve);
		});
		this.waitingText -= size;
	}

	private asideFor({ size = 0 }: T): Aside {
		return async (wait) => {
			this.release();
			await Promise.race([wait(() => this.closed), this.closing]);
			await this.turn(size, true);
			return !this.closed;
		};
	}

	/** Starts nothing more: what waits is handed back. */
	close(): void {
		this.closed = true;
		this.stop();
		for (const next of this.waiting.splice(0)) {
			this.running++;
			next();
		}
	}

	/** The next in line gets the place; only without one it becomes free. */
	private release(): void {
		const next = this.waiting.shift();
		if (next) next();
		else this.running--;
	}
}
