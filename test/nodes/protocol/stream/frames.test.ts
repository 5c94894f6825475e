import fc from 'fast-check';

import {
	answerText,
	callbackAnswer,
	eventAnswer,
	failureAnswer,
	parseFrame,
	pongText,
} from '../../../../nodes/protocol/stream/frames';
import { event, frame, ping } from './simulation';

test('a frame is read, its data twice parsed', () => {
	const headers = { eventId: 'e', eventType: 'check_in', eventBornTime: '1683533823336' };
	const sent = frame('EVENT', '*', { staffId: '钉' }, headers);
	expect(parseFrame(JSON.stringify(sent))).toEqual({
		ok: true,
		frame: {
			type: 'EVENT',
			topic: '*',
			messageId: sent.headers.messageId,
			headers: sent.headers,
			data: { staffId: '钉' },
			text: sent.data,
		},
	});
});

test('data that is no JSON stays a text, data that is no text is taken as it is', () => {
	const read = (data: unknown) => parseFrame(JSON.stringify({ ...frame('CALLBACK', '/t', {}), data }));
	expect(read('not JSON')).toMatchObject({ ok: true, frame: { data: 'not JSON' } });
	expect(read('null')).toMatchObject({ ok: true, frame: { data: null } });
	expect(read({ a: 1 })).toMatchObject({ ok: true, frame: { data: { a: 1 }, text: '{"a":1}' } });
	expect(read(undefined)).toMatchObject({ ok: true, frame: { data: '', text: '' } });
});

test('integers beyond 2^53 keep their digits, in the data, in its text and in data that is no text', () => {
	const [order, task] = ['176322897889314512', '1410277790296653824'];
	const text = `{"order":${order},"tasks":[${task}]}`;
	const sent = JSON.stringify({ ...frame('EVENT', '*', {}), data: text });
	expect(parseFrame(sent)).toMatchObject({ frame: { data: { order, tasks: [task] }, text } });
	expect(parseFrame(sent.replace(JSON.stringify(text), text))).toMatchObject({
		frame: { data: { order, tasks: [task] } },
	});
	const id = sent.replace(/"messageId":"[^"]*"/, `"messageId":${task}`);
	expect(parseFrame(id)).toMatchObject({ frame: { messageId: task } });
});

test('a binary frame is read like a text, bytes that are no UTF-8 are nonsense', () => {
	const bytes = (text: Buffer) => new Uint8Array(text).buffer;
	expect(parseFrame(bytes(Buffer.from(JSON.stringify(event('e')))))).toMatchObject({
		ok: true,
		frame: { headers: { eventId: 'e' } },
	});
	expect(parseFrame(bytes(Buffer.from([0xff, 0xfe, 0x00])))).toEqual({ ok: false, code: 400 });
});

test('a mark of the byte order before the frame is no part of it', () => {
	const marked = `\ufeff${JSON.stringify(event('e'))}`;
	expect(parseFrame(marked)).toMatchObject({ ok: true, frame: { headers: { eventId: 'e' } } });
});

test('header names are read whatever their capitals', () => {
	const headers = { MessageId: 'm', TOPIC: '*', eventtype: 'check_in', EventID: 'e', contentType: 'application/json' };
	expect(parseFrame(JSON.stringify({ type: 'EVENT', headers, data: '{}' }))).toMatchObject({
		ok: true,
		frame: {
			messageId: 'm',
			topic: '*',
			headers: { eventType: 'check_in', eventId: 'e', contentType: 'application/json' },
		},
	});
});

test('numbers among the headers become texts', () => {
	const sent = { type: 'EVENT', headers: { messageId: 7, time: 1, odd: {} }, data: '{}' };
	expect(parseFrame(JSON.stringify(sent))).toMatchObject({
		frame: { messageId: '7', headers: { messageId: '7', time: '1' } },
	});
});

test('what cannot be answered rightly is told from what cannot be answered', () => {
	expect(parseFrame('{')).toEqual({ ok: false, code: 400 });
	expect(parseFrame('{"type":"EVENT","data":"{}"}')).toEqual({ ok: false, code: 400 });
	expect(parseFrame('{"type":"NEWS","headers":{"messageId":"m"}}')).toEqual({ ok: false, code: 404, messageId: 'm' });
	expect(parseFrame(Buffer.from('{}'))).toEqual({ ok: false, code: 400 });
});

test('nothing that is received throws', () => {
	const almost = fc.record({ type: fc.anything(), headers: fc.anything(), data: fc.anything() });
	fc.assert(
		fc.property(
			fc.oneof(
				fc.anything(),
				fc.string(),
				fc.json(),
				almost.map((value) => JSON.stringify(value)),
			),
			(value) => typeof parseFrame(value).ok === 'boolean',
		),
		{ numRuns: 2_000, seed: 20260822 },
	);
});

test('answers hold the data as a text, under the id of the frame', () => {
	const read = (text: string) => JSON.parse(text);
	const headers = { contentType: 'application/json', messageId: 'm' };
	expect(read(answerText('m', eventAnswer('LATER')))).toEqual({
		code: 200,
		headers,
		message: 'OK',
		data: '{"status":"LATER"}',
	});
	expect(read(answerText('m', callbackAnswer())).data).toBe('{"response":{}}');
	expect(read(answerText('m', callbackAnswer({ cardData: {} }))).data).toBe('{"response":{"cardData":{}}}');
	expect(read(answerText('m', failureAnswer(404, 'none')))).toEqual({
		code: 404,
		headers,
		message: 'none',
		data: '{}',
	});
});

test('a ping comes back with the same data', () => {
	const sent = ping();
	const parsed = parseFrame(JSON.stringify(sent));
	if (!parsed.ok) throw new Error('unreadable');
	expect(JSON.parse(pongText(parsed.frame))).toEqual({
		code: 200,
		headers: sent.headers,
		message: 'OK',
		data: sent.data,
	});
});

test.each([
	['text', 'first', (wire: string) => wire],
	['text', 'last', (wire: string) => wire],
	['bytes', 'first', (wire: string) => new Uint8Array(Buffer.from(wire)).buffer],
	['bytes', 'last', (wire: string) => new Uint8Array(Buffer.from(wire)).buffer],
])('a frame of 10 MB as %s, its headers %s, is known by its id, never by one in its data', (_, place, received) => {
	const { headers, data, ...rest } = frame('EVENT', '*', {
		messageId: 'not this',
		text: 'x'.repeat(10_000_000),
		id: { messageId: 'nor this' },
	});
	const wire = JSON.stringify(place === 'first' ? { ...rest, headers, data } : { ...rest, data, headers });
	expect(parseFrame(received(wire))).toEqual({ ok: false, code: 400, messageId: headers.messageId });
});
