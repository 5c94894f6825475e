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
