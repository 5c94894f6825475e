import { createHash } from 'crypto';
import type { IDataObject } from 'n8n-workflow';

/*
 * No event runs twice, and none that a crash interrupted is left out. Three things know about it:
 * - n8n's deduplication key: the database refuses a second execution with it, for ever (n8n 2.40);
 * - the node's static data: saved with every emit, it tells after a restart which events had been
 *   begun and which of them had ended;
 * - memory: which of the begun ones were begun by this process.
 */

/** So many ended events are remembered: far more than DingTalk has under way towards one trigger. One may be known by two names. */
const REMEMBERED = 1_000;

/** More than can run at once: what remains of a crash comes on top of what runs. */
const MOST_BEGUN = 2_000;

export type Beginning =
	/** Run it, and give n8n this key. */
	| { readonly run: true; readonly deduplicationKey: string }
	/** It has ended before, or runs right now. */
	| { readonly run: false };

export class Once {
	private readonly mine = new Set<string>();

	/**
	 * @param data the node's static data, which this changes
	 * @param scope workflow and node, so that two triggers do not share keys
	 */
	constructor(
		private readonly data: IDataObject,
		private readonly scope: string,
	) {}

	/** `resumed`: it may have been handed to n8n, which is to say so: it gets the key it had before. */
	begin(key: string, resumed = false): Beginning {
		if (this.hasEnded(key) || this.mine.has(key)) return { run: false };
		const begun = this.begun[key];
		// Begun, not ended and not by this process: a crash has interrupted it.
		const attempt = begun === undefined ? 0 : resumed ? begun : begun + 1;
		this.mine.add(key);
		this.begun = { ...this.begun, [key]: attempt };
		return { run: true, deduplicationKey: this.keyFor(key, attempt) };
	}

	/**
	 * n8n refused the key although nothing is known of an end: the crash came before the static data
	 * was saved. Gives the next key to try.
	 */
	again(key: string): string {
		const attempt = (this.begun[key] ?? 0) + 1;
		this.begun = { ...this.begun, [key]: attempt };
		return this.keyFor(key, attempt);
	}

	/** The key that n8n was given for it last. */
	keyOf(key: string): string {
		return this.keyFor(key, this.begun[key] ?? 0);
	}

	/** `repeat`: it is to run again when it comes again. `alias`: another name it may come under. */
	end(key: string, repeat: boolean, ...alias: string[]): void {
		const { [key]: attempt = 0, ...others } = this.begun;
		this.mine.delete(key);
		// An event to be repeated counts as interrupted, which gives it a new key next time.
		this.begun = repeat ? { ...others, [key]: attempt } : others;
		if (!repeat) this.data.ended = [...this.ended, key, ...alias].slice(-REMEMBERED);
	}

	hasEnded(key: string): boolean {
		return this.ended.includes(key);
	}

	private get ended(): string[] {
		return Array.isArray(this.data.ended) ? (this.data.ended as string[]) : [];
	}

	private get begun(): Record<string, number> {
		return (this.data.begun ?? {}) as Record<string, number>;
	}

	/** What a crash interrupted and DingTalk never delivers again is dropped in the end. */
	private set begun(begun: Record<string, number>) {
		this.data.begun = Object.fromEntries(Object.entries(begun).slice(-MOST_BEGUN));
	}

	/** The database's column holds 255 characters, so a long key is hashed. */
	private keyFor(key: string, attempt: number): string {
		const whole = `dingtalk:${this.scope}:${key}`;
		const short = whole.length <= 200 ? whole : `dingtalk:${createHash('sha256').update(whole).digest('hex')}`;
		return attempt === 0 ? short : `${short}#${attempt}`;
	}
}
