import { sendToGroup } from '../../../../nodes/DingTalk/resources/robot/sendToGroup';
import { sendToUsers } from '../../../../nodes/DingTalk/resources/robot/sendToUsers';
import { file, wire } from '../../../support/wire';

const credential = { robotCode: 'dingrobot' };
const buttons = (count: number) => ({
	button: Array.from({ length: count }, (_, n) => ({ title: `T${n + 1}`, url: `https://example.com/${n + 1}` })),
});
const card = { messageType: 'actionCard', title: 'T', markdown: 'M' };
const files = {
	data: file('report.xlsx'),
	cover: file('cover.png', 'image/png'),
	film: file('film.mp4', 'video/mp4'),
	talk: file('talk.amr', 'audio/amr'),
};

/** Templates and their parameters: https://open.dingtalk.com/document/development/robot-message-type */
const messages: Array<[string, object, string, object]> = [
	['text', { text: 'Hello' }, 'sampleText', { content: 'Hello' }],
	[
		'markdown',
		{ messageType: 'markdown', title: 'News', markdown: '# News' },
		'sampleMarkdown',
		{ title: 'News', text: '# News' },
	],
	[
		'link',
		{ messageType: 'link', title: 'News', summary: 'Read', messageUrl: 'https://example.com', pictureUrl: '@lALP' },
		'sampleLink',
		{ title: 'News', text: 'Read', messageUrl: 'https://example.com', picUrl: '@lALP' },
	],
	[
		'card, 1 button',
		{ ...card, buttons: buttons(1), buttonLayout: 'horizontal' },
		'sampleActionCard',
		{ title: 'T', text: 'M', singleTitle: 'T1', singleURL: 'https://example.com/1' },
	],
	[
		'card, 2 below one another',
		{ ...card, buttons: buttons(2) },
		'sampleActionCard2',
		{
			title: 'T',
			text: 'M',
			actionTitle1: 'T1',
			actionURL1: 'https://example.com/1',
			actionTitle2: 'T2',
			actionURL2: 'https://example.com/2',
		},
	],
	[
		'card, 5 below one another',
		{ ...card, buttons: buttons(5) },
		'sampleActionCard5',
		{
			title: 'T',
			text: 'M',
			...Object.fromEntries(
				[1, 2, 3, 4, 5].flatMap((n) => [
					[`actionTitle${n}`, `T${n}`],
					[`actionURL${n}`, `https://example.com/${n}`],
				]),
			),
		},
	],
	[
		'card, 2 side by side',
		{ ...card, buttons: buttons(2), buttonLayout: 'horizontal' },
		'sampleActionCard6',
		{
			title: 'T',
			text: 'M',
			buttonTitle1: 'T1',
			buttonUrl1: 'https://example.com/1',
			buttonTitle2: 'T2',
			buttonUrl2: 'https://example.com/2',
		},
	],
	[
		'image by ID',
		{ messageType: 'image', mediaSource: 'id', mediaId: '@lALP' },
		'sampleImageMsg',
		{ photoURL: '@lALP' },
	],
	[
		'image by URL',
		{ messageType: 'image', mediaSource: 'id', mediaId: 'https://example.com/a.png' },
		'sampleImageMsg',
		{ photoURL: 'https://example.com/a.png' },
	],
	[
		'audio',
		{ messageType: 'audio', mediaSource: 'id', mediaId: '@lATP', duration: 4.2 },
		'sampleAudio',
		{ mediaId: '@lATP', duration: '4200' },
	],
	[
		'file by ID',
		{ messageType: 'file', mediaSource: 'id', mediaId: '@lAzP', fileName: 'Report.XLSX' },
		'sampleFile',
		{ mediaId: '@lAzP', fileName: 'Report.XLSX', fileType: 'xlsx' },
	],
	[
		'video',
		{
			messageType: 'video',
			mediaSource: 'id',
			mediaId: '@lBzP',
			coverSource: 'id',
			coverMediaId: '@lALP',
			duration: 12.4,
		},
		'sampleVideo',
		{ videoMediaId: '@lBzP', videoType: 'mp4', picMediaId: '@lALP', duration: '12' },
	],
	['own template', { messageType: 'template', msgKey: 'own', msgParam: '{"name":"小钉"}' }, 'own', { name: '小钉' }],
	[
		'own template from an expression',
		{ messageType: 'template', msgKey: 'own', msgParam: { name: '小钉' } },
		'own',
		{ name: '小钉' },
	],
];

test.each(messages)('%s to people and to a group', async (_, parameters, msgKey, param) => {
	const people = await wire(sendToUsers, { users: 'lisi,zhangsan', ...parameters }, { credential });
	expect({ ...people, body: undefined }).toEqual({
		method: 'POST',
		host: 'api',
		path: '/v1.0/robot/oToMessages/batchSend',
		api: '/v1.0/robot/oToMessages/batchSend',
		query: {},
		headers: {},
	});
	expect(people.body).toEqual({
		robotCode: 'dingrobot',
		userIds: ['lisi', 'zhangsan'],
		msgKey,
		msgParam: expect.any(String) as string,
	});
	expect(JSON.parse(Reflect.get(people.body as object, 'msgParam') as string)).toEqual(param);
	const group = await wire(
		sendToGroup,
		{ openConversationId: 'cid6', additionalFields: { coolAppCode: 'COOL' }, ...parameters },
		{ credential },
	);
	expect(group).toMatchObject({ method: 'POST', host: 'api', path: '/v1.0/robot/groupMessages/send' });
	expect(group.body).toEqual({
		robotCode: 'dingrobot',
		openConversationId: 'cid6',
		msgKey,
		msgParam: Reflect.get(people.body as object, 'msgParam') as string,
		coolAppCode: 'COOL',
	});
});

test('the node’s robot code goes before the credential’s', async () => {
	expect(
		(
			await wire(
				sendToGroup,
				{ openConversationId: 'cid6', text: 'x', options: { robotCode: 'other' } },
				{ credential },
			)
		).body,
	).toMatchObject({ robotCode: 'other' });
});

test.each<[string, object, string]>([
	['nobody', { users: '', text: 'x' }, 'Recipients: is empty'],
	[
		'no robot code anywhere',
		{ text: 'x', options: { robotCode: '' } },
		'Robot Code: is empty. Fill it in here, or fill in "Robot Code" of the DingTalk credential',
	],
	['no text', { text: '' }, 'Text: is empty'],
	['a card without buttons', card, 'Buttons: is empty'],
	['6 buttons', { ...card, buttons: buttons(6) }, 'Buttons: has 6 entries'],
	['3 buttons side by side', { ...card, buttons: buttons(3), buttonLayout: 'horizontal' }, 'Buttons: has 3 entries'],
	[
		'a file without an extension',
		{ messageType: 'file', mediaSource: 'id', mediaId: '@lAzP', fileName: 'report' },
		'File Name: needs an extension',
	],
	['no media ID', { messageType: 'image', mediaSource: 'id' }, 'Media ID: is empty'],
	['a spreadsheet as audio', { messageType: 'audio' }, 'Input Binary Field: "report.xlsx" is no voice'],
	[
		'a film as its own cover',
		{ messageType: 'video', binaryProperty: 'film', coverProperty: 'film' },
		'Cover Binary Field: "film.mp4" is no image',
	],
	[
		'parameters that are a list',
		{ messageType: 'template', msgKey: 'own', msgParam: '[1]' },
		'Template Parameters (JSON): must be a JSON object',
	],
	[
		'malformed parameters',
		{ messageType: 'template', msgKey: 'own', msgParam: '{' },
		'Template Parameters (JSON): is not valid JSON',
	],
	['over 15,000 bytes', { text: '钉'.repeat(5000) }, 'Text: makes a message of'],
])('%s is refused, naming the field', async (_, parameters, sentence) => {
	const given = Reflect.has(parameters, 'options') ? {} : credential;
	await expect(wire(sendToUsers, { users: 'lisi', ...parameters }, { credential: given, files })).rejects.toThrow(
		sentence,
	);
});
