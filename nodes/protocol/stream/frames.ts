/*
 * The frames of a Stream connection: JSON texts whose `data` is a text holding JSON again.
 * Format after the official SDKs (Node dingtalk-stream 2.1.5, Java 1.3.13, Python 0.24.4b1).
 */
import { type Json, isObject, readJson, writeJson } from '../json';

export type FrameType = 'SYSTEM' | 'EVENT' | 'CALLBACK';

export interface Frame {
	readonly type: FrameType;
	readonly topic: string;
	readonly messageId: string;
	readonly headers: Readonly<Record<string, string>>;
	/** The parsed `data`, or its text where that is not JSON. */
	readonly data: unknown;
	/** `data` as it came; a ping is answered with the same text. */
	readonly text: string;
}

export type Parsed =
	| { readonly ok: true; readonly frame: Frame }
	/** `messageId` where it could be made out, so that DingTalk can be told. */
	| { readonly ok: false; readonly code: 400 | 404; readonly messageId?: string };

/** What goes back for a frame. `data` becomes a JSON text on the wire. */
export interface Answer {
	readonly code: 200 | 400 | 404 | 500;
	readonly message: string;
	readonly data: unknown;
}

const TYPES: readonly string[] = ['SYSTEM', 'EVENT', 'CALLBACK'];

function parseJson(text: string): unknown {
	try {
		return readJson(text.replace(/^\ufeff/, ''));
	} catch {
		return undefined;
	}
}

const NAMES = ['messageId', 'topic', 'eventId', 'eventType', 'eventBornTime', 'eventCorpId', 'eventUnifiedAppId'];
const SPELLING = new Map(NAMES.map((name) => [name.toLowerCase(), name]));

/** The header values are texts; a number or boolean that slipped in is made one. A name that is read has one spelling, whatever its capitals. */
function readHeaders(value: unknown): Record<string, string> {
	if (!isObject(value)) return {};
	return Object.fromEntries(
		Object.entries(value)
			.filter(([, content]) => ['string', 'number', 'boolean'].includes(typeof content))
			.map(([name, content]) => [SPELLING.get(name.toLowerCase()) ?? name, String(content)]),
	);
}

/**
 * The largest frame that is read, in bytes. DingTalk's Java client takes 256 KiB, its Python client 1 MiB.
 * What the socket itself takes is up to the platform (128 MiB a message in Node.js 24).
 */
const LARGEST_FRAME = 4 * 1024 * 1024;

const isBytes = (received: unknown): received is ArrayBuffer =>
	Object.prototype.toString.call(received) === '[object ArrayBuffer]';

/** Characters of a text, bytes of a binary frame. */
export function lengthOf(received: unknown): number {
	if (typeof received === 'string') return received.length;
	return isBytes(received) ? received.byteLength : 0;
}

/** The text of a frame, of a binary one as well: the official Node client reads either. '' for one that is too large. */
function textOf(received: unknown): string {
	if (lengthOf(received) > LARGEST_FRAME) return '';
	if (typeof received === 'string') return received;
	return isBytes(received) ? Buffer.from(received).toString('utf8') : '';
}

/** Where the headers of a frame are looked for that is not read as a whole: so many characters at either end. */
const ENDS = 4_096;

/** The two ends of what was received, as text. */
function endsOf(received: unknown): string[] {
	if (typeof received === 'string') return [received.slice(0, ENDS), received.slice(-ENDS)];
	if (!isBytes(received)) return [];
	const bytes = Buffer.from(received);
	return [bytes.subarray(0, ENDS), bytes.subarray(-ENDS)].map((end) => end.toString('utf8'));
}

/** The id of a frame that is not read because of its size or its faults, where its headers come first or last. */
function idOfUnread(received: unknown): { messageId?: string } {
	const found = endsOf(received).map((end) => /"messageId"\s*:\s*"([^"\\]{1,200})"/.exec(end)?.[1]);
	const messageId = found.find((id) => id !== undefined);
	return messageId === undefined ? {} : { messageId };
}

/**
 * Whether it is what a client sends, an answer: DingTalk may refuse an acknowledgement so. It is not answered, for two sides
 * that answer each other's answers never end.
 */
const isAnswer = ({ type, code }: Json): boolean => type === undefined && code !== undefined;

/** Reads what a socket delivered. Total: nonsense comes back as such, nothing throws. */
export function parseFrame(received: unknown): Parsed {
	const value = parseJson(textOf(received));
	if (!isObject(value)) return { ok: false, code: 400, ...idOfUnread(received) };
	if (isAnswer(value)) return { ok: false, code: 400 };

	const headers = readHeaders(value.headers);
	const { messageId = '', topic = '' } = headers;
	const known = messageId === '' ? {} : { messageId };
	const { type } = value;
	if (!isType(type)) return { ok: false, code: 404, ...known };
	// Only SYSTEM frames make sense without an id: the others could never be answered.
	if (type !== 'SYSTEM' && messageId === '') return { ok: false, code: 400 };

	const text = typeof value.data === 'string' ? value.data : value.data === undefined ? '' : writeJson(value.data);
	const parsed = parseJson(text);
	const data = parsed === undefined ? text : parsed;
	return { ok: true, frame: { type, topic, messageId, headers, data, text } };
}

const isType = (type: unknown): type is FrameType => typeof type === 'string' && TYPES.includes(type);

/** The answer to an event: taken, or "deliver it again". */
export const eventAnswer = (status: 'SUCCESS' | 'LATER'): Answer => ({
	code: 200,
	message: 'OK',
	data: { status },
});

/** The answer to a robot message, a card callback or another call, wrapped as all SDKs wrap it. */
export const callbackAnswer = (response: unknown = {}): Answer => ({
	code: 200,
	message: 'OK',
	data: { response },
});

/** Taken and nothing to say, or "not this time", in the words of the frame's type. */
export const answerFor = (frame: Frame, taken: boolean): Answer => {
	if (frame.type === 'EVENT') return eventAnswer(taken ? 'SUCCESS' : 'LATER');
	return taken ? callbackAnswer() : failureAnswer(500, 'not taken');
};

/** 400: not understood. 404: nobody wants this topic. 500: the handler failed. */
export const failureAnswer = (code: 400 | 404 | 500, message: string): Answer => ({
	code,
	message,
	data: {},
});

/** The text that answers the frame with this id. */
export const answerText = (messageId: string, { code, message, data }: Answer): string =>
	writeJson({
		code,
		headers: { contentType: 'application/json', messageId },
		message,
		data: writeJson(data ?? {}),
	});

/** The text that answers a ping: its own headers and `data`, as the Node SDK echoes them. */
export const pongText = ({ headers, text }: Frame): string =>
	writeJson({ code: 200, headers, message: 'OK', data: text });
