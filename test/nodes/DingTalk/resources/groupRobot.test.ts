import { send } from '../../../../nodes/DingTalk/resources/groupRobot/send';
import { startSandbox, type Sandbox } from '../../../../sandbox';
import { execute, outputs, sandboxCredentials } from '../../../support/engine';
import { wire } from '../../../support/wire';

const buttons = (...titles: string[]) => ({
	button: titles.map((title) => ({ title, url: `https://example.com/${title}` })),
});
const feed = { link: [{ title: 'One', messageUrl: 'https://example.com/1', pictureUrl: '@lALPpicture' }] };

describe('values in → request out', () => {
	test.each<[string, object, object]>([
		['text', { text: 'Hello' }, { msgtype: 'text', text: { content: 'Hello' } }],
		[
			'text to some',
			{ text: 'Hello', atMobiles: '13800000001，13800000002', atUserIds: ['lisi'] },
			{
				msgtype: 'text',
				text: { content: 'Hello' },
				at: { atUserIds: ['lisi'], atMobiles: ['13800000001', '13800000002'], isAtAll: false },
			},
		],
		[
			'text to all',
			{ text: 'Hello', atAll: true },
			{ msgtype: 'text', text: { content: 'Hello' }, at: { atUserIds: [], atMobiles: [], isAtAll: true } },
		],
		[
			'text with a key of one’s own',
			{ text: 'Hello', additionalFields: { msgUuid: 'order-1' } },
			{ msgtype: 'text', text: { content: 'Hello' }, msgUuid: 'order-1' },
		],
		[
			'markdown',
			{ messageType: 'markdown', title: 'News', markdown: '# News' },
			{ msgtype: 'markdown', markdown: { title: 'News', text: '# News' } },
		],
		[
			'markdown gets the @ that it lacks',
			{
				messageType: 'markdown',
				title: 'News',
				markdown: '# News\n@lisi: see',
				atUserIds: 'lisi,zhangsan',
				atMobiles: ['13800000001'],
			},
			{
				msgtype: 'markdown',
				markdown: { title: 'News', text: '# News\n@lisi: see\n\n@zhangsan @13800000001' },
				at: { atUserIds: ['lisi', 'zhangsan'], atMobiles: ['13800000001'], isAtAll: false },
			},
		],
		[
			'a longer ID is not the ID',
			{ messageType: 'markdown', title: 'T', markdown: '@lisi2 @lisi-3 @lisi.', atUserIds: 'lisi' },
			{
				msgtype: 'markdown',
				markdown: { title: 'T', text: '@lisi2 @lisi-3 @lisi.' },
				at: { atUserIds: ['lisi'], atMobiles: [], isAtAll: false },
			},
		],
		[
			'only a longer ID',
			{ messageType: 'markdown', title: 'T', markdown: '@lisi2', atUserIds: 'lisi' },
			{
				msgtype: 'markdown',
				markdown: { title: 'T', text: '@lisi2\n\n@lisi' },
				at: { atUserIds: ['lisi'], atMobiles: [], isAtAll: false },
			},
		],
		[
			'the @ in an address calls nobody',
			{ messageType: 'markdown', title: 'T', markdown: 'mail lisi@lisi.com', atUserIds: 'lisi' },
			{
				msgtype: 'markdown',
				markdown: { title: 'T', text: 'mail lisi@lisi.com\n\n@lisi' },
				at: { atUserIds: ['lisi'], atMobiles: [], isAtAll: false },
			},
		],
		[
			'mobile numbers as people write them',
			{ messageType: 'markdown', title: 'T', markdown: 'M', atMobiles: '+86 138-0000-0001, +852-51234567' },
			{
				msgtype: 'markdown',
				markdown: { title: 'T', text: 'M\n\n@13800000001 @+852-51234567' },
				at: { atUserIds: [], atMobiles: ['13800000001', '+852-51234567'], isAtAll: false },
			},
		],
		[
			'link',
			{
				messageType: 'link',
				title: 'News',
				summary: 'Read it',
				messageUrl: 'https://example.com',
				pictureUrl: '@lALP',
			},
			{ msgtype: 'link', link: { title: 'News', text: 'Read it', messageUrl: 'https://example.com', picUrl: '@lALP' } },
		],
		[
			'link without a picture; links call nobody',
			{ messageType: 'link', title: 'N', summary: 'R', messageUrl: 'https://example.com', atAll: true },
			{ msgtype: 'link', link: { title: 'N', text: 'R', messageUrl: 'https://example.com' } },
		],
		[
			'action card of one button',
			{ messageType: 'actionCard', title: 'T', markdown: 'M', buttons: buttons('Open') },
			{
				msgtype: 'actionCard',
				actionCard: {
					title: 'T',
					text: 'M',
					singleTitle: 'Open',
					singleURL: 'https://example.com/Open',
					btnOrientation: '0',
				},
			},
		],
		[
			'action card of several, side by side, with @',
			{
				messageType: 'actionCard',
				title: 'T',
				markdown: 'M',
				buttons: buttons('Yes', 'No'),
				buttonLayout: 'horizontal',
				atUserIds: 'lisi',
				additionalFields: { hideAvatar: true },
			},
			{
				msgtype: 'actionCard',
				actionCard: {
					title: 'T',
					text: 'M\n\n@lisi',
					btns: [
						{ title: 'Yes', actionURL: 'https://example.com/Yes' },
						{ title: 'No', actionURL: 'https://example.com/No' },
					],
					btnOrientation: '1',
					hideAvatar: '1',
				},
				at: { atUserIds: ['lisi'], atMobiles: [], isAtAll: false },
			},
		],
		[
			'feed card',
			{ messageType: 'feedCard', links: feed },
			{
				msgtype: 'feedCard',
				feedCard: { links: [{ title: 'One', messageURL: 'https://example.com/1', picURL: '@lALPpicture' }] },
			},
		],
		[
			'JSON as text',
			{ messageType: 'json', messageJson: '{"msgtype":"text","text":{"content":"x"}}' },
			{ msgtype: 'text', text: { content: 'x' } },
		],
		[
			'JSON as an object, from an expression',
			{ messageType: 'json', messageJson: { msgtype: 'text', text: { content: 'x' } } },
			{ msgtype: 'text', text: { content: 'x' } },
		],
	])('%s', async (_, parameters, body) => {
		expect(await wire(send, parameters)).toEqual({
			method: 'POST',
			host: 'oapi',
			path: '/robot/send',
			api: '/robot/send',
			query: {},
			headers: {},
			body,
		});
	});

	test.each<[string, object, string]>([
		['no text', { text: '' }, 'Text: is empty'],
		['no title', { messageType: 'markdown', markdown: 'M' }, 'Title: is empty'],
		['no button', { messageType: 'actionCard', title: 'T', markdown: 'M' }, 'Buttons: is empty'],
		[
			'a button without a URL',
			{ messageType: 'actionCard', title: 'T', markdown: 'M', buttons: { button: [{ title: 'A', url: '' }] } },
			'URL: is empty',
		],
		['no link', { messageType: 'feedCard' }, 'Links: is empty'],
		['malformed JSON', { messageType: 'json', messageJson: '{"msgtype":' }, 'Message (JSON): is not valid JSON'],
		['JSON that is no message', { messageType: 'json', messageJson: '[1]' }, 'Message (JSON): must be an object'],
		[
			'51 people',
			{ text: 'x', atUserIds: Array.from({ length: 51 }, (_, n) => `user${n}`) },
			'User IDs to Mention: has 51 entries',
		],
		['20,001 bytes in few characters', { text: '钉'.repeat(6700) }, 'Text: makes a message of'],
		[
			'a long markdown',
			{ messageType: 'markdown', title: 'T', markdown: 'x'.repeat(20_000) },
			'Markdown: makes a message of',
		],
	])('%s is refused, naming the field', async (_, parameters, sentence) => {
		await expect(wire(send, parameters)).rejects.toThrow(sentence);
	});
});

describe('in n8n, against the sandbox', () => {
	let sandbox: Sandbox;
	beforeAll(async () => {
		sandbox = await startSandbox({ limits: false });
	});
	afterAll(async () => await sandbox.close());
	afterEach(() => {
		expect(sandbox.problems()).toEqual([]);
		sandbox.received.messages.length = 0;
		sandbox.clearLog();
	});
	const run = (parameters: object) => ({
		credentials: sandboxCredentials(sandbox),
		parameters: { resource: 'groupRobot', operation: 'send', ...parameters },
	});

	test('every kind of message arrives, signed, and calls whom it should', async () => {
		const kinds = [
			{ text: 'Hello', atUserIds: 'lisi' },
			{ messageType: 'markdown', title: 'News', markdown: '# News', atMobiles: '13800000003', atUserIds: 'lisi' },
			{ messageType: 'link', title: 'News', summary: 'Read it', messageUrl: 'https://example.com' },
			{ messageType: 'actionCard', title: 'T', markdown: 'M', buttons: buttons('Open'), atAll: true },
			{ messageType: 'actionCard', title: 'T', markdown: 'M', buttons: buttons('Yes', 'No'), atUserIds: 'lisi' },
			{ messageType: 'feedCard', links: feed },
		];
		for (const kind of kinds) expect(await outputs(run(kind))).toEqual([{ success: true }]);
		expect(sandbox.received.messages.map(({ type }) => type)).toEqual([
			'text',
			'markdown',
			'link',
			'actionCard',
			'actionCard',
			'feedCard',
		]);
		expect(sandbox.received.messages.map(({ at_users }) => at_users)).toEqual([
			{ mobiles: [], userids: ['lisi'], all: false },
			{ mobiles: ['13800000003'], userids: ['lisi'], all: false },
			{ mobiles: [], userids: [], all: false },
			{ mobiles: [], userids: [], all: true },
			{ mobiles: [], userids: ['lisi'], all: false },
			{ mobiles: [], userids: [], all: false },
		]);
	});

	test('a call cut off after DingTalk acted is repeated, but the message arrives once', async () => {
		sandbox.fault({ kind: 'reset', after: true, match: '/robot/send' });
		expect(await outputs(run({ text: 'Once' }))).toEqual([{ success: true }]);
		expect(sandbox.log.filter(({ path }) => path === '/robot/send')).toHaveLength(2);
		expect(sandbox.received.messages).toHaveLength(1);
	});

	test('each item has a key of its own', async () => {
		await outputs({ ...run({ text: '={{ $json.text }}' }), items: [{ json: { text: 'a' } }, { json: { text: 'b' } }] });
		expect(sandbox.received.messages.map(({ content }) => content.content).sort()).toEqual(['a', 'b']);
	});

	test('bad input goes out nowhere', async () => {
		await expect(execute(run({ text: '' }))).rejects.toThrow('Text: is empty');
		expect(sandbox.log).toEqual([]);
	});
});
