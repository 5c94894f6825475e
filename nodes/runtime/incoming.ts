/** Bodies on their way to us: their connections, and how long they may take. */
import type { Readable } from './streams';

/** A request's signal that can also end the request for reasons of ours. */
export interface Connection {
	signal: AbortSignal;
	/**
	 * Ends the connection, at any time. Destroying the body would not do: n8n's HTTP helper wraps it (axios 1.18, `maxContentLength`),
	 * and the wrapper waits for the next chunk before it lets go.
	 */
	stop: () => void;
	/** Forgets the execution's signal, which lives longer than the request. */
	release: () => void;
}

/** A signal that follows the execution's until it is released, and can be given of its own accord. */
export function connectionOf(execution?: AbortSignal): Connection {
	const own = new AbortController();
	const release = () => execution?.removeEventListener('abort', stop);
	const stop = () => {
		release();
		own.abort();
	};
	if (execution?.aborted) stop();
	else execution?.addEventListener('abort', stop);
	return { signal: own.signal, stop, release };
}

/** A body and the connection on which it comes. */
export interface Incoming {
	body: Readable;
	connection: Connection;
}

/** How long a body may take. Milliseconds. */
export interface Patience {
	/** Longest silence while somebody waits for the next piece. */
	stallMs: number;
	/** From its first byte to its last: a host that drips on and on is never silent. */
	wholeMs?: number;
}

/** A body of which no byte came for too long, or that took too long as a whole. */
export class Stalled extends Error {
	constructor() {
		super('no byte came for too long');
		this.name = 'Stalled';
	}
}

/** The state of a body that its timer holds on to: the timer outlives the body, and cannot be called off. */
interface Watched {
	begun: number;
	/** Since when the next piece is waited for; `undefined`: nobody asks for it. */
	asked?: number;
	/** `undefined`: the body has ended. */
	end?: () => void;
}

function watch(watched: Watched, { stallMs, wholeMs = Infinity }: Patience, ms = Math.min(stallMs, wholeMs)): void {
	AbortSignal.timeout(ms).addEventListener('abort', () => {
		const { begun, asked, end } = watched;
		const now = Date.now();
		const left = Math.min(asked === undefined ? stallMs : asked + stallMs - now, begun + wholeMs - now);
		if (left > 0 && end) watch(watched, { stallMs, wholeMs }, left);
		else end?.();
	});
}

/**
 * The chunks of a body. Its connection is ended when they are not read to the end, or when they take too long: a server that goes
 * silent would keep the execution for ever.
 * @throws Stalled; the socket's own error
 */
export async function* chunksOf({ body, connection }: Incoming, patience: Patience): AsyncGenerator<Uint8Array> {
	const begun = Date.now();
	const watched: Watched = { begun, asked: begun };
	let [late, whole] = [false, false];
	watched.end = () => {
		late = true;
		connection.stop();
	};
	watch(watched, patience);
	const chunks: AsyncIterable<Uint8Array> = body;
	try {
		for await (const chunk of chunks) {
			watched.asked = undefined;
			yield chunk;
			watched.asked = Date.now();
		}
		whole = true;
	} catch (error) {
		throw late ? new Stalled() : error;
	} finally {
		watched.end = undefined;
		if (whole) connection.release();
		else connection.stop();
	}
}

/** The beginning of a body as text, for errors that a server explains; the rest is not read. */
export async function beginningOfBody(incoming: Incoming, most: number, patience: Patience): Promise<string> {
	const read: Uint8Array[] = [];
	let size = 0;
	for await (const chunk of chunksOf(incoming, patience)) {
		read.push(chunk);
		size += chunk.length;
		if (size >= most) break;
	}
	return Buffer.concat(read).subarray(0, most).toString('utf8');
}
