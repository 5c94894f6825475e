import fc from 'fast-check';

import { fromCardCallback } from '../../../../nodes/DingTalkTrigger/item/cardCallback';
import { fromPushedEvent } from '../../../../nodes/DingTalkTrigger/item/event';
import { fromFrame } from '../../../../nodes/DingTalkTrigger/item/frame';
import { fromRobotMessage } from '../../../../nodes/DingTalkTrigger/item/robotMessage';
import { type Filters, passes } from '../../../../nodes/DingTalkTrigger/filters';
import { eventsOf } from '../../../../nodes/protocol/callback/event';
import { parseFrame } from '../../../../nodes/protocol/stream/frames';
import { frame } from '../../protocol/stream/simulation';

const NOW = 1_700_000_000_000;

/** The shape of the documented example, https://open.dingtalk.com/document/development/receive-message */
const message = {
	conversationId: 'cidjMOszAhS4Jg==',
	atUsers: [{ dingtalkId: '$:LWCP_v1:$v' }],
	chatbotCorpId: 'ding9f50',
	msgId: 'msg2p+w==',
	senderNick: '小钉',
	isAdmin: true,
	senderStaffId: '452523285939877041',
	sessionWebhookExpiredTime: 1695204671648,
	createAt: 1695199269062,
	senderCorpId: 'ding9f50',
	conversationType: '2',
	conversationTitle: '测试群',
	isInAtList: true,
	sessionWebhook: 'https://oapi.dingtalk.com/robot/sendBySession?session=c610',
	text: { content: ' 你好' },
	robotCode: 'ding1f',
	msgtype: 'text',
};

test('an event is the same item whether it came by Stream or HTTP', () => {
	// The two documented examples of a to-do event: other capitals, one nested and one flat.
	const data = { unionIdList: ['QWR'], bizTag: 'certify_todo', taskId: 'task98' };
	const headers = {
		eventId: 'c7c7',
		eventType: 'todo_task_create',
		eventCorpId: 'ding9f50',
		eventBornTime: '1683533823336',
	};
	const parsed = parseFrame(JSON.stringify(frame('EVENT', '*', data, headers)));
	const byStream = parsed.ok && fromFrame(parsed.frame, NOW);
	const [byHttp] = eventsOf(
		{
			EventType: 'todo_task_create',
			EventTime: 1683533823336,
			CorpId: 'ding9f50',
			BizId: '1',
			eventId: 'c7c7',
			bizTag: 'certify_todo',
			taskId: 'task98',
			UnionIdList: ['QWR'],
		},
		NOW,
	).map(fromPushedEvent);
	expect(byStream).toEqual({ ...byHttp, size: JSON.stringify(data).length });
	expect(byHttp).toEqual({
		kind: 'event',
		key: 'c7c7',
		times: [1683533823336],
		item: {
			eventType: 'todo_task_create',
			eventId: 'c7c7',
			corpId: 'ding9f50',
			occurredAt: '2023-05-08T08:17:03.336Z',
			data,
		},
	});
});

test('a robot message is readable', () => {
	const { kind, key, item } = fromRobotMessage(message, NOW);
	expect([kind, key]).toEqual(['robot', 'robot_message:msg2p+w==']);
	expect(item).toMatchObject({
		eventType: 'robot_message',
		eventId: 'msg2p+w==',
		corpId: 'ding9f50',
		occurredAt: '2023-09-20T08:41:09.062Z',
		text: '你好',
		sender: { name: '小钉', userId: '452523285939877041', isAdmin: true },
		conversation: { id: 'cidjMOszAhS4Jg==', title: '测试群', type: 'group' },
		sessionWebhookExpiresAt: '2023-09-20T10:11:11.648Z',
		attachments: [],
		data: message,
	});
});

test("a card callback's content is parsed", () => {
	const content = '{"cardPrivateData":{"actionIds":["1"],"params":{"action":"accept"}}}';
	const { kind, item } = fromCardCallback(
		{ type: 'actionCallback', outTrackId: 't', corpId: 'c', userId: 'u', content },
		'm1',
		NOW,
	);
	expect(kind).toBe('card');
	expect(item).toMatchObject({
		eventType: 'card_callback',
		eventId: 'm1',
		outTrackId: 't',
		userId: 'u',
		actionIds: ['1'],
		params: { action: 'accept' },
	});
	expect(fromCardCallback({ content: 'not JSON' }, 'm2', NOW).item).toMatchObject({ actionIds: [], params: {} });
});

/** What comes of a frame as a gateway sends it. */
const read = (sent: object) => {
	const parsed = parseFrame(JSON.stringify(sent));
	return parsed.ok ? fromFrame(parsed.frame, NOW) : undefined;
};

test.each<Record<string, string>>([{}, { eventId: '' }])(
	'events without an id (%j) are told by what they say, not by their frames',
	(noId) => {
		const keyOf = (data: object, born: string) =>
			read(frame('EVENT', '*', data, { eventType: 'check_in', eventBornTime: born, ...noId }))?.key;
		const key = keyOf({ staffId: 's' }, '1700000000001');
		expect(key).toMatch(/^[0-9a-f]{32}$/);
		expect(keyOf({ staffId: 's' }, '1700000000001')).toBe(key);
		expect(
			new Set([key, keyOf({ staffId: 't' }, '1700000000001'), keyOf({ staffId: 's' }, '1700000000002')]).size,
		).toBe(3);
		// Without a time two events may well say the same: the frames tell them apart.
		const bare = frame('EVENT', '*', {}, { eventType: 'check_in', ...noId });
		expect(read(bare)?.key).toBe(bare.headers.messageId);
	},
);

test('two messages without an id are two', () => {
	const [one, two] = [1, 2].map(() => read(frame('CALLBACK', '/v1.0/im/bot/messages/get', { errCode: 20001 }))?.key);
	expect([one === two, one?.startsWith('robot_message:m')]).toEqual([false, true]);
});

test('whatever a frame holds, reading and filtering it throws nothing', () => {
	const field = fc.constantFrom(
		'msgId',
		'content',
		'text',
		'richText',
		'createAt',
		'conversationType',
		'cardPrivateData',
		'actionIds',
		'deptId',
		'processCode',
		'userId',
		'sessionWebhookExpiredTime',
		'msgtype',
		'x',
	);
	const data = fc.oneof(
		fc.jsonValue(),
		fc.dictionary(field, fc.jsonValue()),
		fc.dictionary(field, fc.dictionary(field, fc.jsonValue())),
	);
	const headers = fc.dictionary(
		fc.constantFrom('messageId', 'topic', 'eventId', 'eventType', 'eventBornTime'),
		fc.oneof(fc.jsonValue(), fc.constantFrom('/v1.0/im/bot/messages/get', '/v1.0/card/instances/callback', '*')),
	);
	const wanted: Filters = {
		events: true,
		robotMessages: true,
		cardCallbacks: true,
		processCodes: ['p'],
		departmentIds: ['1'],
		conversationIds: ['c'],
		senders: ['u'],
		onlyMentions: true,
		text: /x/iu,
		actionIds: ['a'],
		outTrackIds: ['o'],
	};
	fc.assert(
		fc.property(fc.constantFrom('EVENT', 'CALLBACK'), headers, data, (type, given, payload) => {
			const incoming = read({ type, headers: { messageId: 'm', ...given }, data: JSON.stringify(payload) });
			return !incoming || (typeof passes(wanted, incoming) === 'boolean' && JSON.stringify(incoming.item) !== '');
		}),
		{ numRuns: 3_000, seed: 20261122 },
	);
});

test.each([1e300, 8.64e15 + 1, -1, '9'.repeat(400), 'x', {}])(
	'an event of the impossible time %j happened now',
	(EventTime) => {
		const [incoming] = eventsOf({ EventType: 'check_in', EventTime, eventId: 'e' }, NOW).map(fromPushedEvent);
		expect(incoming.item.occurredAt).toBe(new Date(NOW).toISOString());
	},
);

test('a topic that nobody knows is no item', () => {
	const parsed = parseFrame(JSON.stringify(frame('CALLBACK', '/v1.0/nobody/knows', {})));
	expect(parsed.ok && fromFrame(parsed.frame, NOW)).toBeUndefined();
});
