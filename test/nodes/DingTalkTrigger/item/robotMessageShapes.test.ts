import type { IDataObject } from 'n8n-workflow';

import { fromRobotMessage } from '../../../../nodes/DingTalkTrigger/item/robotMessage';

/*
 * The same messages in other wrappings than the pages show: objects written as JSON text, members that are missing or null, other
 * names of a type. Nothing of what a person wrote is lost by its wrapping.
 */
const NOW = 1_700_000_000_000;
const read = (message: object) =>
	fromRobotMessage({ msgId: 'm', conversationType: '1', ...message } as IDataObject, NOW).item;

test.each<[string, object, string]>([
	['a text that is no object', { msgtype: 'text', text: '你好' }, '你好'],
	['a text as JSON', { msgtype: 'text', text: '{"content":"你好"}' }, '你好'],
	['a text under content', { msgtype: 'text', content: { content: '你好' } }, '你好'],
	['no text', { msgtype: 'text', text: null }, ''],
	['an empty text', { msgtype: 'text', text: { content: null } }, ''],
	['digits', { msgtype: 'text', text: { content: 12345 } }, '12345'],
	['joined emoji', { msgtype: 'text', text: { content: '👨‍👩‍👧 ok' } }, '👨‍👩‍👧 ok'],
	['rich text as JSON', { msgtype: 'richText', content: '{"richText":[{"text":"a"},{"text":"b"}]}' }, 'ab'],
	['rich text of nonsense', { msgtype: 'richText', content: { richText: [null, 's', 3, { text: 'x' }] } }, 'x'],
	['markdown under its own name', { msgtype: 'markdown', markdown: { title: 't', text: '# a' } }, '# a'],
	['a link', { msgtype: 'link', link: { title: 't', messageUrl: 'u' } }, 't'],
	[
		'a record as JSON within JSON',
		{ msgtype: 'chatRecord', content: '{"chatRecord":"[{\\"content\\":\\"a\\"}]"}' },
		'a',
	],
	['no type', { content: 5 }, ''],
])('text: %s', (_, message, expected) => {
	expect(read(message)).toMatchObject({ text: expected, attachments: [] });
});

const picture = { type: 'picture', downloadCode: 'd' };
test.each<[string, object, object[]]>([
	[
		'a file as JSON',
		{ msgtype: 'file', content: '{"downloadCode":"d","fileName":"a.pdf"}' },
		[{ type: 'file', downloadCode: 'd', fileName: 'a.pdf' }],
	],
	['image', { msgtype: 'image', content: { downloadCode: 'd' } }, [picture]],
	[
		'voice',
		{ msgtype: 'voice', content: { downloadCode: 'd', recognition: null } },
		[{ type: 'audio', downloadCode: 'd' }],
	],
	[
		'a part without a type',
		{ msgtype: 'richText', content: { richText: [{ downloadCode: 'd' }, { text: 'x' }] } },
		[picture],
	],
	['a part without a code', { msgtype: 'richText', content: { richText: [{ type: 'picture' }] } }, []],
	[
		'a quoted image',
		{ msgtype: 'text', text: { content: 'x', repliedMsg: { msgType: 'image', content: { downloadCode: 'd' } } } },
		[{ ...picture, quoted: true }],
	],
	[
		'a quoted file as JSON',
		{ msgtype: 'text', text: { content: 'x', repliedMsg: { msgType: 'picture', content: '{"downloadCode":"d"}' } } },
		[{ ...picture, quoted: true }],
	],
	['nothing', { msgtype: 'picture', content: null }, []],
])('attachments: %s', (_, message, expected) => {
	expect(read(message).attachments).toEqual(expected);
});

const quote = { msgType: 'text', msgId: 'q', content: { text: '原话' } };
test.each<[string, object]>([
	['as JSON', { msgtype: 'text', text: { content: 'x', repliedMsg: JSON.stringify(quote) } }],
	[
		'its content as JSON',
		{ msgtype: 'text', text: { content: 'x', repliedMsg: { ...quote, content: '{"text":"原话"}' } } },
	],
	['its content as text', { msgtype: 'text', text: { content: 'x', repliedMsg: { ...quote, content: '原话' } } }],
	['beside the text', { msgtype: 'text', text: { content: 'x' }, repliedMsg: quote }],
	['in a rich text', { msgtype: 'richText', content: { richText: [{ text: 'x' }], repliedMsg: quote } }],
])('a quote: %s', (_, message) => {
	expect(read(message)).toMatchObject({ text: 'x', quotedMessage: { messageId: 'q', text: '原话' } });
});

test('a quote of nothing is none, but is told where DingTalk calls it one', () => {
	expect(read({ msgtype: 'text', text: { content: 'x', repliedMsg: null } })).not.toHaveProperty('quotedMessage');
	expect(read({ msgtype: 'text', text: { content: 'x', isReplyMsg: true, repliedMsg: null } })).toHaveProperty(
		'quotedMessage',
	);
});

const group = { conversationType: 2, msgtype: 'text', chatbotUserId: 'r' };
test('a group told by a number; the mention of the only person named stays', () => {
	expect(read({ ...group, text: { content: '@小白 你好' }, atUsers: [{ dingtalkId: 'r' }] })).toMatchObject({
		text: '你好',
		conversation: { type: 'group' },
	});
	expect(read({ ...group, text: { content: '@张三 请看' }, atUsers: [{ dingtalkId: 'p', staffId: 'u1' }] }).text).toBe(
		'@张三 请看',
	);
});

test.each<[unknown, string]>([
	[1_700_000_000, '2023-11-14T22:13:20.000Z'],
	['1700000000000', '2023-11-14T22:13:20.000Z'],
	['2023-11-15T06:13:20+08:00', '2023-11-14T22:13:20.000Z'],
	['2023-11-15T06:13:20.000+0800', '2023-11-14T22:13:20.000Z'],
	['2023-11-14T22:13:20Z', '2023-11-14T22:13:20.000Z'],
	['2023-11-15 06:13:20', '2023-11-14T22:13:20.000Z'],
	['2023-13-45 06:13:20', '2023-11-14T22:13:20.000Z'],
	['yesterday', '2023-11-14T22:13:20.000Z'],
])('sent at %s', (createAt, expected) => {
	expect(read({ msgtype: 'text', text: { content: 'x' }, createAt }).occurredAt).toBe(expected);
});
