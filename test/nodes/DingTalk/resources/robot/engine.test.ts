import type { IDataObject } from 'n8n-workflow';
import { DingTalkTrigger } from '../../../../../nodes/DingTalkTrigger/DingTalkTrigger.node';
import { fromRobotMessage } from '../../../../../nodes/DingTalkTrigger/item/robotMessage';
import { startSandbox, type Sandbox } from '../../../../../sandbox';
import { execute, outputs, sandboxCredentials } from '../../../../support/engine';

let sandbox: Sandbox;
beforeAll(async () => {
	sandbox = await startSandbox({ people: 50 });
});
afterAll(async () => await sandbox.close());
afterEach(() => {
	expect(sandbox.problems()).toEqual([]);
	sandbox.received.messages.length = 0;
	sandbox.received.media.length = 0;
	sandbox.clearLog();
	sandbox.clearFaults();
});

const by = (mode: string, value: unknown) => ({ __rl: true, mode, value });
const call = (operation: string, parameters: object) => ({
	credentials: sandboxCredentials(sandbox),
	parameters: { resource: 'robot', operation, ...parameters },
});
const calls = (path: string) => sandbox.log.filter((entry) => entry.path === path).length;
const SEND = '/v1.0/robot/oToMessages/batchSend';

const binary = (fileName: string, mimeType: string) => ({
	data: Buffer.from(`content of ${fileName}`).toString('base64'),
	fileName,
	mimeType,
});
const withFiles = {
	json: {},
	binary: {
		data: binary('report.xlsx', 'application/vnd.ms-excel'),
		picture: binary('a.png', 'image/png'),
		talk: binary('t.amr', 'audio/amr'),
		film: binary('f.mp4', 'video/mp4'),
	},
};

describe('send to people', () => {
	test('45 people and a stranger: three calls, one item', async () => {
		const workers = Array.from({ length: 45 }, (_, n) => `worker${n + 1}`);
		const [item, ...more] = await outputs(call('sendToUsers', { users: [...workers, 'nobody'], text: 'Hello' }));
		expect(more).toEqual([]);
		expect(item).toEqual({
			processQueryKeys: [expect.any(String), expect.any(String), expect.any(String)],
			invalidStaffIdList: ['nobody'],
			flowControlledStaffIdList: [],
		});
		expect(calls(SEND)).toBe(3);
		expect(sandbox.received.messages.flatMap(({ userids }) => userids ?? []).sort()).toEqual([...workers].sort());
	});

	test('one person gives the same shape; people by mobile and union ID', async () => {
		const [, zhangsan, lisi] = sandbox.company.users;
		const more = { people: [{ person: by('unionId', zhangsan?.unionid) }] };
		const [item] = await outputs(
			call('sendToUsers', { users: by('mobile', lisi?.mobile), usersMore: more, text: 'Hello' }),
		);
		expect(item).toEqual({
			processQueryKeys: [expect.any(String)],
			invalidStaffIdList: [],
			flowControlledStaffIdList: [],
		});
		expect(sandbox.received.messages[0]?.userids).toEqual(['lisi', 'zhangsan']);
	});

	test('what one of several calls failed with stands beside what the others did', async () => {
		sandbox.fault({ kind: 'quota', match: SEND });
		const workers = Array.from({ length: 25 }, (_, n) => `worker${n + 1}`);
		const [item] = await outputs(call('sendToUsers', { users: workers, text: 'Hello' }));
		expect(item).toMatchObject({
			processQueryKeys: [expect.any(String)],
			failed: [{ error: expect.stringContaining('quota') as string }],
		});
	});
});

describe('files of the item', () => {
	test.each([
		['file', {}, { fileName: 'report.xlsx', fileType: 'xlsx' }, ['file']],
		['image', { binaryProperty: 'picture' }, {}, ['image']],
		['audio', { binaryProperty: 'talk', duration: 2 }, { duration: '2000' }, ['voice']],
		[
			'video',
			{ binaryProperty: 'film', coverProperty: 'picture', duration: 2 },
			{ duration: '2', videoType: 'mp4' },
			['image', 'video'],
		],
	])('%s: uploaded first, then sent by its ID', async (messageType, parameters, param, kinds) => {
		await outputs({
			...call('sendToGroup', { openConversationId: sandbox.company.openConversationId, messageType, ...parameters }),
			items: [withFiles],
		});
		const [message] = sandbox.received.messages;
		expect(message?.content).toMatchObject(param);
		expect(sandbox.received.media.map(({ type }) => type).sort()).toEqual(kinds);
		const sent = Object.values(message?.content ?? {});
		expect(sandbox.received.media.every(({ mediaId }) => sent.includes(mediaId))).toBe(true);
	});

	test('once, for 45 people and for three items with the same file', async () => {
		const workers = Array.from({ length: 45 }, (_, n) => `worker${n + 1}`);
		const items = await outputs({
			...call('sendToUsers', { users: workers, messageType: 'file' }),
			items: [withFiles, withFiles, withFiles],
		});
		expect(items).toHaveLength(3);
		expect(calls('/media/upload')).toBe(1);
		expect(calls(SEND)).toBe(9);
	});

	test('too many buttons or a wrong cover: nothing is uploaded or sent', async () => {
		await expect(
			execute({
				...call('sendToUsers', { users: 'lisi', messageType: 'video', binaryProperty: 'film', coverProperty: 'data' }),
				items: [withFiles],
			}),
		).rejects.toThrow('Cover Binary Field');
		expect(sandbox.log).toEqual([]);
	});
});

test('every kind of message to a group, every template with all its parameters', async () => {
	const buttons = (count: number) => ({
		button: Array.from({ length: count }, (_, n) => ({ title: `T${n}`, url: 'https://example.com' })),
	});
	const card = { messageType: 'actionCard', title: 'T', markdown: 'M' };
	const kinds = [
		{ text: 'Hello' },
		{ messageType: 'markdown', title: 'T', markdown: 'M' },
		{ messageType: 'link', title: 'T', summary: 'S', messageUrl: 'https://example.com' },
		...[1, 2, 3, 4, 5].map((count) => ({ ...card, buttons: buttons(count) })),
		{ ...card, buttons: buttons(2), buttonLayout: 'horizontal' },
		{ messageType: 'template', msgKey: sandbox.company.messageTemplate, msgParam: '{"a":"b"}' },
	];
	for (const kind of kinds)
		expect(
			await outputs(call('sendToGroup', { openConversationId: sandbox.company.openConversationId, ...kind })),
		).toEqual([{ processQueryKey: expect.any(String) as string }]);
	expect(sandbox.received.messages.map(({ type }) => type)).toEqual([
		'sampleText',
		'sampleMarkdown',
		'sampleLink',
		'sampleActionCard',
		'sampleActionCard2',
		'sampleActionCard3',
		'sampleActionCard4',
		'sampleActionCard5',
		'sampleActionCard6',
		sandbox.company.messageTemplate,
	]);
});

describe('reply', () => {
	const received = async () => await sandbox.act.sendRobotMessage({ text: 'Hi' });

	test.each([
		[{}, ''],
		[{ atAll: true }, 'Links and feed cards mention nobody'],
	])('a link with the options %j is told what it does not do', async (options, hint) => {
		const { sessionWebhook } = await received();
		const link = { messageType: 'link', title: 't', summary: 's', messageUrl: 'https://example.com', options };
		let hints: string[] = [];
		const onHints = (messages: string[]) => (hints = messages);
		await outputs({ ...call('reply', { sessionWebhook, sessionWebhookExpiresAt: '', ...link }), onHints });
		expect(hints.join()).toContain(hint);
		expect(hints).toHaveLength(hint === '' ? 0 : 1);
	});

	test('into the conversation of the message, calling its sender', async () => {
		const { sessionWebhook, sessionWebhookExpiredTime, senderStaffId } = await received();
		const session = { sessionWebhook, sessionWebhookExpiresAt: sessionWebhookExpiredTime };
		expect(await outputs(call('reply', { ...session, text: 'Hello', atUsers: senderStaffId }))).toEqual([
			{ success: true },
		]);
		await outputs(
			call('reply', {
				...session,
				messageType: 'markdown',
				title: 'T',
				markdown: 'M',
				atUsers: by('mobile', sandbox.company.users[2]?.mobile),
			}),
		);
		const [, text, markdown] = sandbox.received.messages;
		expect(text).toMatchObject({
			by: 'session',
			conversation: sandbox.company.openConversationId,
			content: { content: 'Hello' },
			at_users: { userids: ['zhangsan'] },
		});
		expect(markdown).toMatchObject({ content: { text: 'M\n\n@lisi' }, at_users: { userids: ['lisi'] } });
	});

	test('right after the trigger nothing but the text is to be filled in', async () => {
		const { item } = fromRobotMessage((await received()) as IDataObject, Date.now());
		expect(await outputs({ ...call('reply', { text: '={{ $json.text }}' }), items: [{ json: item }] })).toEqual([
			{ success: true },
		]);
		expect(sandbox.received.messages.at(-1)).toMatchObject({ by: 'session', content: { content: 'Hi' } });
	});

	const startedBy = (json: IDataObject) => ({
		type: 'n8n-nodes-dingtalk-suite.dingTalkTrigger',
		nodeType: new DingTalkTrigger(),
		parameters: {},
		json,
		mode: 'trigger' as const,
	});

	test('behind another node, whose item has no session, the message that started the execution has it', async () => {
		const { item } = fromRobotMessage((await received()) as IDataObject, Date.now());
		const behind = { items: [{ json: { output: 'Answer' } }] };
		const answer = { ...call('reply', { text: '={{ $json.output }}' }), ...behind };
		expect(await outputs({ ...answer, startedBy: startedBy(item) })).toEqual([{ success: true }]);
		expect(sandbox.received.messages.at(-1)).toMatchObject({ by: 'session', content: { content: 'Answer' } });
		const old = startedBy({ ...item, sessionWebhookExpiresAt: '2026-01-01T00:00:00.000Z' });
		await expect(execute({ ...answer, startedBy: old })).rejects.toThrow('Session Expires At: is past');
		const start = { ...call('start', {}), ...behind };
		start.parameters.resource = 'aiCard';
		expect(await outputs({ ...start, startedBy: startedBy(item) })).toEqual([
			expect.objectContaining({ outTrackId: expect.any(String) as string }),
		]);
		await expect(execute(start)).rejects.toThrow('Send To: is the chat of a robot message');
	});

	test('no token goes along', async () => {
		const { sessionWebhook } = await received();
		await outputs(call('reply', { sessionWebhook, text: 'Hello' }));
		const [sent] = sandbox.log.filter(({ path }) => path === '/robot/sendBySession');
		expect(JSON.stringify(sent)).not.toContain('access_token');
		expect(JSON.stringify(sent)).not.toContain('x-acs-dingtalk-access-token');
	});

	test.each<[string, object, string]>([
		['past its time', { sessionWebhookExpiresAt: Date.parse('2026-01-01T00:00:00Z') }, 'Session Expires At: is past'],
		['no URL', { sessionWebhook: 'hello' }, 'Session Webhook: is not a URL'],
		['empty', { sessionWebhook: '' }, 'Session Webhook: is empty'],
		[
			'someone else’s address',
			{ sessionWebhook: 'https://oapi.dingtalk.com.example.com/robot/sendBySession?session=1' },
			'does not point at DingTalk',
		],
		[
			'unencrypted',
			{ sessionWebhook: 'http://oapi.dingtalk.com/robot/sendBySession?session=1' },
			'does not point at DingTalk',
		],
	])('%s: nothing is sent', async (_, parameters, sentence) => {
		const { sessionWebhook } = await received();
		sandbox.clearLog();
		await expect(execute(call('reply', { sessionWebhook, text: 'x', ...parameters }))).rejects.toThrow(sentence);
		expect(sandbox.log).toEqual([]);
	});

	test('a session that DingTalk has ended: its own words, without the session, and what works in its place', async () => {
		const sessionWebhook = `${sandbox.legacyUrl}/robot/sendBySession?session=gone`;
		const [item] = await execute({ ...call('reply', { sessionWebhook, text: 'x' }), onError: 'continueRegularOutput' });
		// For a group robot the same code means a wrong webhook.
		const description = expect.stringMatching(/Send to People or Send to Group[^]*发送给个人/) as string;
		expect(item?.json).toMatchObject({ error: { code: '300001', description } });
		expect(JSON.stringify(item)).not.toContain('session=gone');
	});
});
