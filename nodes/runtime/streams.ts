import type { BinaryHelperFunctions } from 'n8n-workflow';

/** Node's Readable, by the name under which n8n's types have it: community packages may not import `stream`. */
export type Readable = Exclude<Parameters<BinaryHelperFunctions['prepareBinaryData']>[0], Buffer>;

interface ReadableClass {
	from: (chunks: AsyncIterable<Uint8Array>, options: { objectMode: boolean }) => unknown;
}

export const isStream = (value: unknown): value is Readable =>
	typeof value === 'object' && value !== null && 'pipe' in value && Symbol.asyncIterator in value;

const isReadableClass = (value: unknown): value is ReadableClass =>
	typeof value === 'function' && Object.hasOwn(value, 'from');

/** Readable itself, from the class of any stream that n8n hands out: the uppermost with a `from` of its own (Duplex has another one). */
function readableClass(stream: Readable): ReadableClass {
	let found: ReadableClass | undefined;
	for (let one: unknown = stream.constructor; typeof one === 'function'; one = Object.getPrototypeOf(one))
		if (isReadableClass(one)) found = one;
	if (!found) throw new Error("n8n's binary stream is not a Node.js Readable");
	return found;
}

/** A stream of these chunks, of the kind that `like` is of. */
export function streamOf(like: Readable, chunks: AsyncIterable<Uint8Array>): Readable {
	const stream = readableClass(like).from(chunks, { objectMode: false });
	if (!isStream(stream)) throw new Error("n8n's binary stream is not a Node.js Readable");
	return stream;
}

/** A body of which no byte came for too long. */
export class Stalled extends Error {
	constructor() {
		super('no byte came for too long');
		this.name = 'Stalled';
	}
}

/** A body on its way. */
export interface Incoming {
	body: Readable;
	/**
	 * Ends the connection, at any time. Destroying the body would not do: n8n's HTTP helper wraps it (axios 1.18, `maxContentLength`),
	 * and the wrapper waits for the next chunk before it lets go.
	 */
	stop: () => void;
}

/**
 * The chunks of a body. Its connection is ended when they are not read to the end, or when the next one does not come within
 * `stallMs` (time in which nobody asks for it does not count): a server that goes silent would keep the execution for ever.
 */
export async function* chunksOf({ body, stop }: Incoming, stallMs: number): AsyncGenerator<Uint8Array> {
	let [asked, waiting, ended, stalled] = [Date.now(), true, false, false];
	// This timer cannot be called off, but it holds neither the process nor an ended body up.
	const watch = (ms: number) =>
		AbortSignal.timeout(ms).addEventListener('abort', () => {
			const left = waiting ? asked + stallMs - Date.now() : stallMs;
			if (ended) return;
			if (left > 0) return watch(left);
			stalled = true;
			stop();
		});
	watch(stallMs);
	const chunks: AsyncIterable<Uint8Array> = body;
	try {
		for await (const chunk of chunks) {
			waiting = false;
			yield chunk;
			[asked, waiting] = [Date.now(), true];
		}
	} catch (error) {
		throw stalled ? new Stalled() : error;
	} finally {
		ended = true;
		stop();
	}
}

/** The beginning of a body as text, for errors that a server explains; the rest is not read. */
export async function beginningOf(incoming: Incoming, most: number, stallMs: number): Promise<string> {
	const read: Uint8Array[] = [];
	let size = 0;
	for await (const chunk of chunksOf(incoming, stallMs)) {
		read.push(chunk);
		size += chunk.length;
		if (size >= most) break;
	}
	return Buffer.concat(read).subarray(0, most).toString('utf8');
}
