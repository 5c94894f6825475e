import { startSandbox } from '../../sandbox';
import type { Json } from './client';
import { send, signedIn, useSandbox } from './client';

const sandbox = useSandbox();
const hello = { msgtype: 'text', text: { content: '你好' } };

/** Vectors of the signature: made with openssl, see the reference's crypto notes. */
const VECTORS = [
	['1700000000000', 'SECabcdef0123456789', 'dV0RXHUD72d0VKcnHrBhJ9jhSbDS3HUiduucxO%2Bizso%3D'],
	['1700000000000', 'this is secret', 'sSFWELbV2YwjdDQhWZwTcWlX5BWUx5J6TPpsZmuPii0%3D'],
];

describe('signature', () => {
	test.each(VECTORS)('at %s with %s', async (timestamp, secret, sign) => {
		const it = await startSandbox({ now: () => Number(timestamp) + 1000 });
		try {
			it.company.groupRobot.secret = secret;
			const post = async (query: string) => (await send('POST', `${it.robotWebhook}${query}`, hello)).body;
			expect(await post(`&timestamp=${timestamp}&sign=${sign}`)).toMatchObject({ errcode: 0, errmsg: 'ok' });
			const again = await post(`&timestamp=${timestamp}&sign=${encodeURIComponent(sign)}`);
			expect(again).toMatchObject({ errcode: 310000, errmsg: 'sign not match' });
			expect(await post(`&timestamp=1699990000000&sign=${sign}`)).toMatchObject({
				errcode: 310000,
				errmsg: 'invalid timestamp',
			});
			expect(await post('')).toMatchObject({ errcode: 310000 });
			expect(it.received.messages).toHaveLength(1);
		} finally {
			await it.close();
		}
	});

	test('a plus that is not encoded breaks it', async () => {
		const it = await startSandbox({ now: () => 1_700_000_000_000 });
		try {
			[, it.company.groupRobot.secret] = VECTORS[0];
			const { body } = await send(
				'POST',
				`${it.robotWebhook}&timestamp=1700000000000&sign=dV0RXHUD72d0VKcnHrBhJ9jhSbDS3HUiduucxO+izso=`,
				hello,
			);
			expect(body.errmsg).toBe('sign not match');
		} finally {
			await it.close();
		}
	});
});

const webhook = async (body: Json, robot: 'keywordRobot' | 'stoppedRobot' = 'keywordRobot') =>
	(await send('POST', `${sandbox.it.legacyUrl}/robot/send?access_token=${sandbox.it.company[robot].accessToken}`, body))
		.body;

test('the keyword has to be in the message', async () => {
	expect(await webhook(hello)).toMatchObject({ errcode: 310000, errmsg: 'keywords not in content' });
	expect(await webhook({ msgtype: 'text', text: { content: '通知：开会' } })).toMatchObject({ errcode: 0 });
});

test('a robot that is unknown or stopped', async () => {
	expect((await send('POST', `${sandbox.it.legacyUrl}/robot/send?access_token=none`, hello)).body.errcode).toBe(300005);
	expect(await webhook(hello, 'stoppedRobot')).toMatchObject({ errcode: 400102 });
});

const messages: Array<[string, Json, number]> = [
	['text', { msgtype: 'text', text: { content: '通知' } }, 0],
	['markdown', { msgtype: 'markdown', markdown: { title: '通知', text: '# hi' } }, 0],
	['link', { msgtype: 'link', link: { title: '通知', text: 't', messageUrl: 'https://a' } }, 0],
	[
		'action card, one button',
		{ msgtype: 'actionCard', actionCard: { title: '通知', text: 't', singleTitle: 'b', singleURL: 'https://a' } },
		0,
	],
	[
		'action card, two',
		{ msgtype: 'actionCard', actionCard: { title: '通知', text: 't', btns: [{ title: 'b', actionURL: 'https://a' }] } },
		0,
	],
	[
		'feed card',
		{ msgtype: 'feedCard', feedCard: { links: [{ title: '通知', messageURL: 'https://a', picURL: 'https://p' }] } },
		0,
	],
	['unknown type', { msgtype: 'file', text: { content: '通知' } }, 400105],
	['no content', { msgtype: 'markdown', markdown: { title: '通知' } }, 40035],
	['no button', { msgtype: 'actionCard', actionCard: { title: '通知', text: 't' } }, 40035],
];

test.each(messages)('group webhook message: %s', async (_name, body, errcode) => {
	expect(await webhook(body)).toMatchObject({ errcode });
	expect(sandbox.it.problems()).toEqual([]);
});

test('in markdown only an @ that stands in the text is one', async () => {
	await webhook({
		msgtype: 'markdown',
		markdown: { title: '通知', text: 'hi @13800000002' },
		at: { atMobiles: ['13800000002', '13800000003'], isAtAll: false },
	});
	expect(sandbox.it.received.messages[0].at_users).toEqual({ mobiles: ['13800000002'], userids: [], all: false });
});

test('the same msgUuid arrives once', async () => {
	for (let i = 0; i < 2; i += 1)
		expect(await webhook({ msgtype: 'text', text: { content: '通知' }, msgUuid: 'u1' })).toMatchObject({ errcode: 0 });
	expect(sandbox.it.received.messages).toHaveLength(1);
});

describe('app robot', () => {
	const people = '/v1.0/robot/oToMessages/batchSend';
	const group = '/v1.0/robot/groupMessages/send';
	const base = () => ({ robotCode: sandbox.it.company.robotCode, msgKey: 'sampleText', msgParam: '{"content":"hi"}' });

	test('to people: strangers are named', async () => {
		const { api } = await signedIn(sandbox.it);
		const { body } = await api('POST', people, { ...base(), userIds: ['lisi', 'nobody'] });
		expect(body).toMatchObject({
			processQueryKey: expect.any(String),
			invalidStaffIdList: ['nobody'],
			flowControlledStaffIdList: [],
		});
		expect(sandbox.it.received.messages).toMatchObject([
			{ to: 'person', userids: ['lisi'], type: 'sampleText', content: { content: 'hi' } },
		]);
	});

	test('to a group', async () => {
		const { api } = await signedIn(sandbox.it);
		const { openConversationId } = sandbox.it.company;
		expect((await api('POST', group, { ...base(), openConversationId })).status).toBe(200);
		expect((await api('POST', group, { ...base(), openConversationId: 'cidX' })).body.code).toBe(
			'invalid.openConversationId',
		);
		expect(sandbox.it.received.messages).toMatchObject([{ to: 'group', conversation: openConversationId }]);
	});

	const refused: Array<[string, Json, string]> = [
		['21 people', { userIds: Array.from({ length: 21 }, (_, i) => `u${i}`) }, 'invalidParameter.userIds.overMax'],
		['nobody', { userIds: [] }, 'invalidParameter.userIds.empty'],
		['another robot', { userIds: ['lisi'], robotCode: 'x' }, 'invalidParameter.robotCode.notExsit'],
		['an unknown template', { userIds: ['lisi'], msgKey: 'sampleSong' }, 'invalidParameter.msgKey.invalid'],
		['no JSON', { userIds: ['lisi'], msgParam: 'hi' }, 'invalidParameter.msgParam.invalid'],
		[
			'too long',
			{ userIds: ['lisi'], msgParam: JSON.stringify({ content: 'a'.repeat(15_000) }) },
			'invalidParameter.msgParam.tooLong',
		],
		['a field missing', { userIds: ['lisi'], msgKey: 'sampleMarkdown' }, 'invalidParameter.param.invalid'],
	];
	test.each(refused)('refused: %s', async (_name, fields, code) => {
		const { api } = await signedIn(sandbox.it);
		expect((await api('POST', people, { ...base(), ...fields })).body.code).toBe(code);
		expect(sandbox.it.received.messages).toEqual([]);
	});
});
