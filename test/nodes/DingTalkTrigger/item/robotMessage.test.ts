import type { IDataObject } from 'n8n-workflow';

import { fromRobotMessage, withheldBecause } from '../../../../nodes/DingTalkTrigger/item/robotMessage';

/*
 * Messages in the shapes that were recorded in the field; names, ids and words are made up.
 */
const NOW = 1_700_000_000_000;
const ROBOT = '$:LWCP_v1:$robot';
const PERSON = { dingtalkId: '$:LWCP_v1:$person', staffId: 'u2', unionId: 'n2' };

const base = {
	conversationId: 'cidA==',
	chatbotCorpId: 'dingcorp1',
	chatbotUserId: ROBOT,
	msgId: 'msgA==',
	senderNick: '小林',
	senderStaffId: 'u1',
	senderUnionId: 'n1',
	senderId: '$:LWCP_v1:$sender',
	createAt: NOW,
	robotCode: 'dingrobot1',
	sessionWebhook: 'https://oapi.dingtalk.com/robot/sendBySession?session=s',
};
const single = { ...base, conversationType: '1' };
const group = { ...base, conversationType: '2', isInAtList: true, atUsers: [{ dingtalkId: ROBOT }] };
const read = (message: object) => fromRobotMessage(message as IDataObject, NOW).item;

const rich = (...parts: object[]) => ({ msgtype: 'richText', content: { richText: parts } });
const text = (content: string) => ({ msgtype: 'text', text: { content } });

test.each<[string, object, string]>([
	['text, mentions taken out by DingTalk', { ...group, ...text('  查一下“合同”') }, '查一下“合同”'],
	['unknown type', { ...single, msgtype: 'unknownMsgType' }, '[unknownMsgType]'],
	[
		'unknown type with words',
		{ ...single, msgtype: 'unknownMsgType', content: { unknownMsgType: '请升级' } },
		'请升级',
	],
	['markdown', { ...group, msgtype: 'markdown', content: { title: '标题', text: '**正文** hi' } }, '**正文** hi'],
	['audio', { ...single, msgtype: 'audio', content: { downloadCode: 'd', recognition: '你好' } }, '你好'],
	['picture', { ...single, msgtype: 'picture', content: { downloadCode: 'd' } }, ''],
	[
		'chat record',
		{
			...single,
			msgtype: 'chatRecord',
			content: {
				chatRecord: JSON.stringify([
					{ msgType: 'picture', downloadCode: 'p' },
					{ msgType: 'unknownMsgType' },
					{ msgType: 'text', content: '明天见' },
				]),
			},
		},
		'[picture]\n[unknownMsgType]\n明天见',
	],
	[
		'rich text, picture first',
		{ ...single, ...rich({ type: 'picture', downloadCode: 'p' }, { text: '\n' }, { text: '看图' }) },
		'看图',
	],
	[
		'card',
		{
			...group,
			msgtype: 'interactiveCard',
			content: {
				cardContent: [
					{
						elementType: 'RICHTEXT',
						children: [
							{ elementType: 'TEXT', value: '@小白 报表' },
							{ elementType: 'TEXT', value: ' 第 1 页' },
						],
					},
					{ elementType: 'TEXT', value: '完' },
				],
			},
		},
		'报表 第 1 页\n完',
	],
	['a type of tomorrow', { ...single, msgtype: 'hologram', content: { title: 'T', text: 'words' } }, 'words'],
])('%s has a readable text', (_, message, expected) => {
	expect(read(message).text).toBe(expected);
});

describe('only the mention of the robot is taken out of group messages', () => {
	const both = [PERSON, { dingtalkId: ROBOT }];
	test.each<[string, object, string]>([
		['part by part', rich({ text: '@小白' }, { text: '查询 考勤' }), '查询 考勤'],
		['in the middle of parts', rich({ text: '请 ' }, { text: '@小白' }, { text: ' 查询' }), '请  查询'],
		[
			'person first',
			{ ...rich({ text: '@小林' }, { text: ' ' }, { text: '@小白' }, { text: ' 查询' }), atUsers: both },
			'@小林  查询',
		],
		[
			'robot first',
			{ ...rich({ text: '@小白' }, { text: '@小林' }, { text: ' 查询' }), atUsers: [...both].reverse() },
			'@小林 查询',
		],
		['robot already gone', { ...text('@小林 查询'), atUsers: both }, '@小林 查询'],
		['in a text', text('@机器人 查询 @张三 的考勤'), '查询 @张三 的考勤'],
		['both in a text', { ...text('  @bot\u00a0@小林  hi '), atUsers: [...both].reverse() }, '@小林  hi'],
		['without a list', { ...text('@机器人 hi'), atUsers: undefined }, 'hi'],
		['nothing else', text('@机器人'), ''],
		['an address', text('me@example.com'), 'me@example.com'],
	])('%s', (_, message, expected) => {
		expect(read({ ...group, ...message }).text).toBe(expected);
	});

	test('in a single chat an @ is what the person wrote', () => {
		expect(read({ ...single, ...text(' @not a mention ') }).text).toBe('@not a mention');
	});
});

describe('a quoted message', () => {
	const quoting = (repliedMsg?: object, more: object = {}) =>
		read({
			...group,
			...more,
			msgtype: 'text',
			text: { content: ' 这个呢', isReplyMsg: true, ...(repliedMsg && { repliedMsg }) },
		});
	const quoted = (msgType: string, content?: object) => ({
		createdAt: NOW,
		senderId: 's',
		msgId: 'q',
		msgType,
		...(content && { content }),
	});

	test.each<[string, object, string]>([
		[
			'chat record',
			quoted('chatRecord', { title: '群聊记录', summary: '小林:[图片]\n小王:好' }),
			'群聊记录\n小林:[图片]\n小王:好',
		],
		['card', quoted('interactiveCard'), '[interactiveCard]'],
		['text', quoted('text', { text: '上周的数' }), '上周的数'],
		['text, otherwise', quoted('text', { content: '上周的数' }), '上周的数'],
		['markdown', quoted('markdown', { text: '### 标题\n- 一' }), '### 标题\n- 一'],
		[
			'rich text',
			quoted('richText', {
				richText: [
					{ msgType: 'text', content: '看' },
					{ msgType: 'picture', downloadCode: 'p' },
				],
			}),
			'看',
		],
		['a file that it does not show', quoted('unknownMsgType'), '[unknownMsgType]'],
	])('%s: its text has a field of its own', (_, repliedMsg, expected) => {
		expect(quoting(repliedMsg)).toMatchObject({
			text: '这个呢',
			quotedMessage: { messageId: 'q', text: expected, senderId: 's', createdAt: new Date(NOW).toISOString() },
		});
	});

	test('its files are among the attachments', () => {
		const picture = quoted('picture', { downloadCode: 'p' });
		const richText = quoted('richText', { richText: [{ msgType: 'picture', downloadCode: 'r' }] });
		const file = quoted('file', { downloadCode: 'f', fileName: '表.xlsx' });
		expect([picture, richText, file].map((repliedMsg) => quoting(repliedMsg).attachments)).toEqual([
			[{ type: 'picture', downloadCode: 'p', quoted: true }],
			[{ type: 'picture', downloadCode: 'r', quoted: true }],
			[{ type: 'file', downloadCode: 'f', fileName: '表.xlsx', quoted: true }],
		]);
	});

	test('of which only the id is given; no quote at all', () => {
		expect(quoting(undefined, { originalMsgId: 'q' }).quotedMessage).toMatchObject({ messageId: 'q', text: '' });
		expect(read({ ...group, ...text(' hi') })).not.toHaveProperty('quotedMessage');
	});
});

test('what is not text becomes attachments', () => {
	const file = { downloadCode: 'd', fileName: 'a(1).pdf', spaceId: '24', fileId: '18' };
	expect(read({ ...single, msgtype: 'file', content: file })).toMatchObject({
		text: '',
		attachments: [{ type: 'file', ...file }],
	});
	const video = { duration: 9, downloadCode: 'd', videoType: 'mp4' };
	expect(read({ ...single, msgtype: 'video', content: video }).attachments).toEqual([{ type: 'video', ...video }]);
	// The other code of a picture fails at the download.
	const picture = { pictureDownloadCode: 'other', downloadCode: 'd', type: 'picture' };
	expect(read({ ...single, ...rich(picture) }).attachments).toEqual([{ type: 'picture', downloadCode: 'd' }]);
	const chatRecord = [{ msgType: 'picture', downloadCode: 'c' }];
	expect(read({ ...single, msgtype: 'chatRecord', content: { chatRecord } }).attachments).toEqual([
		{ type: 'picture', downloadCode: 'c' },
	]);
});

test.each([
	[{}, 'u1'],
	[{ senderStaffId: undefined }, 'n1'],
	[{ senderStaffId: '', senderUnionId: undefined }, base.senderId],
])('a sender always has an id (%j)', (change, id) => {
	expect(read({ ...group, ...change, ...text('hi') }).sender).toMatchObject({
		id,
		senderId: base.senderId,
		name: '小林',
	});
});

test('a message that DingTalk has kept to itself is told from an empty one', () => {
	const reason = (more: object) => withheldBecause({ ...group, msgtype: 'text', ...more } as IDataObject);
	expect(reason({ errCode: 20001, errMsg: 'quota' })).toBe('errCode 20001: quota');
	expect(reason({ errCode: '20001' })).toBe('errCode 20001');
	expect([reason({}), reason({ errCode: 0 }), reason({ errCode: 20001, text: { content: '' } })]).toEqual([
		undefined,
		undefined,
		undefined,
	]);
});
