import type { IncomingCall } from '../../../../nodes/protocol/callback/request';
import { aesKey, appSecret, dingTalk, owner } from '../../protocol/callback/calls';
import { webhookTrigger } from '../contexts';

/** Of the length that an activation wants. */
const token = 'genuineT0ken';

/*
 * Calls that are signed as they should be, and hold what no event, message or card should: nothing
 * throws, each gets an answer, and a good call afterwards starts the workflow.
 */
const sender = dingTalk({ token, aesKey, owner, appSecret, cardSecret: token }, Date.now);
const credential = { clientId: owner, clientSecret: appSecret, callbackToken: token, callbackAesKey: aesKey };
const parameters = {
	receive: ['events', 'robotMessages', 'cardCallbacks'],
	events: ['*'],
	filters: { departmentIds: '1', processCodes: 'p', text: 'h', senders: 'u', actionIds: 'a' },
};

const UNCONVERTIBLE = '{"toString":1,"valueOf":1}';
const nested = (levels: number) => '['.repeat(levels) + ']'.repeat(levels);

/** Values as JSON that a member may have. */
const VALUES = [
	'null',
	'[[[]]]',
	'9e99',
	'-1',
	'true',
	'"\\ud800"',
	'{}',
	UNCONVERTIBLE,
	'{"__proto__":{"toString":1}}',
	nested(400),
	nested(100_000),
	`"${'x'.repeat(200_000)}"`,
];

const PUSHES = [
	(value: string) =>
		`{"EventType":"check_in","EventTime":${value},"CorpId":${value},"eventId":${value},"deptId":${value}}`,
	(value: string) => `{"EventType":${value},"eventId":"e"}`,
	(value: string) =>
		`{"EventType":"check_in","processCode":${value},"UserId":${value},"TimeStamp":${value},"corpId":${value}}`,
	(value: string) => `{"EventType":"SYNC_HTTP_PUSH_HIGH","bizData":${value}}`,
	(value: string) =>
		`{"EventType":"SYNC_HTTP_PUSH_HIGH","bizData":[${value},{"biz_data":${value},"biz_type":${value},"corp_id":${value}}]}`,
	(value: string) =>
		`{"EventType":"SYNC_HTTP_PUSH_MEDIUM","bizData":[{"biz_data":${JSON.stringify(value)},"gmt_modified":${value}}]}`,
];
const MESSAGES = [
	(value: string) => `{"msgId":"m","msgtype":${value},"text":${value},"content":${value},"createAt":${value}}`,
	(value: string) =>
		`{"msgId":"m","msgtype":"richText","content":{"richText":[${value},{"text":${value},"type":"picture"}]}}`,
	(value: string) =>
		`{"msgId":"m","msgtype":"text","text":{"content":${value},"repliedMsg":${value},"isReplyMsg":true},"atUsers":${value}}`,
	(value: string) => `{"msgId":${value},"msgtype":"file","content":${value}}`,
];
const CLICKS = [
	(value: string) => `{"outTrackId":"o","userId":${value},"corpId":${value},"content":${value}}`,
	(value: string) => `{"outTrackId":"o","content":${JSON.stringify(value)},"value":${value}}`,
	(value: string) => `{"outTrackId":"o","content":"{\\"cardPrivateData\\":${value.replace(/"/g, '\\"')}}"}`,
	(value: string) => `{"outTrackId":${value}}`,
];

/** A call with this body in place of its own; only the encrypted ones are signed over it. */
const withBody = (call: IncomingCall, body: string): IncomingCall => ({ ...call, body });

const all = VALUES.flatMap((value) => [
	...PUSHES.map((write) => ({ call: sender.push({ message: write(value) }), body: write(value), card: false })),
	...MESSAGES.map((write) => ({ call: withBody(sender.robot({}), write(value)), body: write(value), card: false })),
	...CLICKS.map((write) => ({ call: withBody(sender.card({}), write(value)), body: write(value), card: true })),
]);

test(`${all.length} calls that are rightly signed and malformed: each is answered, none throws`, async () => {
	const trigger = await webhookTrigger(parameters, credential, 'malformedCalls');
	const post = async ({ query, headers, body }: IncomingCall, url = trigger.url) =>
		await fetch(`${url}?${new URLSearchParams(query as Record<string, string>).toString()}`, {
			method: 'POST',
			headers: headers as Record<string, string>,
			body: Buffer.from(body),
		});
	const statuses = [];
	for (const { call, body, card } of all)
		statuses.push([(await post(call, card ? trigger.cardUrl : trigger.url)).status, body.slice(0, 120)]);
	expect(statuses.filter(([status]) => ![200, 401, 409, 413].includes(Number(status)))).toEqual([]);
	const before = trigger.started.length;
	await post(sender.push({ message: '{"EventType":"check_in","eventId":"good","deptId":[1]}', nonce: 'good' }));
	expect(trigger.started.slice(before)).toMatchObject([{ json: { eventId: 'good' } }]);
	await trigger.close();
});
