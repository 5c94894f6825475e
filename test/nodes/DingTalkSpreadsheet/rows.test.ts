/** Rows of a spreadsheet through the node against the sandbox: few calls, nothing lost, and what was written is read again. */
import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import { startSandbox, type Sandbox } from '../../../sandbox';
import { WORKBOOK } from '../../../sandbox/data/spreadsheet';
import { strayAnswers } from '../../sandbox/answers';
import { execute, outputs, sandboxCredentials } from '../../support/engine';

const id = (value: string) => ({ __rl: true, mode: 'id', value });
const options = { callsPerSecond: 0 };

let sandbox: Sandbox;
beforeEach(async () => {
	sandbox = await startSandbox();
});
afterEach(async () => {
	expect(sandbox.problems()).toEqual([]);
	expect(strayAnswers(sandbox.log)).toEqual([]);
	await sandbox.close();
});

const row = (
	operation: string,
	parameters: IDataObject,
	items?: IDataObject[],
	onError?: 'continueRegularOutput',
	more: IDataObject = {},
) => ({
	product: 'dingTalkSpreadsheet',
	credentials: sandboxCredentials(sandbox),
	parameters: {
		resource: 'row',
		operation,
		workbook: id(WORKBOOK),
		sheet: id('stSandboxBudget'),
		options: { ...options, ...more },
		...parameters,
	},
	...(items && { items: items.map((json): INodeExecutionData => ({ json })) }),
	...(onError && { onError }),
});
const automatic = { mappingMode: 'autoMapInputData', value: null, matchingColumns: [] as string[] };
const matching = (...names: string[]) => ({ columns: { ...automatic, matchingColumns: names } });
const log = (): IDataObject => ({ sheet: id('stSandboxLog'), columns: automatic });
const all = async (parameters: IDataObject = {}, more: IDataObject = {}) =>
	await outputs(
		row('getAll', { valueMode: 'values', returnAll: true, filters: {}, ...parameters }, undefined, undefined, more),
	);
const calls = (pattern: RegExp) => sandbox.log.filter(({ method, path }) => pattern.test(`${method} ${path}`)).length;

test('1,200 items are three appending calls, each item has its row number, and is read again', async () => {
	const items = Array.from({ length: 1200 }, (_, index) => ({ 时间: `t${index}`, 内容: index, 无此列: 'x' }));
	const made = await execute(row('append', log(), items));
	expect(calls(/^POST .*appendRows/)).toBe(3);
	expect(made[1199]).toMatchObject({
		json: { rowNumber: 1201, a1Notation: 'A1201:C1201' },
		pairedItem: { item: 1199 },
	});
	sandbox.clearLog();
	const rows = await all({ sheet: id('stSandboxLog') });
	expect(rows).toHaveLength(1200);
	expect(rows[1199]).toEqual({ rowNumber: 1201, 时间: 't1199', 来源: '', 内容: 1199 });
	// 1,201 rows of 3 cells in windows of 5,000 cells, and one look at how far the sheet goes.
	expect(calls(/^GET/)).toBe(2);
});

test('after an appending call that failed no other is made: all rows that follow say so, and none of them is in the sheet', async () => {
	const items = Array.from({ length: 1200 }, (_, index) => ({ 时间: `t${index}` }));
	sandbox.fault({ match: /appendRows/, kind: 'quota' });
	const made = await execute(row('append', log(), items, 'continueRegularOutput'));
	expect(calls(/^POST .*appendRows/)).toBe(1);
	expect(made.filter(({ json, error }) => json.error ?? error)).toHaveLength(1200);
	expect(await all({ sheet: id('stSandboxLog') })).toEqual([]);
});

test('more cells than one call takes arguments are appended', async () => {
	const keys = Array.from({ length: 7000 }, (_, column) => `列${column}`);
	const items = Array.from({ length: 20 }, (_, index) => Object.fromEntries(keys.map((key) => [key, index])));
	const empty = { sheet: id('stSandboxEmpty'), columns: automatic };
	const made = await outputs(row('append', empty, items, undefined, { extraColumns: 'addHeader' }));
	expect(made[19]).toMatchObject({ rowNumber: 21, a1Notation: 'A21:JIF21', 列6999: '19' });
});

test('two runs at the same time lose no row', async () => {
	const items = (name: string) => Array.from({ length: 40 }, (_, index) => ({ 来源: name, 内容: `${name}${index}` }));
	const [one, other] = await Promise.all([
		outputs(row('append', log(), items('甲'))),
		outputs(row('append', log(), items('乙'))),
	]);
	expect(new Set([...one, ...other].map(({ rowNumber }) => rowNumber)).size).toBe(80);
	const rows = await all({ sheet: id('stSandboxLog') });
	expect(new Set(rows.map(({ 内容 }) => 内容)).size).toBe(80);
});

test('numbers, truth, moments and objects are written as text that DingTalk reads as if typed', async () => {
	const columns = {
		mappingMode: 'defineBelow',
		value: { 时间: "={{ DateTime.fromISO('2026-12-01T09:00:00Z') }}", 来源: '={{ true }}', 内容: '={{ ({ a: 1 }) }}' },
		matchingColumns: [],
	};
	await execute({ ...row('append', { ...log(), columns }), timezone: 'Asia/Shanghai' });
	expect(sandbox.log.at(-1)?.body).toEqual({ values: [['2026-12-01 17:00:00', 'TRUE', '{"a":1}']] });
});

test('extra keys: ignored, refused before anything is written, or made columns', async () => {
	const items = [
		{ 内容: 'a', 级别: '高' },
		{ 内容: 'b', 备注: '无' },
	];
	await expect(execute(row('append', log(), items, undefined, { extraColumns: 'error' }))).rejects.toThrow(
		'Columns: the header row has no such column: 级别',
	);
	expect(calls(/appendRows/)).toBe(0);
	await execute(row('append', log(), items, undefined, { extraColumns: 'addHeader' }));
	expect(await all({ sheet: id('stSandboxLog') })).toEqual([
		{ rowNumber: 2, 时间: '', 来源: '', 内容: 'a', 级别: '高', 备注: '' },
		{ rowNumber: 3, 时间: '', 来源: '', 内容: 'b', 级别: '', 备注: '无' },
	]);
	const empty = { sheet: id('stSandboxEmpty'), columns: automatic };
	await execute(row('append', empty, [{ 甲: 1, 乙: 2 }], undefined, { extraColumns: 'addHeader' }));
	expect(await all({ sheet: id('stSandboxEmpty') })).toEqual([{ rowNumber: 2, 甲: 1, 乙: 2 }]);
});

test('an item without any value for the header is an error of its own', async () => {
	const made = await execute(row('append', log(), [{ 内容: 'a' }, { 别的: 'b' }], 'continueRegularOutput'));
	expect(made.map(({ json }) => 'error' in json)).toEqual([false, true]);
	expect(await all({ sheet: id('stSandboxLog') })).toHaveLength(1);
});

test('append or update: rows that match are changed in one block, new keys become one row, other cells stay', async () => {
	const items = [
		{ 项目: '差旅', 金额: 1 },
		{ 项目: '服务器', 金额: 2 },
		{ 项目: '新项目', 金额: 3 },
		{ 项目: '新项目', 状态: '待审批' },
	];
	const made = await outputs(row('appendOrUpdate', matching('项目'), items));
	expect(made.map(({ action, rowNumber }) => [action, rowNumber])).toEqual([
		['updated', 2],
		['updated', 3],
		['appended', 7],
		['updated', 7],
	]);
	// 项目 is column A and 金额 column C: two rectangles of two rows, and the column between them is not touched.
	expect(calls(/^PUT/)).toBe(2);
	expect(await all()).toMatchObject([
		{ 项目: '差旅', 部门: '销售部', 金额: 1 },
		{ 项目: '服务器', 部门: '技术部', 金额: 2 },
		{ 项目: '培训' },
		{ 项目: '展会', rowNumber: 6 },
		{ 项目: '新项目', 部门: '', 金额: 3, 状态: '待审批' },
	]);
	const again = await outputs(row('appendOrUpdate', matching('项目'), items));
	expect(again.map(({ action }) => action)).toEqual(['updated', 'updated', 'updated', 'updated']);
	expect(await all()).toHaveLength(5);
});

test('append or update by a number, by several rows, and without a matching column', async () => {
	const byNumber = await outputs(row('appendOrUpdate', matching('金额'), [{ 金额: 86000, 状态: '已批准' }]));
	expect(byNumber).toEqual([{ rowNumber: 3, a1Notation: 'C3:D3', action: 'updated' }]);
	const several = await outputs(
		row('appendOrUpdate', matching('状态'), [{ 状态: '已批准', 部门: '行政部' }], undefined, {
			onSeveral: 'updateAll',
		}),
	);
	expect(several.map(({ rowNumber }) => rowNumber)).toEqual([2, 3, 4]);
	await expect(execute(row('appendOrUpdate', matching(), [{ 项目: 'x' }]))).rejects.toThrow(
		'Columns: need at least one column to match on',
	);
	await expect(execute(row('appendOrUpdate', matching('项目'), [{ 金额: 1 }]))).rejects.toThrow(
		'项目: is empty, but it is a column to match on',
	);
});

test('update by row number; the header row is refused', async () => {
	const columns = { mappingMode: 'defineBelow', value: { 状态: '={{ $json.s }}' }, matchingColumns: [] };
	const made = await outputs(
		row('update', { rowNumber: '={{ $json.n }}', columns }, [
			{ n: 2, s: 'A' },
			{ n: 3, s: 'B' },
			{ n: 6, s: 'C' },
		]),
	);
	expect(made.map(({ a1Notation }) => a1Notation)).toEqual(['D2', 'D3', 'D6']);
	expect(calls(/^PUT/)).toBe(2);
	expect((await all()).map(({ 状态 }) => 状态)).toEqual(['A', 'B', '已批准', 'C']);
	await expect(execute(row('update', { rowNumber: 1, columns }, [{ s: 'x' }]))).rejects.toThrow(
		'Row Number: must be below the header row 1, but is 1',
	);
});

test('several items delete from the bottom, rows are inserted with values', async () => {
	const made = await outputs(row('delete', { row: '={{ $json.n }}', rowCount: 1 }, [{ n: 2 }, { n: 6 }, { n: 3 }]));
	expect(made.map(({ row: at }) => at)).toEqual([2, 6, 3]);
	expect(calls(/deleteRows/)).toBe(2);
	expect((await all()).map(({ 项目 }) => 项目)).toEqual(['培训']);
	await execute(row('insert', { row: 2, rowCount: 2, additionalFields: { values: [{ a: '新', b: '法务部', c: 5 }] } }));
	expect(await all()).toMatchObject([
		{ rowNumber: 2, 项目: '新', 部门: '法务部', 金额: 5 },
		{ rowNumber: 4, 项目: '培训' },
	]);
});

describe('rows of several items are inserted with their values', () => {
	const insert = async (items: IDataObject[], onError?: 'continueRegularOutput') =>
		await execute(
			row(
				'insert',
				{
					row: '={{ $json.n }}',
					rowCount: '={{ $json.count ?? 1 }}',
					additionalFields: { values: '={{ [[$json.v]] }}' },
				},
				items,
				onError,
			),
		);
	const named = async () => (await all()).map(({ rowNumber, 项目 }) => [rowNumber, 项目]);

	test('by the numbers before the run, in the order of the items, and none is overwritten', async () => {
		const made = await insert([
			{ n: 6, v: '尾' },
			{ n: 2, v: '甲' },
			{ n: 2, v: '乙' },
			{ n: 3, v: '丙', count: 2 },
		]);
		expect(made.map(({ json }) => [json.row, json.rowCount])).toEqual([
			[10, 1],
			[2, 1],
			[3, 1],
			[5, 2],
		]);
		expect(await named()).toEqual([
			[2, '甲'],
			[3, '乙'],
			[4, '差旅'],
			[5, '丙'],
			[7, '服务器'],
			[8, '培训'],
			[10, '尾'],
			[11, '展会'],
		]);
	});

	test.each([
		['is not inserted', /insertRowsBefore/, [2, 3, 'error'], '2甲 3乙 4差旅 5服务器'],
		['is inserted, but not written', /A2$/, [2, 'error', 5], '2甲 4差旅 5丙 6服务器'],
	])('an item whose row %s is an error of its own', async (_, match, rows, names) => {
		// The first such call is that of the lowest row.
		sandbox.fault({ match, kind: 'quota' });
		const items = [
			{ n: 2, v: '甲' },
			{ n: 2, v: '乙' },
			{ n: 3, v: '丙' },
		];
		const made = await insert(items, 'continueRegularOutput');
		expect(made.map(({ json }) => json.row ?? 'error')).toEqual(rows);
		const shown = (await named()).map((one) => one.join(''));
		expect(shown.slice(0, 4).join(' ')).toBe(names);
	});
});

test('read: conditions, a range, no header, a limit, and a column that is not there', async () => {
	const condition = (column: string, value: string) => ({ filters: { condition: [{ column, value }] } });
	expect((await all(condition('状态', '待审批'))).map(({ 项目 }) => 项目)).toEqual(['服务器', '展会']);
	expect(await all(condition('金额', '15000'))).toHaveLength(1);
	await expect(all(condition('没有', 'x'))).rejects.toThrow('Filters: there is no column "没有"');
	expect(await all({}, { range: 'A1:B3' })).toEqual([
		{ rowNumber: 2, 项目: '差旅', 部门: '销售部' },
		{ rowNumber: 3, 项目: '服务器', 部门: '技术部' },
	]);
	expect(await all({}, { range: 'C:D', headerRow: 0 })).toMatchObject([
		{ rowNumber: 1, C: '金额', D: '状态' },
		{},
		{},
		{},
		{},
	]);
	expect(await all({ returnAll: false, limit: 2 }, { firstDataRow: 3 })).toMatchObject([
		{ rowNumber: 3 },
		{ rowNumber: 4 },
	]);
	expect(await all({ sheet: id('stSandboxEmpty') })).toEqual([]);
});
