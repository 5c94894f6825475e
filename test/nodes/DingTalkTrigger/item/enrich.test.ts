import { questionFor } from '../../../../nodes/DingTalkTrigger/item/details';
import { products, rowsOf } from '../../../../nodes/catalog';
import { type Sandbox, startSandbox } from '../../../../sandbox';
import { sandboxCredentials } from '../../../../scripts/host/sandboxCredentials';
import { until } from '../../../support/until';
import { type Started, streamTrigger, webhookTrigger } from '../contexts';

let sandbox: Sandbox;
const closing: Array<() => Promise<unknown>> = [];
const running: Started[] = [];

beforeAll(async () => {
	sandbox = await startSandbox();
});
afterEach(async () => {
	for (const { end } of running.splice(0)) end({ status: 'success' });
	for (const close of closing.splice(0)) await close();
	expect(sandbox.problems()).toEqual([]);
	sandbox.clearLog();
	sandbox.clearFaults();
	sandbox.callback.registration = undefined;
});
afterAll(async () => await sandbox.close());

const wishes = { downloadAttachments: true, resolveDetails: true };

async function stream(options: object = {}) {
	const trigger = streamTrigger(
		{ receive: ['events', 'robotMessages'], events: ['*'], options: { ...wishes, ...options } },
		sandboxCredentials(sandbox).dingTalkApi,
	);
	const { closeFunction } = await trigger.start();
	if (closeFunction) closing.push(closeFunction);
	return async () => {
		const execution = await until(() => trigger.started.shift());
		running.push(execution);
		return execution;
	};
}

const bytes = (binary: Started['binary'], property: string) =>
	Buffer.from(binary?.[property].data ?? '', 'base64').toString();

test('files of a message come along, a picture in rich text as well', async () => {
	const next = await stream();
	await sandbox.act.sendRobotMessage({ msgtype: 'file', file: { name: '合同.txt', data: Buffer.from('contract') } });
	const { item, binary } = await next();
	expect(item.attachments).toEqual([
		expect.objectContaining({ type: 'file', fileName: '合同.txt', binaryProperty: 'attachment_0', size: 8 }),
	]);
	expect(binary?.attachment_0).toMatchObject({ fileName: '合同.txt', mimeType: 'text/plain' });
	expect(bytes(binary, 'attachment_0')).toBe('contract');

	await sandbox.act.sendRobotMessage({ msgtype: 'picture', file: { name: '', data: Buffer.from('pixels') } });
	const { downloadCode } = ((await next()).item.attachments as Array<{ downloadCode: string }>)[0];
	await sandbox.act.sendRobotMessage({
		msgtype: 'richText',
		content: { richText: [{ text: 'look' }, { type: 'picture', downloadCode }] },
	});
	const rich = await next();
	expect([rich.item.text, bytes(rich.binary, 'attachment_0')]).toEqual(['look', 'pixels']);
});

test('a file over the limit stays where it is, says how large it is, and keeps no other file out', async () => {
	const next = await stream({ maxFileSize: 1 });
	await sandbox.act.sendRobotMessage({
		msgtype: 'file',
		file: { name: 'big.bin', data: Buffer.alloc(3 * 1024 * 1024) },
	});
	const { item, binary } = await next();
	expect(item.attachments).toEqual([
		expect.objectContaining({
			fileName: 'big.bin',
			downloadError: expect.stringMatching(/3\.0 MB.*1\.0 MB.*Max File Size/),
		}),
	]);
	expect(binary).toBeUndefined();
	const [{ downloadCode }] = item.attachments as Array<{ downloadCode: string }>;
	await sandbox.act.sendRobotMessage({ msgtype: 'picture', file: { name: '', data: Buffer.from('pixels') } });
	const [small] = (await next()).item.attachments as Array<{ downloadCode: string }>;
	const picture = (code: string) => ({ type: 'picture', downloadCode: code });
	await sandbox.act.sendRobotMessage({
		msgtype: 'richText',
		content: { richText: [picture(downloadCode), picture(small.downloadCode)] },
	});
	const both = await next();
	expect([Object.keys(both.binary ?? {}), bytes(both.binary, 'attachment_1')]).toEqual([['attachment_1'], 'pixels']);
});

test('a file of a quoted message is downloaded as well', async () => {
	const next = await stream();
	await sandbox.act.sendRobotMessage({ msgtype: 'picture', file: { name: '', data: Buffer.from('quoted') } });
	const [{ downloadCode }] = (await next()).item.attachments as Array<{ downloadCode: string }>;
	await sandbox.act.sendRobotMessage({ text: '这个呢', quote: { msgType: 'picture', content: { downloadCode } } });
	const { item, binary } = await next();
	expect([item.text, bytes(binary, 'attachment_0')]).toEqual(['这个呢', 'quoted']);
});

test('a file that cannot be had is named, and the message comes all the same', async () => {
	const next = await stream();
	await sandbox.act.sendRobotMessage({ msgtype: 'audio', content: { downloadCode: 'expired', recognition: '喂' } });
	const { item, binary } = await next();
	expect(item).toMatchObject({
		text: '喂',
		attachments: [{ type: 'audio', downloadError: expect.stringContaining('下载码') }],
	});
	expect(binary).toBeUndefined();
});

test('an attendance event brings the data of the day, a user event the user', async () => {
	const next = await stream();
	sandbox.act.punchIn('lisi');
	expect((await next()).item).toMatchObject({
		eventType: 'attendance_check_record',
		details: { userid: 'lisi', check_record_list: expect.any(Array) },
	});
	sandbox.push('user_modify_org', { userId: ['zhangsan'] });
	expect((await next()).item).toMatchObject({ details: { userid: 'zhangsan', name: expect.any(String) } });
});

test('an event whose details cannot be had comes with the reason', async () => {
	const next = await stream();
	sandbox.push('user_modify_org', { userId: ['nobody'] });
	const { item } = await next();
	expect(item).toMatchObject({ data: { userId: ['nobody'] }, detailsError: expect.any(String) });
	expect(item).not.toHaveProperty('details');
});

test('over HTTP the call is answered in time though the details are late', async () => {
	const parameters = { receive: ['events'], events: ['*'], registration: 'automatic', options: wishes };
	const hook = await webhookTrigger(parameters, sandboxCredentials(sandbox).dingTalkApi, 'details');
	closing.push(hook.close);
	await hook.activate();
	sandbox.push('user_modify_org', { userId: ['zhangsan'] }, { via: 'http' });
	await until(() => hook.started.length === 1);
	expect(hook.started[0].json).toMatchObject({ details: { userid: 'zhangsan' } });
	sandbox.fault({ kind: 'delay', ms: 3_000, match: '/topapi/v2/user/get' });
	sandbox.push('user_modify_org', { userId: ['lisi'] }, { via: 'http', eventId: 'late' });
	await until(() => hook.started.length === 2);
	expect(hook.started[1].json).toMatchObject({ data: { userId: ['lisi'] }, detailsError: 'not there within 0.9 s' });
	await until(() => sandbox.callback.sent.some(({ eventId, result }) => eventId === 'late' && result === 'success'));
});

test('a question that is given up is not asked any more, and does not stand before the next', async () => {
	const parameters = { receive: ['events'], events: ['*'], registration: 'automatic', options: wishes };
	const hook = await webhookTrigger(parameters, sandboxCredentials(sandbox).dingTalkApi, 'given up');
	closing.push(hook.close);
	await hook.activate();
	const asked = (userid: string) =>
		sandbox.log.filter(({ path, body }) => path === '/topapi/v2/user/get' && JSON.stringify(body).includes(userid));
	sandbox.fault({ kind: 'throttle', times: 999, match: '/topapi/v2/user/get' });
	sandbox.push('user_modify_org', { userId: ['lisi'] }, { via: 'http' });
	await until(() => hook.started.length === 1);
	expect(hook.started[0].json).toMatchObject({ detailsError: 'not there within 0.9 s' });
	sandbox.clearFaults();
	const before = asked('lisi').length;
	sandbox.push('user_modify_org', { userId: ['zhangsan'] }, { via: 'http' });
	await until(() => hook.started.length === 2);
	expect(hook.started[1].json).toMatchObject({ details: { userid: 'zhangsan' } });
	expect(asked('lisi')).toHaveLength(before);
});

test('every question is an operation of the catalog; what is gone is not asked for', async () => {
	const rows = (await Promise.all((await products()).map(async ({ id }) => await rowsOf(id))))
		.flat()
		.map(({ method, path }) => `${method} ${path}`);
	const ask = (eventType: string, data: object) =>
		questionFor({ eventType, eventId: '', corpId: '', occurredAt: '2026-11-21T20:00:00.000Z', data: { ...data } });
	const questions = [
		ask('bpms_task_change', { processInstanceId: 'p' }),
		ask('user_add_org', { userId: ['u', 'v'] }),
		ask('attendance_overtime_duration', { dataList: [{ userid: 'u', workDate: 1_700_000_000_000 }] }),
		ask('todo_task_update', { unionIdList: ['u'], taskId: 't' }),
	];
	for (const question of questions) expect(rows).toContain(question?.route);
	expect(questions.map((question) => question?.parts)).toEqual([
		{ query: { processInstanceId: 'p' } },
		{ body: { userid: 'u' } },
		{ body: { userid: 'u', work_date: '2023-11-15 00:00:00' } },
		{ path: { unionId: 'u', taskId: 't' } },
	]);
	// Half past four in the morning of the 22nd in China.
	expect(ask('attendance_check_record', { dataList: [{ userId: 'u' }] })?.parts.body).toEqual({
		userid: 'u',
		work_date: '2026-11-22 00:00:00',
	});
	expect([
		ask('user_leave_org', { userId: ['u'] }),
		ask('todo_task_delete', { unionIdList: ['u'], taskId: 't' }),
		ask('check_in', { staffId: 's' }),
		ask('bpms_task_change', {}),
	]).toEqual([undefined, undefined, undefined, undefined]);
});
