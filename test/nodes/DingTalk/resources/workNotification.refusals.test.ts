import { send } from '../../../../nodes/DingTalk/resources/workNotification/send';
import { wire } from '../../../support/wire';

const to = { people: 'manager7675', options: { agentId: '1185599675' } };
const button = (title: string, url: string) => ({ title, url });
const rows = (count: number) => ({
	row: Array.from({ length: count }, (_, index) => ({ key: `k${index}`, value: 'v' })),
});
const oa = { messageType: 'oa', messageUrl: 'https://a.cn', statusValue: '进行中' };
const card = { messageType: 'action_card', title: 'T', markdown: 'x' };

test.each<[string, object, string]>([
	['nobody', { people: '', content: 'x' }, 'People: is empty'],
	[
		'a department by name',
		{ people: '', departments: '研发部', content: 'x' },
		'Departments: "研发部" is not a number',
	],
	[
		'too many people',
		{ people: Array.from({ length: 5001 }, (_, n) => `u${n}`), content: 'x' },
		'People: has 5001 entries; DingTalk accepts at most 5000',
	],
	['no text', { content: '' }, 'Content: is empty'],
	[
		'683 Chinese characters',
		{ content: '长'.repeat(683) },
		'Content: makes a message of 2089 bytes; DingTalk accepts at most 2048',
	],
	[
		'an agent ID that is none',
		{ options: { agentId: 'dingabc' }, content: 'x' },
		'Agent ID: "dingabc" is not a number',
	],
	[
		'a minute of voice',
		{ messageType: 'voice', mediaSource: 'mediaId', mediaId: '@l', duration: 60 },
		'Duration: must be',
	],
	[
		'a status bar for six people',
		{ ...oa, people: 'a,b,c,d,e,f' },
		'People: has 6 entries; a message with a status bar goes to at most 5',
	],
	[
		'a status bar for a department',
		{ ...oa, departments: '101' },
		'Departments: cannot receive a message with a status bar',
	],
	['a status bar for everyone', { ...oa, toAllUser: true }, 'Send to Everyone: is on'],
	['seven rows', { ...oa, form: rows(7) }, 'Form: has 7 entries; DingTalk accepts at most 6'],
	['a colour that is none', { ...oa, headBgcolor: 'orange' }, 'Head Color: "orange" is not a color'],
	[
		'a status colour that is none',
		{ ...oa, statusBg: 'custom', customStatusBg: '0xFF' },
		'Custom Status Color: "0xFF" is not a color',
	],
	[
		'a head text of eleven characters',
		{ ...oa, headText: '一二三四五六七八九十一' },
		'Head Text: has 11 characters; DingTalk accepts at most 10',
	],
	['a card without buttons', { ...card, cardType: 'multiple' }, 'Button List: is empty'],
	[
		'a button title of 21 characters',
		{ ...card, singleTitle: 'x'.repeat(21), singleUrl: 'https://a.cn' },
		'Button Title: has 21 characters; DingTalk accepts at most 20',
	],
	[
		'a button of a list with too long a title',
		{ ...card, cardType: 'multiple', buttons: { button: [button('x'.repeat(21), 'https://a.cn')] } },
		'Title: has 21 characters',
	],
])('refused: %s', async (_, parameters, sentence) => {
	await expect(wire(send, { ...to, ...parameters })).rejects.toThrow(sentence);
});

test('a message of exactly 2,048 bytes goes out', async () => {
	const empty = Buffer.byteLength(JSON.stringify({ msgtype: 'text', text: { content: '' } }));
	const { body } = await wire(send, { ...to, content: 'x'.repeat(2048 - empty) });
	expect(Buffer.byteLength(JSON.stringify(Reflect.get(body as object, 'msg')))).toBe(2048);
	await expect(wire(send, { ...to, content: 'x'.repeat(2049 - empty) })).rejects.toThrow('2049 bytes');
});
