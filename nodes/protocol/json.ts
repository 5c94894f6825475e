import { randomUUID } from 'node:crypto';

/*
 * JSON whose integers keep their digits. JavaScript's numbers hold integers up to 2^53; DingTalk's ids, orders and task numbers
 * are Longs and go beyond: `JSON.parse('176322897889314512')` is 176322897889314500, another person's place in a department.
 *
 * - `readJson` is for what goes to the workflow: such an integer becomes the text of its digits.
 * - `readExact` is for what goes to DingTalk: it becomes a `bigint`, and `writeJson` prints that as the number that it was.
 */

/** Any JSON object. */
export type Json = Record<string, unknown>;

/** A JSON object: no list, no null. */
export const isObject = (value: unknown): value is Json =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

/** Deepest nesting that is read. DingTalk's own stays under 20; code that walks a value by recursion is safe with this. */
export const DEEPEST = 512;

const [QUOTE, BACKSLASH, MINUS, ZERO, NINE] = [0x22, 0x5c, 0x2d, 0x30, 0x39];
const [OPEN_LIST, CLOSE_LIST, OPEN_OBJECT, CLOSE_OBJECT] = [0x5b, 0x5d, 0x7b, 0x7d];

const isDigit = (char: number) => char >= ZERO && char <= NINE;
/** An integer of 16 digits or more; 2^53 has 16. */
const LONG = /^-?[1-9]\d{15,}$/;
const isLong = (token: string) => LONG.test(token) && !Number.isSafeInteger(Number(token));

/** Where the string that begins at `start` ends. */
function endOfString(text: string, start: number): number {
	let at = start + 1;
	while (at < text.length && text.charCodeAt(at) !== QUOTE) at += text.charCodeAt(at) === BACKSLASH ? 2 : 1;
	return at + 1;
}

/** Where the number that begins at `start` ends, its fraction and exponent included. */
function endOfNumber(text: string, start: number): number {
	let at = start + 1;
	while (at < text.length && (isDigit(text.charCodeAt(at)) || '.eE+-'.includes(text.charAt(at)))) at++;
	return at;
}

/** Whether a name's colon follows: a number there is no JSON, and marked as a string it would become some. */
function isName(text: string, end: number): boolean {
	let at = end;
	while (at < text.length && ' \t\n\r'.includes(text.charAt(at))) at++;
	return text.charAt(at) === ':';
}

/** First and last place of every integer that no number holds. One pass. Throws `SyntaxError` where the text nests too deeply. */
function longIntegers(text: string): Array<[start: number, end: number]> {
	const found: Array<[number, number]> = [];
	let depth = 0;
	for (let at = 0; at < text.length; at++) {
		const char = text.charCodeAt(at);
		if (char === QUOTE) at = endOfString(text, at) - 1;
		else if (isDigit(char) || char === MINUS) {
			const end = endOfNumber(text, at);
			if (end - at >= 16 && isLong(text.slice(at, end)) && !isName(text, end)) found.push([at, end]);
			at = end - 1;
		} else if (char === OPEN_LIST || char === OPEN_OBJECT) {
			if (++depth > DEEPEST) throw new SyntaxError(`JSON nested deeper than ${DEEPEST} levels`);
		} else if (char === CLOSE_LIST || char === CLOSE_OBJECT) depth--;
	}
	return found;
}

type Reviver = (name: string, value: unknown) => unknown;

/** Reads the text with its long integers as strings that begin with `mark`. */
function read(text: string, mark: string, reviver?: Reviver): unknown {
	const long = longIntegers(text);
	if (long.length === 0) return JSON.parse(text);
	const pieces: string[] = [];
	let last = 0;
	for (const [start, end] of long) {
		pieces.push(text.slice(last, start), '"', mark, text.slice(start, end), '"');
		last = end;
	}
	pieces.push(text.slice(last));
	try {
		return JSON.parse(pieces.join(''), reviver);
	} catch {
		// The text is no JSON without our marks either: parsed as it came, so that the reason names its own places.
		return JSON.parse(text);
	}
}

/**
 * `JSON.parse`, but an integer beyond 2^53 becomes the text of its digits. In linear time; a name `__proto__` is a member like any other.
 * @throws SyntaxError for what is no JSON, in `JSON.parse`'s words, and for nesting beyond `DEEPEST`.
 */
export const readJson = (text: string): unknown => read(text, '');

/** `readJson`, but an integer beyond 2^53 becomes a `bigint`: for JSON that somebody wrote to be sent. */
export function readExact(text: string): unknown {
	const mark = randomUUID();
	return read(text, mark, (_, value) =>
		typeof value === 'string' && value.startsWith(mark) ? BigInt(value.slice(mark.length)) : value,
	);
}

/**
 * `JSON.stringify`, but a `bigint` is written as its digits, and `undefined` as null.
 * @throws TypeError for a value that contains itself, or nests too deeply to be written.
 */
export function writeJson(value: unknown): string {
	const mark = randomUUID();
	let long = false;
	const text = stringify(value, function (this: object, name: string, member: unknown) {
		// Read from the object that holds it: n8n gives every bigint a toJSON, so that `member` is a text by now.
		const own: unknown = Reflect.get(this, name);
		if (typeof own !== 'bigint') return member;
		long = true;
		return `${mark}${own}`;
	});
	if (text instanceof Error) throw text;
	if (text === undefined) return 'null';
	return long ? text.replace(new RegExp(`"${mark}(-?\\d+)"`, 'g'), '$1') : text;
}

/** A value as the text that stands for it: of a moment (Date, luxon's own) its ISO text, which has quotes only within JSON; of any other object or list its JSON. */
export function asText(value: unknown): string {
	if (typeof value !== 'object' || value === null) return String(value);
	const json = writeJson(value);
	return json.startsWith('"') ? String(JSON.parse(json)) : json;
}

function stringify(
	value: unknown,
	replacer: (this: object, name: string, member: unknown) => unknown,
): string | Error | undefined {
	try {
		return JSON.stringify(value, replacer);
	} catch (error) {
		// The stack has run out; anything else is in JSON.stringify's own words.
		const deep = error instanceof RangeError;
		return new TypeError(deep ? 'JSON nested too deeply to be written' : String(error), { cause: error });
	}
}
