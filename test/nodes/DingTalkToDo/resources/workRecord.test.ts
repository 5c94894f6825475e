import { complete } from '../../../../nodes/DingTalkToDo/resources/workRecord/complete';
import { create } from '../../../../nodes/DingTalkToDo/resources/workRecord/create';
import { getAll } from '../../../../nodes/DingTalkToDo/resources/workRecord/getAll';
import type { Operation } from '../../../../nodes/runtime/operation';
import { startSandbox, type Sandbox } from '../../../../sandbox';
import { execute, outputs, sandboxCredentials } from '../../../support/engine';
import { wire } from '../../../support/wire';

let sandbox: Sandbox;
beforeAll(async () => {
	sandbox = await startSandbox();
});
afterAll(async () => await sandbox.close());
afterEach(() => {
	expect(sandbox.problems()).toEqual([]);
	sandbox.clearLog();
});

const call = (operation: string, parameters: object) => ({
	credentials: sandboxCredentials(sandbox),
	parameters: { resource: 'workRecord', operation, ...parameters },
});
const by = (mode: string, value: unknown) => ({ __rl: true, mode, value });
const row = (title: string, content: string) => ({ title, content });
const basic = {
	person: 'manager4220',
	title: '学习任务',
	url: 'https://oa.dingtalk.com',
	createTime: '2020-09-09T00:00:00',
	form: { row: [row('新人学习2', '产品学习')] },
};
const basicBody = {
	userid: 'manager4220',
	title: '学习任务',
	url: 'https://oa.dingtalk.com',
	create_time: 1599580800000,
	formItemList: [row('新人学习2', '产品学习')],
};

test.each<[string, Operation, object, string, object]>([
	['create', create, basic, '/topapi/workrecord/add', basicBody],
	[
		'create with everything',
		create,
		{
			...basic,
			additionalFields: {
				pcUrl: 'https://oa.dingtalk.com/pc',
				pc_open_type: 4,
				biz_id: '1112',
				source_name: '学习',
				originator: by('userId', 'manager7078'),
			},
		},
		'/topapi/workrecord/add',
		{
			...basicBody,
			pcUrl: 'https://oa.dingtalk.com/pc',
			pc_open_type: 4,
			biz_id: '1112',
			source_name: '学习',
			originator_user_id: 'manager7078',
		},
	],
	[
		'open ones',
		getAll,
		{ person: 'manager7080' },
		'/topapi/workrecord/getbyuserid',
		{ userid: 'manager7080', status: 0 },
	],
	[
		'done ones',
		getAll,
		{ person: 'manager7080', status: 1 },
		'/topapi/workrecord/getbyuserid',
		{ userid: 'manager7080', status: 1 },
	],
	[
		'complete',
		complete,
		{ person: 'manager7078', recordId: 'recordfcf7403667fcd9' },
		'/topapi/workrecord/update',
		{ userid: 'manager7078', record_id: 'recordfcf7403667fcd9' },
	],
])('%s', async (_, operation, parameters, path, body) => {
	expect(await wire(operation, parameters)).toEqual({
		method: 'POST',
		host: 'oapi',
		path,
		api: path,
		query: {},
		headers: {},
		body,
	});
});

test.each<[string, object, string]>([
	['nobody', { person: '' }, 'Person: is empty'],
	['a title of 51 characters', { title: '长'.repeat(51) }, 'Title: has 51 characters; DingTalk accepts at most 50'],
	['no form', { form: {} }, 'Form: is empty'],
	['a row without content', { form: { row: [row('T', '')] } }, 'Content: is empty'],
	[
		'twenty rows',
		{ form: { row: Array.from({ length: 20 }, () => row('T', 'x')) } },
		'Form: has 20 entries; DingTalk accepts at most 19',
	],
])('refused: %s', async (_, parameters, sentence) => {
	await expect(wire(create, { ...basic, ...parameters })).rejects.toThrow(sentence);
});

test('a work record is created, listed, completed by its business ID and listed as done', async () => {
	const lisi = sandbox.company.users[2];
	const [created] = await outputs(
		call('create', {
			...basic,
			createTime: undefined,
			person: by('mobile', lisi?.mobile),
			additionalFields: { biz_id: 'order-7' },
		}),
	);
	expect(created).toEqual({ record_id: expect.stringMatching(/^record/) });
	// Untouched, the time is the moment of the execution.
	expect(Math.abs((sandbox.received.workRecords.at(-1)?.create_time ?? 0) - Date.now())).toBeLessThan(60_000);
	expect(await outputs(call('getAll', { person: 'lisi', returnAll: true }))).toMatchObject([
		{ record_id: created?.record_id, title: '学习任务', forms: basic.form.row },
	]);
	expect(await outputs(call('complete', { person: 'lisi', recordId: 'order-7' }))).toEqual([
		{ recordId: 'order-7', success: true },
	]);
	expect(await outputs(call('getAll', { person: 'lisi', returnAll: true }))).toEqual([]);
	expect(await outputs(call('getAll', { person: 'lisi', status: 1, returnAll: true }))).toMatchObject([
		{ record_id: created?.record_id },
	]);
});

test('120 work records are read in three calls, 60 in two', async () => {
	const record = (n: number) => ({
		record_id: `r${n}`,
		userid: 'wangwu',
		create_time: n,
		title: `T${n}`,
		url: 'https://a.cn',
		forms: [],
		done: false,
		at: 0,
	});
	sandbox.received.workRecords.push(...Array.from({ length: 120 }, (_, n) => record(n)));
	const titles = async (parameters: object) =>
		(await outputs(call('getAll', { person: 'wangwu', ...parameters }))).map(({ title }) => title);
	expect(await titles({ returnAll: true })).toEqual(Array.from({ length: 120 }, (_, n) => `T${n}`));
	expect(
		sandbox.log.filter(({ path }) => path === '/topapi/workrecord/getbyuserid').map(({ body }) => body),
	).toMatchObject([
		{ offset: 0, limit: 50 },
		{ offset: 50, limit: 50 },
		{ offset: 100, limit: 50 },
	]);
	expect(await titles({ returnAll: false, limit: 60 })).toHaveLength(60);
	expect(sandbox.log.filter(({ path }) => path === '/topapi/workrecord/getbyuserid')).toHaveLength(5);
});

test('the same work record twice: DingTalk’s own code', async () => {
	const again = async () =>
		await execute({ ...call('create', { ...basic, person: 'zhangsan' }), onError: 'continueRegularOutput' });
	await again();
	expect((await again())[0]?.json).toMatchObject({ error: { code: '854001', dingTalkMessage: '待办任务重复' } });
});
