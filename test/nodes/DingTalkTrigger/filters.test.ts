import type { IncomingKind } from '../../../nodes/DingTalkTrigger/item/incoming';
import { type Filters, passes } from '../../../nodes/DingTalkTrigger/filters';
import { topicsFor } from '../../../nodes/DingTalkTrigger/receive/topics';

const nothing: Filters = {
	events: false,
	robotMessages: false,
	cardCallbacks: false,
	processCodes: [],
	departmentIds: [],
	conversationIds: [],
	senders: [],
	onlyMentions: false,
	actionIds: [],
	outTrackIds: [],
};
const everything = { ...nothing, events: true, robotMessages: true, cardCallbacks: true };

const incoming = (kind: IncomingKind, data: object, more: object = {}) => ({
	kind,
	key: 'k',
	item: { eventType: 'e', eventId: 'k', corpId: 'c', occurredAt: '', data: data as Record<string, string>, ...more },
});

test.each([
	[{ events: true }, [{ type: 'EVENT', topic: '*' }]],
	[{ robotMessages: true }, [{ type: 'CALLBACK', topic: '/v1.0/im/bot/messages/get' }]],
	[{ cardCallbacks: true }, [{ type: 'CALLBACK', topic: '/v1.0/card/instances/callback' }]],
])('%j is subscribed as %j', (chosen, subscriptions) => {
	expect(topicsFor({ ...nothing, ...chosen })).toEqual(subscriptions);
});

test('only the chosen kinds are wanted', () => {
	for (const kind of ['event', 'robot', 'card'] as const) {
		expect(passes(everything, incoming(kind, {}))).toBe(true);
		expect(passes(nothing, incoming(kind, {}))).toBe(false);
	}
});

const approval = incoming('event', { processCode: 'P1' });
const contact = incoming('event', { deptId: [7, 8] });
const message = incoming(
	'robot',
	{ conversationId: 'c1', senderStaffId: 'u1', senderUnionId: 'n1', senderId: 's1', conversationType: '2' },
	{ text: 'Help me', mentionsRobot: true },
);
const click = incoming(
	'card',
	{},
	{ params: { cardTemplateId: 'c1' }, actionIds: ['a1', 'a2'], outTrackId: 't1', userId: 'u1' },
);

test.each([
	[approval, { eventTypes: new Set(['e']) }, { eventTypes: new Set(['f']) }],
	[approval, { processCodes: ['P0', 'P1'] }, { processCodes: ['P2'] }],
	[contact, { departmentIds: ['8'] }, { departmentIds: ['9'] }],
	[message, { conversationIds: ['c1'] }, { conversationIds: ['c2'] }],
	[message, { senders: ['u1'] }, { senders: ['u2'] }],
	[message, { senders: ['n1'] }, { senders: ['c1'] }],
	[message, { senders: ['s1'] }, { senders: ['s2'] }],
	[message, { text: /^help/iu }, { text: /^me/iu }],
	[click, { actionIds: ['a2'] }, { actionIds: ['a3'] }],
	[click, { outTrackIds: ['t1'] }, { outTrackIds: ['t2'] }],
	[click, { cardTemplateIds: ['c1'] }, { cardTemplateIds: ['c2'] }],
	[click, { senders: ['u1'] }, { senders: ['u2'] }],
])('a filter lets in what meets it (%#)', (event, inside, outside) => {
	expect(passes({ ...everything, ...inside }, event)).toBe(true);
	expect(passes({ ...everything, ...outside }, event)).toBe(false);
});

test('a filter leaves alone what has no such field', () => {
	expect(passes({ ...everything, processCodes: ['P9'], departmentIds: ['9'] }, incoming('event', { taskId: 1 }))).toBe(
		true,
	);
});

test('only mentions: in groups', () => {
	const wanted = { ...everything, onlyMentions: true };
	expect(passes(wanted, message)).toBe(true);
	expect(passes(wanted, incoming('robot', { conversationType: '2' }, { mentionsRobot: false }))).toBe(false);
	expect(passes(wanted, incoming('robot', { conversationType: '1' }, { mentionsRobot: false }))).toBe(true);
});
