import { createHash } from 'crypto';
import type { IDataObject } from 'n8n-workflow';

import { DIGEST_LENGTH, digestOf } from './digest';

/*
 * No event runs twice, and none that a crash interrupted is left out. Four things know about it:
 * - n8n's deduplication key: the database refuses a second execution with it, for ever (n8n 2.40);
 * - the node's static data: saved with every emit, it tells after a restart which events had been
 *   begun, in which execution, and which of them had ended;
 * - n8n's executions: whether that one has ended (executionEnd.ts);
 * - memory: which of the begun ones were begun by this process (here, and executionIds.ts).
 *
 * n8n saves the static data with every execution and hands it out through proxies: so events stand in it
 * by their digests, and those that have ended in one text of digests of the same length, the newest last.
 */

/** So many ended events are remembered: far more than DingTalk has under way towards one trigger. One may be known by two names. */
const REMEMBERED = 1_000;

/** More than can run at once: what remains of a crash comes on top of what runs. */
const MOST_BEGUN = 2_000;

/** An event that has been handed to n8n and is not known to have ended. */
interface Begun extends IDataObject {
	/** How often it has been tried before; part of the deduplication key. */
	readonly attempt: number;
	/** The execution it runs in, once that has begun. */
	readonly execution?: string;
	/** The newest execution that was known when n8n was given it. Its own is newer. */
	readonly after?: number;
}

export class Ledger {
	private readonly mine = new Set<string>();

	/**
	 * @param data the node's static data, which this changes
	 * @param scope workflow and node, so that two triggers do not share keys
	 */
	constructor(
		private readonly data: IDataObject,
		readonly scope: string,
	) {}

	/** Whether to run it: it has not ended, nor does it run right now by this trigger. */
	begin(key: string): boolean {
		if (this.hasEnded(key) || this.mine.has(key)) return false;
		this.mine.add(key);
		if (!this.noteOf(key)) this.note(key, this.attempt(0));
		return true;
	}

	/** The execution that a crash may have interrupted, where it is known. */
	executionOf(key: string): string | undefined {
		return this.noteOf(key)?.execution;
	}

	/** Where its execution is to be looked for when that is not known: behind this one. */
	executionsAfter(key: string): number | undefined {
		return this.noteOf(key)?.after;
	}

	/** The event runs in this execution now. */
	runsIn(key: string, execution: string): void {
		const id = Number(execution);
		if (Number.isSafeInteger(id) && id > (this.newest ?? 0)) this.data.newest = id;
		const begun = this.noteOf(key);
		if (begun) this.note(key, { ...begun, execution });
	}

	/** The key to give n8n: it refuses one that it has had. */
	keyOf(key: string): string {
		return this.keyFor(key, this.noteOf(key)?.attempt ?? 0);
	}

	/** The execution so far was interrupted: gives the next key. */
	again(key: string): string {
		this.note(key, this.attempt((this.noteOf(key)?.attempt ?? 0) + 1));
		return this.keyOf(key);
	}

	/** `repeat`: it is to run again when it comes again. `alias`: another name it may come under. */
	end(key: string, repeat: boolean, ...alias: string[]): void {
		this.mine.delete(key);
		if (repeat) return void this.again(key);
		const digest = digestOf(key);
		this.begun = Object.fromEntries(Object.entries(this.begun).filter(([other]) => other !== digest));
		this.data.ended = [this.ended, digest, ...alias.map(digestOf)].join('').slice(-REMEMBERED * DIGEST_LENGTH);
	}

	/** n8n could not store it: it may come again, under the same key. */
	handBack(key: string): void {
		this.mine.delete(key);
	}

	/** What was taken for ended has not come about: it may come again. */
	forget(keys: readonly string[]): void {
		this.data.ended = keys.reduce((ended, key) => ended.replace(digestOf(key), ''), this.ended);
	}

	/** Has n8n save all that is noted here with the next emit: it forgets what has changed while it saved before. */
	touch(): void {
		this.data.begun = this.begun;
	}

	hasEnded(key: string): boolean {
		return this.ended.includes(digestOf(key));
	}

	/** Whether workers carry the executions out (queue mode): those survive a crash of this process. */
	get byWorkers(): boolean {
		return this.data.byWorkers === true;
	}

	set byWorkers(byWorkers: boolean) {
		if (byWorkers !== this.byWorkers) this.data.byWorkers = byWorkers;
	}

	private get newest(): number | undefined {
		return typeof this.data.newest === 'number' ? this.data.newest : undefined;
	}

	private attempt(attempt: number): Begun {
		return { attempt, ...(this.newest !== undefined && { after: this.newest }) };
	}

	private get ended(): string {
		return typeof this.data.ended === 'string' ? this.data.ended : '';
	}

	private get begun(): Record<string, Begun> {
		return (this.data.begun ?? {}) as Record<string, Begun>;
	}

	/** What a crash interrupted and DingTalk never delivers again is dropped in the end. */
	private set begun(begun: Record<string, Begun>) {
		this.data.begun = Object.fromEntries(Object.entries(begun).slice(-MOST_BEGUN));
	}

	private noteOf(key: string): Begun | undefined {
		return this.begun[digestOf(key)];
	}

	private note(key: string, begun: Begun): void {
		this.begun = { ...this.begun, [digestOf(key)]: begun };
	}

	/** The database's column holds 255 characters, so a long key is hashed. */
	private keyFor(key: string, attempt: number): string {
		const whole = `dingtalk:${this.scope}:${key}`;
		const short = whole.length <= 200 ? whole : `dingtalk:${createHash('sha256').update(whole).digest('hex')}`;
		return attempt === 0 ? short : `${short}#${attempt}`;
	}
}
