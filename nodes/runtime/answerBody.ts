import { DingTalkError, networkError } from '../protocol/errors';
import { bodyText } from '../protocol/charset';
import type { Readable } from './streams';
import { sizeText } from './sizeText';

/**
 * Most bytes of one answer: DingTalk names no limit, and its largest pages (1,000 entries) have some MB. Reading the JSON of such a
 * size holds n8n up for some seconds (docs/verification-faults.md), and each MB takes seven of memory.
 */
export const ANSWER_LIMIT = 50 * 1024 * 1024;

/** How long a body may take. Milliseconds. */
export interface Patience {
	/** Longest silence. */
	stallMs: number;
	/** From its first byte to its last: a host that drips on and on is never silent. */
	wholeMs: number;
}
export const PATIENCE: Patience = { stallMs: 60_000, wholeMs: 5 * 60_000 };

/** The state of a body that its timer holds on to: the timer outlives the body, and cannot be called off. */
interface Watched {
	begun: number;
	last: number;
	end?: () => void;
}

function watch(watched: Watched, { stallMs, wholeMs }: Patience, ms = Math.min(stallMs, wholeMs)): void {
	AbortSignal.timeout(ms).addEventListener('abort', () => {
		const left = Math.min(watched.last + stallMs, watched.begun + wholeMs) - Date.now();
		if (left > 0 && watched.end) watch(watched, { stallMs, wholeMs }, left);
		else watched.end?.();
	});
}

const tooLarge = (host: string) =>
	new DingTalkError({
		code: 'answerSize',
		kind: 'refused',
		ours: true,
		message: `${host} sent more than ${sizeText(ANSWER_LIMIT)} as one answer, so it was left`,
	});

/** A request's signal that can also end the request for reasons of ours. */
export interface Connection {
	signal: AbortSignal;
	stop: () => void;
	/** Forgets the execution's signal, which lives longer than the request. */
	release: () => void;
}

/** A signal that follows the execution's, and can be given of its own accord. */
export function connectionOf(execution?: AbortSignal): Connection {
	const own = new AbortController();
	const stop = () => own.abort();
	if (execution?.aborted) stop();
	execution?.addEventListener('abort', stop);
	return { signal: own.signal, stop, release: () => execution?.removeEventListener('abort', stop) };
}

/**
 * The text of an answer's body, counted and timed; its connection is ended where it is too large, silent or without an end.
 * @throws DingTalkError `answerSize`, `ETIMEDOUT`; the socket's own error
 */
export async function readBody(
	body: Readable,
	contentType: unknown,
	stop: () => void,
	host: string,
	patience: Patience = PATIENCE,
): Promise<string> {
	// An error that comes while nobody reads would end the process.
	body.on('error', () => undefined);
	let late = false;
	const begun = Date.now();
	const watched: Watched = { begun, last: begun };
	watched.end = () => {
		late = true;
		stop();
	};
	watch(watched, patience);
	const read: Uint8Array[] = [];
	let size = 0;
	const chunks: AsyncIterable<Uint8Array> = body;
	try {
		for await (const chunk of chunks) {
			watched.last = Date.now();
			size += chunk.length;
			if (size > ANSWER_LIMIT) {
				read.length = 0;
				stop();
				throw tooLarge(host);
			}
			read.push(chunk);
		}
	} catch (error) {
		throw late ? networkError('ETIMEDOUT', host, undefined) : error;
	} finally {
		watched.end = undefined;
	}
	const [only] = read;
	return bodyText(only !== undefined && read.length === 1 ? only : Buffer.concat(read), contentType);
}
