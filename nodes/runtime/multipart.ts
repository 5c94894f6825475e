import { randomUUID } from 'crypto';
import type { FilePart } from '../protocol/request';
import { isStream, streamOf } from './streams';

export interface Upload {
	headers: Record<string, string>;
	/** A Buffer, or a stream of n8n's own kind when a part is one. */
	body: unknown;
	/** Lets go of the files, also where not all of them was sent. */
	close: () => void;
}

/** Quotes and line breaks in a file name would end the header early (RFC 7578, section 4.2). */
const oneLine = (value: string) => value.replace(/[\r\n]+/g, ' ');
const quoted = (name: string) => oneLine(name).replace(/"/g, '%22');

const headOf = (boundary: string, name: string, part: string | FilePart) =>
	Buffer.from(
		typeof part === 'string'
			? `--${boundary}\r\nContent-Disposition: form-data; name="${quoted(name)}"\r\n\r\n`
			: `--${boundary}\r\nContent-Disposition: form-data; name="${quoted(name)}"; filename="${quoted(part.name)}"\r\nContent-Type: ${oneLine(part.mimeType)}\r\n\r\n`,
	);

/**
 * A multipart body with its exact length. Files that n8n keeps on disk or in S3 are streamed, never read whole;
 * community packages may not import `stream`, so the stream's own class makes the joined one.
 */
export async function multipart(form: Record<string, string | FilePart>): Promise<Upload> {
	const boundary = `n8n-${randomUUID()}`;
	const parts: Array<{ content: unknown; size: number }> = [];
	for (const [name, part] of Object.entries(form)) {
		const head = headOf(boundary, name, part);
		const content = typeof part === 'string' ? Buffer.from(part) : await part.open();
		const size = typeof part === 'string' ? Buffer.byteLength(part) : part.size;
		parts.push({ content: head, size: head.length }, { content, size }, { content: Buffer.from('\r\n'), size: 2 });
	}
	const tail = Buffer.from(`--${boundary}--\r\n`);
	parts.push({ content: tail, size: tail.length });
	const headers = {
		'Content-Type': `multipart/form-data; boundary=${boundary}`,
		'Content-Length': String(parts.reduce((sum, { size }) => sum + size, 0)),
	};
	const stream = parts.map(({ content }) => content).find(isStream);
	const close = () => {
		for (const { content } of parts) if (isStream(content)) content.destroy();
	};
	if (stream === undefined)
		return { headers, body: Buffer.concat(parts.map(({ content }) => content as Buffer)), close };
	async function* chunks() {
		for (const { content } of parts) {
			if (isStream(content)) yield* content;
			else yield content as Buffer;
		}
	}
	const body = streamOf(stream, chunks());
	// Files that are let go in the middle make an error of it, which would end the process where nobody reads any more.
	body.on('error', () => undefined);
	return { headers, body, close };
}
