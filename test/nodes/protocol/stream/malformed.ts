/*
 * Frames of every kind in every shape that they should not have. None holds a secret or is written by
 * hand: kinds × faults.
 */
export interface Malformed {
	readonly name: string;
	/** As it goes over the wire. */
	readonly wire: string;
	/** The id by which it can be answered; undefined for a frame that cannot be. */
	readonly messageId?: string;
}

const nested = (levels: number, open: string, close: string) => open.repeat(levels) + close.repeat(levels);

/** An object that is neither text nor number, and says so when it is made one. */
const UNCONVERTIBLE = { toString: 1, valueOf: 1 };

const robot = {
	msgId: 'm',
	msgtype: 'text',
	text: { content: 'hi' },
	conversationType: '2',
	senderNick: 'n',
	createAt: 1_700_000_000_000,
};
const card = { outTrackId: 'o', userId: 'u', content: '{"cardPrivateData":{"actionIds":["a"],"params":{}}}' };

/** What every kind of frame looks like when it is right. */
const KINDS = {
	ping: { type: 'SYSTEM', topic: 'ping', data: { opaque: 'x' } },
	system: { type: 'SYSTEM', topic: 'KEEPALIVE', data: {} },
	event: { type: 'EVENT', topic: '*', data: { deptId: [1], processCode: 'p' } },
	robot: { type: 'CALLBACK', topic: '/v1.0/im/bot/messages/get', data: robot },
	card: { type: 'CALLBACK', topic: '/v1.0/card/instances/callback', data: card },
	unknown: { type: 'CALLBACK', topic: '/v1.0/nobody/knows', data: {} },
} as const;

type Kind = keyof typeof KINDS;

interface Frame {
	type: unknown;
	headers: unknown;
	data: unknown;
}

const set = (name: string, value: unknown) => (frame: Frame) => ({
	...frame,
	headers: { ...(frame.headers as object), [name]: value },
});
const withData = (data: unknown) => (frame: Frame) => ({ ...frame, data });
/** Every member of `data` becomes this value. */
const members = (value: unknown) => (frame: Frame) => {
	const own = JSON.parse(String(frame.data)) as object;
	return { ...frame, data: JSON.stringify(Object.fromEntries(Object.keys(own).map((name) => [name, value]))) };
};

const FAULTS: Record<string, (frame: Frame) => unknown> = {
	'data is missing': withData(undefined),
	'data is null': withData(null),
	'data is a number': withData(7),
	'data is a list': withData([1, [2]]),
	'data is an object': withData({ a: { b: [] } }),
	'data is an unconvertible object': withData(UNCONVERTIBLE),
	'data is no JSON': withData('{"a":'),
	'data is an empty text': withData(''),
	'data is nested deeply as text': withData(nested(100_000, '[', ']')),
	'data is nested deeply as objects': withData(nested(50_000, '{"a":', '}').replace('{"a":}', '{}')),
	'every member is null': members(null),
	'every member is a list': members([[[]]]),
	'every member is unconvertible': members(UNCONVERTIBLE),
	'every member is a number beyond all time': members(9e99),
	'every member is a broken surrogate': members('\ud800'),
	'a member is called __proto__': withData('{"__proto__":{"toString":1},"constructor":1,"hasOwnProperty":1}'),
	'a header is an object': set('time', UNCONVERTIBLE),
	'eventType is a list': set('eventType', ['check_in']),
	'eventType is very long': set('eventType', 'e'.repeat(300_000)),
	'eventId is very long': set('eventId', 'i'.repeat(300_000)),
	'eventId is called __proto__': set('eventId', '__proto__'),
	'eventBornTime is no time': set('eventBornTime', '1e400'),
	'eventCorpId is null': set('eventCorpId', null),
	'topic is missing': set('topic', undefined),
	'topic is an object': set('topic', UNCONVERTIBLE),
};

/** Faults after which a frame has no id, or another one. */
const WITHOUT_ID: Record<string, (frame: Frame) => unknown> = {
	'headers are missing': ({ type, data }) => ({ type, data }),
	'headers are null': (frame) => ({ ...frame, headers: null }),
	'headers are a list': (frame) => ({ ...frame, headers: [1] }),
	'headers are a text': (frame) => ({ ...frame, headers: 'messageId' }),
	'messageId is missing': set('messageId', undefined),
	'messageId is empty': set('messageId', ''),
	'messageId is an object': set('messageId', UNCONVERTIBLE),
};

/** Types that no frame has; the id can be read. */
const TYPES: unknown[] = [undefined, null, 1, 'NEWS', '', ['EVENT'], UNCONVERTIBLE, { type: 'EVENT' }];

/** What is no frame at all. */
const NONSENSE: Record<string, string> = {
	'an empty text': '',
	'half an object': '{"type":"EVENT","headers":{"messageId":"half"',
	'JSON null': 'null',
	'a JSON number': '1',
	'a JSON text': '"EVENT"',
	'a JSON list': '[{"type":"EVENT"}]',
	'a million brackets': '['.repeat(1_000_000),
	'a million objects': '{"a":'.repeat(1_000_000),
};

function frameOf(kind: Kind, messageId: string): Frame {
	const { type, topic, data } = KINDS[kind];
	const headers = { messageId, topic, contentType: 'application/json', time: '1700000000000' };
	const own = { eventType: 'check_in', eventId: messageId, eventCorpId: 'c', eventBornTime: '1700000000000' };
	return { type, headers: kind === 'event' ? { ...headers, ...own } : headers, data: JSON.stringify(data) };
}

export function malformedFrames(): Malformed[] {
	let count = 0;
	const kinds = Object.keys(KINDS) as Kind[];
	const made = (name: string, kind: Kind, fault: (frame: Frame) => unknown, answered: boolean): Malformed => {
		const messageId = `f${++count}`;
		const wire = JSON.stringify(fault(frameOf(kind, messageId)));
		return { name: `${kind}: ${name}`, wire, ...(answered && { messageId }) };
	};
	const faulty = kinds.flatMap((kind) =>
		// A system frame other than the ping wants no answer.
		Object.entries(FAULTS).map(([name, fault]) =>
			made(name, kind, fault, kind !== 'system' && !(kind === 'ping' && name.startsWith('topic'))),
		),
	);
	const nameless = kinds
		.filter((kind) => kind !== 'ping')
		.flatMap((kind) => Object.entries(WITHOUT_ID).map(([name, fault]) => made(name, kind, fault, false)));
	const untyped = TYPES.map((type) =>
		made(`type ${JSON.stringify(type)}`, 'event', (frame) => ({ ...frame, type }), true),
	);
	const large = made('is too large', 'event', withData('x'.repeat(4 * 1024 * 1024)), true);
	return [
		...faulty,
		...nameless,
		...untyped,
		large,
		...Object.entries(NONSENSE).map(([name, wire]) => ({ name, wire })),
	];
}
