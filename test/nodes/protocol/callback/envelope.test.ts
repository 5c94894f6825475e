import { createHash } from 'node:crypto';

import { readCallback } from '../../../../nodes/protocol/callback/envelope';
import type { CallbackConfig } from '../../../../nodes/protocol/callback/received';
import { createReplayMemory } from '../../../../nodes/protocol/callback/replay';
import type { IncomingCall } from '../../../../nodes/protocol/callback/request';
import { NOW, aesKey, appSecret, card, cardSecret, owner, push, robot, token } from './calls';

const config: CallbackConfig = {
	keys: { token, aesKey, owners: [owner, 'dingcorp1'] },
	appSecret,
	cardSecrets: ['', cardSecret],
	corpId: 'dingcorp1',
};
const HOUR = 3_600_000;

const reader = (changes: Partial<CallbackConfig> = {}, now = NOW) => {
	const memory = createReplayMemory(2 * HOUR);
	return (call: IncomingCall) => readCallback(call, { ...config, ...changes }, { now: () => now, memory });
};
const read = (call: IncomingCall, changes?: Partial<CallbackConfig>) => reader(changes)(call);
const refused = (status: number) => expect.objectContaining({ kind: 'refused', status });

// Shape of https://open.dingtalk.com/document/development/event-bpms-task-change over HTTP.
const event = {
	EventType: 'bpms_task_change',
	EventTime: 1663143335567,
	CorpId: 'dingcorp1',
	BizId: '1663**35567',
	eventId: 'c7c7120f2c07419',
	result: 'agree',
	taskId: 811165,
};

describe('event pushes', () => {
	test('an event comes out with its id, time, organisation and own fields', () => {
		expect(read(push({ message: JSON.stringify(event) }))).toMatchObject({
			kind: 'events',
			events: [
				{
					eventType: 'bpms_task_change',
					eventId: 'c7c7120f2c07419',
					corpId: 'dingcorp1',
					occurredAt: 1663143335567,
					data: { result: 'agree', taskId: 811165 },
				},
			],
		});
	});

	test('integers beyond 2^53 keep their digits, the id of the event too', () => {
		const [order, task] = ['176322897889314512', '1410277790296653824'];
		const message = JSON.stringify({ ...event, taskId: 0 })
			.replace('"taskId":0', `"taskId":${task},"order":[${order}]`)
			.replace(`"${event.eventId}"`, task);
		const expected = { eventId: task, data: { taskId: task, order: [order] } };
		expect(read(push({ message }))).toMatchObject({ events: [expected] });
	});

	test('both names of the signature parameter, seconds and both owners are taken', () => {
		const message = JSON.stringify(event);
		expect(read(push({ message, parameter: 'msg_signature' })).kind).toBe('events');
		expect(read(push({ message, at: NOW / 1000 })).kind).toBe('events');
		expect(read(push({ message, to: 'dingcorp1' })).kind).toBe('events');
	});

	test('an older event counts in seconds and is known by its text', () => {
		const message = JSON.stringify({ EventType: 'user_add_org', TimeStamp: '1614767836', CorpId: '', UserId: ['u'] });
		const first = read(push({ message }));
		const second = read(push({ message, nonce: 'another' }));
		expect(first).toMatchObject({ events: [{ occurredAt: 1614767836000, data: { UserId: ['u'] } }] });
		expect(first.kind === 'events' && first.events[0].eventId).toMatch(/^[0-9a-f]{32}$/);
		expect(second).toMatchObject({ events: first.kind === 'events' ? first.events : [] });
	});

	test('a SyncHTTP push is as many events as it has rows', () => {
		const row = { id: 1, corp_id: 'dingcorp1', biz_type: 318, biz_id: 'b', gmt_modified: NOW };
		const message = JSON.stringify({
			EventType: 'SYNC_HTTP_PUSH_MEDIUM',
			bizData: [
				{ ...row, biz_data: '{"syncAction":"check_in","eventId":"e1","staffId":"s"}' },
				{ ...row, id: 2, biz_data: { eventId: 'e2' } },
			],
		});
		expect(read(push({ message }))).toMatchObject({
			events: [
				{ eventType: 'check_in', eventId: 'e1', corpId: 'dingcorp1', data: { staffId: 's' } },
				{ eventType: 'biz_type_318', eventId: 'e2' },
			],
		});
	});

	test('of a SyncHTTP push with rows of several organisations ours are taken', () => {
		const synced = (...organisations: string[]) => {
			const bizData = organisations.map((corp_id, id) => ({
				id,
				corp_id,
				biz_type: 318,
				biz_data: `{"eventId":"e${id}"}`,
			}));
			return read(push({ message: JSON.stringify({ EventType: 'SYNC_HTTP_PUSH_HIGH', bizData }) }), { corpId: 'ours' });
		};
		expect(synced('theirs', 'ours')).toMatchObject({ kind: 'events', events: [{ eventId: 'e1', corpId: 'ours' }] });
		expect(synced('theirs', 'others')).toEqual(refused(403));
	});

	test.each(['check_url', 'check_create_suite_url', 'check_update_suite_url'])(
		'%s is answered and is no event',
		(EventType) => {
			const received = read(push({ message: JSON.stringify({ EventType }) }));
			expect(received.kind).toBe('check');
			if (received.kind !== 'check') return;
			const { timeStamp, nonce, encrypt, msg_signature } = received.answer;
			expect(timeStamp).toBe(String(NOW));
			const signed = [token, timeStamp, nonce, encrypt].sort().join('');
			expect(msg_signature).toBe(createHash('sha1').update(signed).digest('hex'));
		},
	);

	test('forged, foreign, stale, repeated and malformed pushes are refused', () => {
		const good = push({ message: JSON.stringify(event) });
		const without = (name: string): IncomingCall => ({ ...good, query: { ...good.query, [name]: undefined } });
		const body = (text: string): IncomingCall => ({ ...good, body: text });

		for (const name of ['signature', 'timestamp', 'nonce']) expect(read(without(name))).toEqual(refused(401));
		expect(read({ ...good, query: { ...good.query, signature: '0'.repeat(40) } })).toEqual(refused(401));
		expect(read({ ...good, query: { ...good.query, nonce: ['n0nce', 'n0nce'] } })).toEqual(refused(401));
		expect(read(good, { keys: { token: 'other', aesKey, owners: [owner] } })).toEqual(refused(401));
		expect(read(good, { keys: undefined })).toEqual(refused(403));
		expect(read(good, { keys: { token: '', aesKey, owners: [owner] } })).toEqual(refused(403));
		expect(read(push({ message: JSON.stringify(event), to: 'other app' }))).toEqual(refused(403));
		for (const CorpId of ['other', 7, ['dingcorp1'], { dingcorp1: true }, false])
			expect(read(push({ message: JSON.stringify({ ...event, CorpId }) }))).toEqual(refused(403));
		expect(reader({}, NOW + HOUR + 1)(good)).toEqual(refused(401));
		expect(reader({}, NOW - HOUR - 1)(good)).toEqual(refused(401));
		expect(read(good, { keys: { token, aesKey: `${'A'.repeat(42)}E`, owners: [owner] } })).toEqual(refused(400));
		for (const message of ['', '[]', 'null', '{"a":1}', '{']) {
			expect(read(push({ message }))).toEqual(refused(400));
		}
		for (const text of ['', '[]', 'null', '{', '"x"', '\0']) expect(read(body(text))).toEqual(refused(400));
		expect(read(body('{"encrypt":1}'))).toEqual(refused(401));
		expect(read(body(JSON.stringify({ encrypt: 'A'.repeat(1024 * 1024) })))).toEqual(refused(413));
	});

	test('the same push is taken once, and again when it could not be handed over', () => {
		const memory = createReplayMemory(2 * HOUR);
		const ports = { now: () => NOW, memory };
		const call = push({ message: JSON.stringify(event) });
		const first = readCallback(call, config, ports);
		expect(readCallback(call, config, ports)).toEqual(refused(409));
		if (first.kind === 'events') memory.forget(first.replayKey);
		expect(readCallback(call, config, ports).kind).toBe('events');
	});
});

describe('robot messages and card callbacks', () => {
	const message = { msgId: 'msg1', msgtype: 'text', chatbotCorpId: 'dingcorp1', text: { content: 'hi' } };
	const click = { type: 'actionCallback', outTrackId: 't', corpId: 'dingcorp1', userId: 'u', content: '{}' };

	test('a signed one comes out as it is', () => {
		expect(read(robot(message))).toMatchObject({ kind: 'robot', message });
		expect(read(card(click))).toMatchObject({ kind: 'card', callback: click });
	});

	test('in another charset, which its header names, it is read in that', () => {
		const call = robot(message);
		const body = Buffer.from(
			JSON.stringify({ ...message, text: { content: '#' } }).replace('#', '\xc4\xe3\xba\xc3'),
			'latin1',
		);
		const headers = { ...call.headers, 'content-type': 'application/json; charset=GBK' };
		expect(read({ ...call, headers, body })).toMatchObject({ message: { text: { content: '你好' } } });
	});

	test('a body that looks like one of our own refusals is still a message', () => {
		expect(read(robot({ ...message, kind: 'refused', status: 200 })).kind).toBe('robot');
	});

	test('unsigned, forged, foreign, stale and repeated ones are refused', () => {
		const unsigned = { query: {}, headers: {}, body: JSON.stringify(message) };
		expect(read(unsigned)).toEqual(refused(401));
		expect(read(robot(message, NOW, 'wrong'))).toEqual(refused(401));
		expect(read(robot(message), { appSecret: '' })).toEqual(refused(403));
		expect(read(robot(message, NOW - HOUR - 1))).toEqual(refused(401));
		expect(read(robot(message, NOW - HOUR)).kind).toBe('robot');
		expect(read(robot({ ...message, chatbotCorpId: 'other' }))).toEqual(refused(403));
		expect(read(robot({ msgtype: 'text' }))).toEqual(refused(400));

		expect(read(card(click, NOW, 'wrong'))).toEqual(refused(401));
		expect(read(card(click, NOW, ''))).toEqual(refused(401));
		expect(read(card(click), { cardSecrets: [] })).toEqual(refused(401));
		expect(read(card(click, NOW + HOUR + 1))).toEqual(refused(401));
		for (const corpId of ['other', 7, [], { dingcorp1: 1 }]) {
			expect(read(card({ ...click, corpId }))).toEqual(refused(403));
			expect(read(robot({ ...message, chatbotCorpId: corpId }))).toEqual(refused(403));
		}
		expect(read(card({ ...click, outTrackId: '' }))).toEqual(refused(400));

		for (const call of [robot(message), card(click)]) {
			const twice = reader();
			expect(twice(call).kind).not.toBe('refused');
			expect(twice(call)).toEqual(refused(409));
		}
	});

	test('without an organisation: taken where the secret is the app’s own, refused where several apps may share it', () => {
		const click2 = { ...click, corpId: undefined };
		const message2 = { ...message, chatbotCorpId: undefined };
		expect(read(robot(message2)).kind).toBe('robot');
		expect(read(card(click2))).toEqual(refused(403));
		expect(read(card(click2, NOW, appSecret), { cardSecrets: [cardSecret, appSecret] }).kind).toBe('card');
		expect(read(card(click2), { corpId: undefined }).kind).toBe('card');
	});

	test('two messages of one millisecond are two', () => {
		const both = reader();
		expect(both(robot(message)).kind).toBe('robot');
		expect(both(robot({ ...message, msgId: 'msg2' })).kind).toBe('robot');
	});
});

test('the replay memory keeps its bounds', () => {
	const memory = createReplayMemory(1000, 3);
	expect(['a', 'b', 'c', 'a'].map((key) => memory.take(key, 0))).toEqual([true, true, true, false]);
	expect(memory.take('d', 1)).toBe(true);
	expect(memory.take('d', 1001)).toBe(false);
	expect(memory.take('d', 1002)).toBe(true);
});
