/** AI table records through the node against the sandbox: few calls, pairing kept, a bad row that does not lose the others. */
import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import { execute, outputs, sandboxCredentials } from '../../support/engine';
import { useSandbox } from '../../sandbox/client';

const id = (value: string) => ({ __rl: true, mode: 'id', value });
const BASE = 'sandboxAiTableProjects00000000001';
const place = { base: id(BASE), sheet: id('shtSandboxTasks'), options: { callsPerSecond: 0 } };

const sandbox = useSandbox();
afterEach(() => expect(sandbox.it.problems()).toEqual([]));

const record = (
	operation: string,
	parameters: IDataObject,
	items?: IDataObject[],
	onError?: 'continueRegularOutput',
) => ({
	product: 'dingTalkAiTable',
	credentials: sandboxCredentials(sandbox.it),
	parameters: { resource: 'record', operation, ...place, ...parameters },
	...(items && { items: items.map((json): INodeExecutionData => ({ json })) }),
	...(onError && { onError }),
});
const automatic = { columns: { mappingMode: 'autoMapInputData', value: null, matchingColumns: [] as string[] } };
const matching = (...names: string[]) => ({ columns: { ...automatic.columns, matchingColumns: names } });
const writes = () => sandbox.it.log.filter(({ method, path }) => /records$/.test(path) && /^(POST|PUT)$/.test(method));

test('1,000 rows are ten writing calls, each item has its record', async () => {
	const items = Array.from({ length: 1000 }, (_, index) => ({
		标题: `新 ${index}`,
		数字: String(index),
		无此列: 'x',
		编号: 5,
	}));
	const made = await execute(record('create', automatic, items));
	expect(made).toHaveLength(1000);
	expect(writes()).toHaveLength(10);
	const [last] = await outputs(record('get', { recordId: made[999]?.json.id, simplify: true }));
	expect(last).toMatchObject({ 标题: '新 999', 数字: 999 });
	expect(made[999]?.pairedItem).toEqual({ item: 999 });
});

test('a row that DingTalk refuses is the only one that fails', async () => {
	const items = Array.from({ length: 8 }, (_, index) => ({
		标题: `行 ${index}`,
		状态: index === 5 ? '没有这个选项的长名'.repeat(40) : '进行中',
	}));
	const made = await execute(record('create', automatic, items, 'continueRegularOutput'));
	expect(made).toHaveLength(8);
	const failed = made.filter(({ json }) => 'error' in json);
	expect(made.filter(({ json }) => 'id' in json).length + failed.length).toBe(8);
	expect(failed.length).toBeLessThanOrEqual(1);
});

test('a value that does not fit its field is refused before anything is written', async () => {
	const items = [{ 标题: '好' }, { 标题: '坏', 数字: '十二' }];
	await expect(execute(record('create', automatic, items))).rejects.toThrow('数字: is not a number: 十二');
	expect(writes()).toEqual([]);
});

test('upsert: what matches is updated, what is new is created once, two items of one new key become one record', async () => {
	const items = [
		{ 标题: '任务 2', 数字: 1002 },
		{ 标题: '全新', 数字: 1 },
		{ 标题: '全新', 数字: 2 },
	];
	const made = await outputs(record('upsert', matching('标题'), items));
	expect(made.map(({ action }) => action)).toEqual(['updated', 'created', 'updated']);
	expect(made[1]?.id).toBe(made[2]?.id);
	expect(writes().map(({ method }) => method)).toEqual(['PUT', 'POST']);
	const again = await outputs(record('upsert', matching('标题'), items));
	expect(again.map(({ action }) => action)).toEqual(['updated', 'updated', 'updated']);
	const [found] = await outputs(record('get', { recordId: made[0]?.id, simplify: true }));
	expect(found).toMatchObject({ 标题: '任务 2', 数字: 1002 });
});

test('upsert without a field to match on is refused', async () => {
	await expect(execute(record('upsert', automatic, [{ 标题: 'x' }]))).rejects.toThrow(
		'Columns: need at least one field to match on',
	);
	expect(writes()).toEqual([]);
});

test('a pasted link is the table and the sheet; a link to something else is refused', async () => {
	const link = `https://alidocs.dingtalk.com/i/nodes/${BASE}?iframeQuery=entrance%3Ddata%26sheetId%3DshtSandboxTasks`;
	const byLink = { base: { __rl: true, mode: 'url', value: link }, sheet: { __rl: true, mode: 'url', value: link } };
	expect(await outputs(record('get', { ...byLink, recordId: 'recTask0002', simplify: true }))).toMatchObject([
		{ 标题: '任务 2' },
	]);
	const wrong = { base: { __rl: true, mode: 'url', value: 'https://example.com/x' } };
	await expect(execute(record('get', { ...wrong, recordId: 'recTask0002' }))).rejects.toThrow(
		'AI Table: this link leads to something else',
	);
});

test('conditions are written as records are: numbers, dates of the workflow’s zone', async () => {
	const filters = { condition: [{ conditionField: '数字', comparison: 'greater', value: '148' }] };
	const found = await outputs(
		record('getAll', { filters, match: 'and', onlyFields: [], returnAll: true, simplify: true }),
	);
	expect(found.map(({ 数字 }) => 数字)).toEqual([149, 150]);
	const wrong = { condition: [{ conditionField: '数字', comparison: 'greater', value: 'viele' }] };
	await expect(
		execute(record('getAll', { filters: wrong, match: 'and', onlyFields: [], returnAll: true, simplify: true })),
	).rejects.toThrow('Value: "viele" is not a number');
});

test('an update of which DingTalk names only some, in another order: those are done, and the others alone fail', async () => {
	sandbox.it.alter('PUT /v1.0/notable/bases/{baseId}/sheets/{sheetIdOrName}/records', () => ({
		value: [{ id: 'recTask0003' }, { id: 'recTask0001' }],
	}));
	const items = ['recTask0001', 'recTask0002', 'recTask0003'].map((recordId) => ({ recordId, 数字: 7 }));
	const values = { recordId: '={{ $json.recordId }}', ...automatic };
	expect(await outputs(record('update', values, items, 'continueRegularOutput'))).toEqual([
		{ id: 'recTask0001' },
		{
			error: expect.objectContaining({
				message: expect.stringContaining('did not update the record recTask0002') as string,
			}) as object,
		},
		{ id: 'recTask0003' },
	]);
	expect(writes()).toHaveLength(1);
});

test.each([
	['update', { recordId: '={{ $json.recordId }}', ...automatic }],
	['upsert', matching('标题')],
])(
	'%s: what several items write into one record goes there once, the later value counts',
	async (operation, values) => {
		const items = [
			{ recordId: 'recTask0002', 标题: '任务 2', 数字: 1, 状态: '已完成' },
			{ recordId: 'recTask0004', 标题: '任务 4', 数字: 4 },
			{ recordId: 'recTask0002', 标题: '任务 2', 数字: 2 },
		];
		const made = await outputs(record(operation, values, items));
		expect(made.map(({ id: recordId }) => recordId)).toEqual(items.map(({ recordId }) => recordId));
		const [call] = writes();
		expect((call?.body as { records: unknown[] }).records).toEqual([
			{ id: 'recTask0002', fields: { 标题: '任务 2', 数字: 2, 状态: '已完成' } },
			{ id: 'recTask0004', fields: { 标题: '任务 4', 数字: 4 } },
		]);
	},
);
