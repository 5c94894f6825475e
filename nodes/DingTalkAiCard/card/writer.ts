/** How an answer ends. */
export type Ending = 'done' | 'failed';

/** What a card shows: its text, and how the answer ended once it has. */
export interface Shown {
	text: string;
	ending?: Ending;
}

/** The card in DingTalk. */
export interface Stage {
	/** Puts the card into the chat. */
	open: () => Promise<void>;
	/** Sends what `newest` gives at the moment the call goes out. @returns what that was */
	update: (newest: () => Shown) => Promise<Shown>;
	/** Brings the whole answer to the chat in another way, since the card has been refused. `last`: what the card shows, if it is there. */
	instead: (shown: Shown, last: Shown | undefined) => Promise<void>;
}

/** Time, passed in; milliseconds. */
export interface WriterClock {
	now: () => number;
	sleep: (ms: number) => Promise<void>;
}

export interface WriterRules {
	/** Least time between the starts of two updates, in ms. */
	everyMs: number;
	/** How often the card may be updated, the last update included. */
	mostUpdates: number;
	/** Whether no later update of the card can succeed after this error. */
	isFinal: (error: unknown) => boolean;
}

/** How the answer reached the chat; `error`: why not by the card, or not at all. */
export interface Arrival {
	by: 'card' | 'message' | 'nothing';
	updates: number;
	error?: unknown;
}

/** The pause before the next update: it doubles each time half of what was left is used up, so that a long answer keeps moving. */
export const pauseAfter = (updates: number, { everyMs, mostUpdates }: Pick<WriterRules, 'everyMs' | 'mostUpdates'>) =>
	everyMs * 2 ** Math.floor(Math.log2(mostUpdates / Math.max(1, mostUpdates - updates)));

/** Something that may be waited for and happens once. */
function signal() {
	let happen = () => {};
	const happened = new Promise<void>((resolve) => (happen = resolve));
	return { happen, happened };
}

/**
 * Writes a growing answer into a card: one update under way, the newest text wins, never faster than the rules allow; the last
 * update is always sent, or else the answer comes in another way.
 */
export class Writer {
	/** Gives the newest text. It is asked for when an update goes out and not for each word, of which a long answer has many thousands. */
	private read = () => '';
	private ending?: Ending;
	private sent?: Shown;
	private updates = 0;
	private lastStart = -Infinity;
	private failure?: { error: unknown };
	private opened = false;
	private work?: Promise<void>;
	private arrival?: Promise<Arrival>;
	private change = signal();
	private readonly end = signal();

	constructor(
		private readonly stage: Stage,
		private readonly clock: WriterClock,
		private readonly rules: WriterRules,
	) {}

	/** Whether the card has been asked for. */
	get begun(): boolean {
		return this.work !== undefined;
	}

	get ended(): boolean {
		return this.arrival !== undefined;
	}

	/** Has the card appear, once. */
	open(): void {
		this.work ??= this.writeUntilEnd();
	}

	/** There is more to show: `read` gives the text so far whenever it is asked. */
	write(read: () => string): void {
		if (this.ended) return;
		this.read = read;
		this.change.happen();
	}

	/** Shows the whole text, which is not empty, and how the answer ended. The same again: nothing more is sent. Never throws. */
	async finish(text: string, ending: Ending): Promise<Arrival> {
		this.arrival ??= this.deliver({ text, ending });
		return await this.arrival;
	}

	private async deliver(last: Shown): Promise<Arrival> {
		this.read = () => last.text;
		this.ending = last.ending;
		this.open();
		this.change.happen();
		this.end.happen();
		await this.work;
		if (this.failure === undefined && this.sent?.ending === undefined) await this.update(true);
		const { updates } = this;
		if (this.sent?.ending !== undefined) return { by: 'card', updates };
		const { error } = this.failure ?? {};
		return await this.stage.instead(last, this.opened ? (this.sent ?? { text: '' }) : undefined).then(
			() => ({ by: 'message', updates, error }),
			(worse: unknown) => ({ by: 'nothing', updates, error: worse }),
		);
	}

	private async writeUntilEnd(): Promise<void> {
		await this.stage.open().then(
			() => (this.opened = true),
			(error: unknown) => (this.failure = { error }),
		);
		while (!this.failure && !this.ending) {
			await this.change.happened;
			this.change = signal();
			if (this.updates + 1 >= this.rules.mostUpdates) await this.end.happened;
			else await this.pause();
			if (!this.ending && this.hasNews()) await this.update(false);
		}
	}

	private newest = (): Shown => ({ text: this.read(), ...(this.ending && { ending: this.ending }) });

	/** An update that had to wait for its turn has taken newer text along. */
	private hasNews(): boolean {
		const text = this.read();
		return text !== '' && text !== this.sent?.text;
	}

	/** Until the next update may start, or the answer has ended: that is not held up. */
	private async pause(): Promise<void> {
		const wait = this.lastStart + pauseAfter(this.updates, this.rules) - this.clock.now();
		if (wait > 0) await Promise.race([this.clock.sleep(wait), this.end.happened]);
	}

	/** One update. What fails before the last is made up for by the next, unless there can be none. */
	private async update(last: boolean): Promise<void> {
		this.lastStart = this.clock.now();
		this.updates += 1;
		await this.stage.update(this.newest).then(
			(sent) => (this.sent = sent),
			(error: unknown) => {
				if (last || this.rules.isFinal(error)) this.failure = { error };
			},
		);
	}
}
