import type { IBinaryKeyData } from 'n8n-workflow';
import { startSandbox, type Sandbox } from '../../../../sandbox';
import { execute, outputs, sandboxCredentials } from '../../../support/engine';

const ASYNC_SEND = '/topapi/message/corpconversation/asyncsend_v2';

let sandbox: Sandbox;
beforeAll(async () => {
	sandbox = await startSandbox({ people: 250 });
});
afterAll(async () => await sandbox.close());
afterEach(() => {
	expect(sandbox.problems()).toEqual([]);
	sandbox.clearLog();
	sandbox.clearFaults();
});

const call = (operation: string, parameters: object) => ({
	credentials: sandboxCredentials(sandbox),
	parameters: { resource: 'workNotification', operation, ...parameters },
});
const calls = (path: string) => sandbox.log.filter((entry) => entry.path === path);
const workers = Array.from({ length: 250 }, (_, n) => `worker${n + 1}`);
const png = { data: Buffer.from('a picture').toString('base64'), mimeType: 'image/jpeg', fileName: 'photo.jpeg' };

test('an OA notification is sent, followed, changed and recalled', async () => {
	const [sent] = await outputs(
		call('send', {
			people: 'manager7675',
			messageType: 'oa',
			messageUrl: 'https://dingtalk.com',
			oaBody: { title: '正文标题5' },
			statusValue: '进行中',
		}),
	);
	const { taskId } = sent ?? {};
	expect(sent).toEqual({ taskId, taskIds: [taskId] });
	expect(await outputs(call('getProgress', { taskId }))).toEqual([
		{ taskId: String(taskId), progress_in_percent: 100, status: 2 },
	]);
	expect(await outputs(call('getResult', { taskId }))).toMatchObject([
		{ taskId: String(taskId), unread_user_id_list: ['manager7675'], forbidden_list: [] },
	]);
	await outputs(call('updateStatusBar', { taskId, statusValue: '已同意', statusBg: '0xFF78C06E' }));
	expect(sandbox.received.notifications.at(-1)).toMatchObject({
		taskId,
		statusBar: { value: '已同意', bg: '0xFF78C06E' },
		recalled: false,
	});
	expect(await outputs(call('recall', { taskId }))).toEqual([{ success: true }]);
	expect(sandbox.received.notifications.at(-1)?.recalled).toBe(true);
});

test('a person who got the same message today is named by the result', async () => {
	const again = async () => (await outputs(call('send', { people: 'lisi', content: '每日一次' })))[0]?.taskId;
	await again();
	expect(await outputs(call('getResult', { taskId: await again() }))).toMatchObject([
		{ forbidden_list: [{ userid: 'lisi', code: 143106 }] },
	]);
});

test('250 people and 21 departments: three calls, one item with all task IDs', async () => {
	const departments = ['101', ...Array.from({ length: 20 }, (_, n) => String(n + 1000))];
	const [sent] = await outputs(call('send', { people: workers, departments, content: 'to many' }));
	const sends = calls(ASYNC_SEND).map(({ body }) => body as { userid_list?: string; dept_id_list?: string });
	expect(sends.map(({ userid_list }) => userid_list?.split(',').length)).toEqual([100, 100, 50]);
	expect(sends.map(({ dept_id_list }) => dept_id_list?.split(',').length)).toEqual([20, 1, undefined]);
	expect(sent).toEqual({ taskIds: sandbox.received.notifications.slice(-3).map(({ taskId }) => taskId) });
});

test('one slice that DingTalk refuses: what failed stands beside the task IDs that are', async () => {
	sandbox.fault({ match: ASYNC_SEND, kind: 'quota' });
	const [sent] = await outputs(call('send', { people: workers, content: 'to most' }));
	expect(sent).toMatchObject({
		taskIds: [expect.any(Number), expect.any(Number)],
		failed: [{ people: expect.any(Array), error: expect.stringContaining('quota') }],
	});
	const [{ people }] = (sent?.failed ?? []) as [{ people: string[] }];
	const reached = sandbox.received.notifications.slice(-2).flatMap(({ userids }) => userids);
	expect([...reached, ...people].sort()).toEqual([...workers].sort());
});

test('a file is uploaded once, then sent to many, under a name that DingTalk accepts', async () => {
	await execute({
		...call('send', { people: workers.slice(0, 150), messageType: 'image' }),
		items: [{ json: {}, binary: { data: png } }],
	});
	expect(sandbox.received.media.at(-1)).toMatchObject({ type: 'image', filename: 'photo.jpg', size: 9 });
	expect(calls('/media/upload')).toHaveLength(1);
	const mediaId = sandbox.received.media.at(-1)?.mediaId;
	expect(sandbox.received.notifications.slice(-2).map(({ msg }) => msg.image)).toEqual([
		{ media_id: mediaId },
		{ media_id: mediaId },
	]);
});

test('the picture of an OA message comes from the item', async () => {
	await execute({
		...call('send', {
			people: 'lisi',
			messageType: 'oa',
			messageUrl: 'https://a.cn',
			oaBody: { title: 'T', imageBinary: 'data' },
		}),
		items: [{ json: {}, binary: { data: png } }],
	});
	expect(sandbox.received.notifications.at(-1)?.msg).toMatchObject({
		oa: { body: { title: 'T', image: sandbox.received.media.at(-1)?.mediaId } },
	});
});

test.each<[string, object, IBinaryKeyData, string]>([
	['a picture as voice', { messageType: 'voice', people: 'lisi' }, { data: png }, 'Input Binary Field: "photo.jpeg"'],
	['nobody to send the upload to', { messageType: 'image', people: '' }, { data: png }, 'People: is empty'],
	[
		'a status bar for 102 people',
		{ messageType: 'oa', messageUrl: 'https://a.cn', statusValue: 'x', people: workers.slice(0, 102) },
		{},
		'People: has 102 entries',
	],
	[
		'a message too long for an upload',
		{
			messageType: 'oa',
			messageUrl: 'https://a.cn',
			people: 'lisi',
			oaBody: { content: '长'.repeat(700), imageBinary: 'data' },
		},
		{ data: png },
		'Body: makes a message of',
	],
])('refused before any request: %s', async (_, parameters, binary, sentence) => {
	await expect(execute({ ...call('send', parameters), items: [{ json: {}, binary }] })).rejects.toThrow(sentence);
	expect(sandbox.log).toEqual([]);
});

test('a notification is not sent again when the connection broke after DingTalk had acted', async () => {
	sandbox.fault({ match: ASYNC_SEND, kind: 'reset', after: true });
	const before = sandbox.received.notifications.length;
	await expect(execute(call('send', { people: 'wangwu', content: 'once' }))).rejects.toThrow();
	expect(sandbox.received.notifications).toHaveLength(before + 1);
});
