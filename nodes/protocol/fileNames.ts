import { decode } from './charset';

/**
 * Names of files as servers spell them: RFC 6266, and what is sent in its place. HTTP libraries give the bytes of a header as latin1,
 * one character a byte. Nothing in here throws, whatever the server wrote.
 */

/** Bytes without a (true) charset: UTF-8 where they are valid UTF-8, which bytes of GBK hardly ever are; else GBK, else latin1. */
const decodeAny = (bytes: Uint8Array, charset = 'utf-8'): string =>
	decode(bytes, charset) ?? decode(bytes, 'utf-8') ?? decode(bytes, 'gb18030') ?? Buffer.from(bytes).toString('latin1');

/** The text of a header whose bytes were read as latin1. A text with characters beyond a byte was decoded before. */
export const headerText = (value: string): string =>
	/[^\0-\xff]/.test(value) ? value : decodeAny(Buffer.from(value, 'latin1'));

/** Percent-escapes → characters. A text in which a `%` begins no escape has none. */
function unescapePercent(text: string, charset?: string): string {
	if (!text.includes('%') || /%(?![0-9a-f]{2})/i.test(text)) return text;
	const parts = [...text.matchAll(/%([0-9a-f]{2})|[^%]+/gi)];
	return decodeAny(Buffer.concat(parts.map(([part, hex]) => Buffer.from(hex ?? part, hex ? 'hex' : 'utf8'))), charset);
}

/** RFC 8187: `UTF-8'zh'%E6%8A%A5.pdf`; some servers write it without the `*` behind the parameter's name, or leave the charset out. */
function unescapeExtended(text: string): string {
	const [, charset, escaped] = /^(utf-?8|gbk|gb2312|gb18030|big5|iso-8859-1)'[\w-]*'(.*)$/is.exec(text) ?? [];
	return unescapePercent(escaped ?? text, charset);
}

const WORD = /=\?([\w-]+)(?:\*[\w-]*)?\?([bq])\?([^?]*)\?=/gi;

const wordBytes = (encoding: string, text: string): Buffer =>
	encoding.toLowerCase() === 'b'
		? Buffer.from(text, 'base64')
		: Buffer.from(
				text
					.replace(/_/g, ' ')
					.replace(/=([0-9a-f]{2})/gi, (_, hex: string) => Buffer.from(hex, 'hex').toString('latin1')),
				'latin1',
			);

/** RFC 2047: `=?GBK?B?sai45g==?=`. Words that follow each other are decoded as one, since a character may be cut in two. */
const unescapeWords = (text: string): string =>
	text.replace(/\?=\s+=\?/g, '?==?').replace(/(?:=\?[\w*-]+\?[bq]\?[^?]*\?=)+/gi, (run) => {
		const words = [...run.matchAll(WORD)];
		const bytes = Buffer.concat(words.map(([, , encoding = '', content = '']) => wordBytes(encoding, content)));
		return decodeAny(bytes, words[0]?.[1]);
	});

/** Longest name that file systems take. Bytes. */
const MOST_BYTES = 255;

function shortened(name: string): string {
	if (Buffer.byteLength(name) <= MOST_BYTES) return name;
	const extension = /\.[^.]{1,16}$/.exec(name)?.[0] ?? '';
	const room = MOST_BYTES - Buffer.byteLength(extension);
	let stem = '';
	let bytes = 0;
	for (const character of name.slice(0, name.length - extension.length)) {
		bytes += Buffer.byteLength(character);
		if (bytes > room) break;
		stem += character;
	}
	return stem + extension;
}

/** A file name without folders, control characters and broken characters; `undefined` where nothing is left. */
export function cleanFileName(name: string): string | undefined {
	const last = name
		// Half of a pair (a name cut in the middle of an emoji) makes `encodeURIComponent` throw in n8n's S3 store.
		.replace(/\p{Surrogate}/gu, '\ufffd')
		// Marks that turn the direction of writing show `gpj.exe` as `exe.jpg`.
		.replace(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu, '')
		.split(/[/\\]/)
		.map((part) => part.trim())
		.filter((part) => part !== '' && part !== '.' && part !== '..')
		.at(-1);
	return last === undefined ? undefined : shortened(last);
}

/** The parameters of a header like `attachment; filename="a;b.pdf"`, by lower-case name; quotes need not be closed. */
function parametersOf(header: string): Map<string, string> {
	const found = new Map<string, string>();
	for (const [, name = '', quoted, bare] of header.matchAll(
		/(?<![\w.*-])([\w.*-]+)\s*=\s*(?:"((?:\\["\\]|[^"])*)"?|([^;]*))/g,
	)) {
		const value = quoted?.replace(/\\(["\\])/g, '$1') ?? bare?.trim().replace(/^'(.*)'$/s, '$1') ?? '';
		if (!found.has(name.toLowerCase())) found.set(name.toLowerCase(), value);
	}
	return found;
}

/** RFC 2231: a long name in pieces, `filename*0*=UTF-8''%E6%8A; filename*1=…`. */
function joined(parameters: Map<string, string>): string | undefined {
	const pieces: string[] = [];
	for (let index = 0; ; index++) {
		const piece = parameters.get(`filename*${index}*`) ?? parameters.get(`filename*${index}`);
		if (piece === undefined) return index === 0 ? undefined : pieces.join('');
		pieces.push(piece);
	}
}

const nameIn = (header: string): string | undefined => {
	const parameters = parametersOf(headerText(header));
	const given =
		parameters.get('filename*') ?? joined(parameters) ?? parameters.get('filename') ?? parameters.get('name');
	return given === undefined ? undefined : cleanFileName(unescapeExtended(unescapeWords(given)));
};

const textsIn = (value: unknown): string[] =>
	(Array.isArray(value) ? value : [value]).filter((one): one is string => typeof one === 'string');

/**
 * What a server calls the file that it sends: by Content-Disposition (RFC 8187, RFC 2231, RFC 2047, percent-escapes or bare bytes, in
 * UTF-8 or GBK), else by the `name` of its Content-Type, else by the last part of the URL's path.
 */
export function fileNameOf(headers: Readonly<Record<string, unknown>>, url: string): string | undefined {
	for (const header of [...textsIn(headers['content-disposition']), ...textsIn(headers['content-type'])]) {
		const name = nameIn(header);
		if (name !== undefined) return name;
	}
	return URL.canParse(url) ? cleanFileName(unescapePercent(new URL(url).pathname.split('/').at(-1) ?? '')) : undefined;
}
