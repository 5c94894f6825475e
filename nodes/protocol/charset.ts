/** Bytes as text in this charset; `undefined` for an unknown one, and for bytes that are not of it. */
export function decode(bytes: Uint8Array, charset: string): string | undefined {
	try {
		return new TextDecoder(charset, { fatal: true }).decode(bytes);
	} catch {
		return undefined;
	}
}

/** Charsets of one byte a character: every byte is valid there, and servers name them unasked before UTF-8. */
const LATIN = /^(us-ascii|ascii|iso-?8859-?\d+|latin-?1|windows-125\d|cp125\d)$/i;

/** The charset that a Content-Type names, '' where it names none. */
const charsetIn = (contentType: unknown): string =>
	typeof contentType === 'string' ? (/;\s*charset\s*=\s*["']?([\w.:-]{1,40})/i.exec(contentType)?.[1] ?? '') : '';

/** The charset of a byte order mark, which goes before the header; '' without one. https://encoding.spec.whatwg.org/#decode */
function charsetOfMark([first, second]: Uint8Array): string {
	if (first === 0xff && second === 0xfe) return 'utf-16le';
	return first === 0xfe && second === 0xff ? 'utf-16be' : '';
}

/**
 * The text of a body: in the charset of its byte order mark or of its Content-Type, else in UTF-8, which is JSON's own (RFC 8259, 8.1);
 * without the mark. Bytes that are not of their charset are read as UTF-8, and what is not UTF-8 either becomes U+FFFD.
 */
export function bodyText(bytes: Uint8Array, contentType: unknown): string {
	const charset = charsetOfMark(bytes) || charsetIn(contentType);
	const usual = charset === '' || /^utf-?8$/i.test(charset);
	const named = usual || LATIN.test(charset) ? undefined : decode(bytes, charset);
	if (named !== undefined) return named;
	const { buffer, byteOffset, byteLength } = bytes;
	const text = Buffer.from(buffer, byteOffset, byteLength).toString('utf8');
	const plain = text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
	return !usual && plain.includes('\ufffd') ? (decode(bytes, charset) ?? plain) : plain;
}
