import { bodyText } from '../charset';
import { isObject, readJson } from '../json';

/** An HTTP call as it came in: nothing about it is known to be true yet. */
export interface IncomingCall {
	readonly query: Readonly<Record<string, unknown>>;
	/** Header names in lower case. */
	readonly headers: Readonly<Record<string, unknown>>;
	readonly body: string | Uint8Array;
}

export type JsonObject = Record<string, unknown>;

/** Why a call is turned away. `reason` holds nothing of its content and is safe to log. */
export interface Refusal {
	readonly kind: 'refused';
	readonly status: 400 | 401 | 403 | 409 | 413;
	readonly reason: string;
}

export const refuse = (status: Refusal['status'], reason: string): Refusal => ({
	kind: 'refused',
	status,
	reason,
});

/** The largest body that is read. DingTalk's own are a few KiB. */
const LARGEST_BODY = 1024 * 1024;

/** How far a call's timestamp may be from now: the hour DingTalk names for robot messages. */
export const DEFAULT_WINDOW = 60 * 60 * 1000;

/** The text of a value that should be a text, '' for anything else (a repeated parameter, say). */
export const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

/**
 * The organisation that a call names: '' when it names none, undefined when what stands there is no text
 * and so cannot be compared with anything.
 */
export function organisationOf(...named: unknown[]): string | undefined {
	const given = named.filter((value) => value !== undefined && value !== null);
	if (given.some((value) => typeof value !== 'string')) return undefined;
	return given.map(textOf).find((value) => value !== '') ?? '';
}

/** The JSON object in a text, or undefined. */
export function parseObject(text: string): JsonObject | undefined {
	try {
		const value: unknown = readJson(text);
		return isObject(value) ? value : undefined;
	} catch {
		return undefined;
	}
}

/** The call's body as a JSON object, or the refusal it gets. */
export function readBody({ body, headers }: IncomingCall): { json: JsonObject } | { refusal: Refusal } {
	const size = typeof body === 'string' ? Buffer.byteLength(body) : body.byteLength;
	if (size > LARGEST_BODY) return { refusal: refuse(413, 'body over 1 MiB') };
	const json = parseObject(typeof body === 'string' ? body : bodyText(body, headers['content-type']));
	return json ? { json } : { refusal: refuse(400, 'body is not a JSON object') };
}

/**
 * Whether a timestamp lies within `window` milliseconds of `now`. DingTalk writes milliseconds, its
 * older pushes seconds: ten digits or fewer.
 */
export function isTimely(timestamp: string, now: number, window: number): boolean {
	if (!/^\d{1,16}$/.test(timestamp)) return false;
	const at = timestamp.length <= 10 ? Number(timestamp) * 1000 : Number(timestamp);
	return Math.abs(now - at) <= window;
}
