/** Ranges and sheets of a spreadsheet through the node against the sandbox. */
import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import { startSandbox, type Sandbox } from '../../../sandbox';
import { WORKBOOK } from '../../../sandbox/data/spreadsheet';
import { BASE } from '../../../sandbox/data/aiTable';
import { areaOf, columnOf, letterOf } from '../../../nodes/DingTalkSpreadsheet/flows/address';
import { strayAnswers } from '../../sandbox/answers';
import { execute, outputs, sandboxCredentials } from '../../support/engine';

const id = (value: string) => ({ __rl: true, mode: 'id', value });

let sandbox: Sandbox;
beforeEach(async () => {
	sandbox = await startSandbox();
});
afterEach(async () => {
	expect(sandbox.problems()).toEqual([]);
	expect(strayAnswers(sandbox.log)).toEqual([]);
	await sandbox.close();
});

const on = (resource: string, operation: string, parameters: IDataObject, items?: IDataObject[]) => ({
	product: 'dingTalkSpreadsheet',
	credentials: sandboxCredentials(sandbox),
	parameters: {
		resource,
		operation,
		workbook: id(WORKBOOK),
		sheet: id('预算'),
		options: { callsPerSecond: 0 },
		...parameters,
	},
	...(items && { items: items.map((json): INodeExecutionData => ({ json })) }),
});
const get = async (range: string, more: IDataObject = {}) =>
	await outputs(on('range', 'get', { range, select: ['values'], shape: 'raw', ...more }));

test.each([
	[0, 'A'],
	[25, 'Z'],
	[26, 'AA'],
	[701, 'ZZ'],
	[702, 'AAA'],
])('column %i is %s', (column, letters) => {
	expect(letterOf(column)).toBe(letters);
	expect(columnOf(letters.toLowerCase())).toBe(column);
});

test('addresses with a sheet, with dollars, from the wrong corner', () => {
	expect(areaOf("'我的 表'!$C$5:A2")).toEqual({ top: 1, left: 0, bottom: 4, right: 2 });
	expect(areaOf('A0')).toBeUndefined();
});

test('a range is written from its top left cell, formats are spread over it, and it is read in three shapes', async () => {
	const written = await outputs(
		on('range', 'update', {
			range: 'F2',
			values: [{ a: '甲', b: 1 }, ['乙', 2, true]],
			additionalFields: { fontWeight: 'bold' },
		}),
	);
	expect(written).toEqual([{ a1Notation: 'F2:H3' }]);
	expect(sandbox.log.at(-1)?.body).toEqual({
		values: [
			['甲', '1', ''],
			['乙', '2', 'TRUE'],
		],
		fontWeights: [
			['bold', 'bold', 'bold'],
			['bold', 'bold', 'bold'],
		],
	});
	expect(await get('F2:G3')).toEqual([
		{
			range: 'F2:G3',
			values: [
				['甲', 1],
				['乙', 2],
			],
		},
	]);
	expect(await get('F2:G3', { shape: 'rows' })).toEqual([
		{ rowNumber: 2, F: '甲', G: 1 },
		{ rowNumber: 3, F: '乙', G: 2 },
	]);
	expect(await get('F2:G2', { shape: 'cells', select: ['values', 'displayValues'] })).toEqual([
		{ a1Notation: 'F2', row: 2, column: 'F', value: '甲', displayValue: '甲' },
		{ a1Notation: 'G2', row: 2, column: 'G', value: 1, displayValue: '1' },
	]);
});

test.each([
	[{ range: 'A1:B2', values: [['only one']] }, '"values" has not the 2 rows of 2 cells'],
	[{ range: 'A1:B2', values: '' }, 'Values: are empty, and no format is given'],
	[{ range: 'A:B', values: [['a']] }, 'Range: must be cells in A1 notation'],
	[
		{ range: 'A1', values: [['a']], additionalFields: { cellProperties: '{"fontSizes": 12}' } },
		'"fontSizes" must be a list',
	],
])('refused before any request: %j', async (parameters, message) => {
	await expect(execute(on('range', 'update', parameters))).rejects.toThrow(message);
	expect(sandbox.log.filter(({ method }) => method === 'PUT')).toEqual([]);
});

test('clear: values of a range, or the whole sheet below its header', async () => {
	await execute(on('range', 'clear', { area: 'range', range: 'A2:B2', what: 'values' }));
	expect(await get('A2:C2', { shape: 'rows' })).toEqual([{ rowNumber: 2, A: '', B: '', C: 12000 }]);
	expect(await outputs(on('range', 'clear', { area: 'sheet', keepHeader: true, what: 'everything' }))).toEqual([
		{ a1Notation: 'A2:D6' },
	]);
	expect(await outputs(on('sheet', 'get', {}))).toMatchObject([{ lastNonEmptyRow: 0, lastNonEmptyColumn: 3 }]);
	expect(await outputs(on('range', 'clear', { area: 'sheet', keepHeader: true, what: 'values' }))).toEqual([
		{ a1Notation: '' },
	]);
});

test('find: by text, by a pattern within a column', async () => {
	const find = async (text: string, additionalFields: IDataObject = {}) =>
		await outputs(on('range', 'find', { text, returnAll: true, additionalFields }));
	expect(await find('待审批')).toMatchObject([
		{ a1Notation: 'D3', row: 3, column: 'D', values: [['待审批']] },
		{ a1Notation: 'D6' },
	]);
	expect((await find('^[68]\\d{4}$', { useRegExp: true, scope: 'C:C' })).map(({ a1Notation }) => a1Notation)).toEqual([
		'C3',
		'C6',
	]);
	expect(await find('没有这个')).toEqual([]);
});

test('a sheet is created with a header, renamed, gets and loses columns, is deleted', async () => {
	const [made] = await outputs(
		on('sheet', 'create', { sheetName: '预算', additionalFields: { header: '甲, 乙, 丙, 丁' } }),
	);
	expect(made).toMatchObject({ name: '预算(1)' });
	const sheet = id(String(made?.id));
	const header = async () => (await get('A1:E1', { sheet, shape: 'rows' }))[0];
	await execute(on('sheet', 'insertColumns', { sheet, column: 'b', columnCount: 1 }));
	expect(await header()).toMatchObject({ A: '甲', B: '', C: '乙', D: '丙', E: '丁' });
	await execute(
		on('sheet', 'deleteColumns', { sheet, column: '={{ $json.c }}', columnCount: 1 }, [{ c: 'A' }, { c: 'D' }]),
	);
	expect(await header()).toMatchObject({ A: '', B: '乙', C: '丁' });
	await execute(on('sheet', 'update', { sheet, updateFields: { name: '改名', frozenRowCount: 1 } }));
	expect((await outputs(on('sheet', 'getAll', { returnAll: true }))).map(({ name }) => name)).toContain('改名');
	await execute(on('sheet', 'delete', { sheet }));
	expect((await outputs(on('sheet', 'getAll', { returnAll: true }))).map(({ name }) => name)).not.toContain('改名');
	await expect(execute(on('sheet', 'update', { updateFields: {} }))).rejects.toThrow('there is nothing to change');
});

test('items that insert columns into one sheet do so one after the other, in their order', async () => {
	const sheet = id('stSandboxEmpty');
	await execute(on('range', 'update', { sheet, range: 'A1:B1', values: [['甲', '乙']] }));
	// The first item's call takes longest.
	sandbox.fault({ match: /insertColumnsBefore/, kind: 'delay', ms: 200 });
	const columns = [{ c: 'B' }, { c: 'A' }, { c: 'D' }];
	await execute(on('sheet', 'insertColumns', { sheet, column: '={{ $json.c }}', columnCount: 1 }, columns));
	expect(await get('A1:E1', { sheet, shape: 'rows' })).toMatchObject([{ A: '', B: '甲', C: '', D: '', E: '乙' }]);
});

test('a link to something else is named as such; a link of the sheet means spreadsheet and sheet', async () => {
	const wrong = { __rl: true, mode: 'url', value: `https://alidocs.dingtalk.com/i/nodes/${BASE}` };
	await expect(execute(on('sheet', 'get', { workbook: wrong }))).rejects.toMatchObject({
		description: expect.stringContaining('is an AI table, not a spreadsheet') as string,
	});
	const link = `https://alidocs.dingtalk.com/i/nodes/${WORKBOOK}?sheet=stSandboxLog`;
	const byLink = {
		workbook: { __rl: true, mode: 'url', value: link },
		sheet: { __rl: true, mode: 'url', value: link },
	};
	expect(await outputs(on('sheet', 'get', byLink))).toMatchObject([{ name: '日志' }]);
});

test.each([
	[{ of: 'columns', first: '3' }, 'First: must be the letters of a column: 3'],
	[{ of: 'rows', first: 'C' }, 'First: must be the number of a row: C'],
])('layout: %j is refused before any request', async (parameters, message) => {
	const call = on('sheet', 'setDimensions', { ...parameters, count: 1, updateFields: { size: 80 } });
	await expect(execute(call)).rejects.toThrow(message);
	expect(sandbox.log.filter(({ path }) => path.includes('workbooks'))).toEqual([]);
});

test('layout: rows and columns count from 0 on the wire, size and visibility are a call each', async () => {
	const updateFields = { size: 80, visibility: 'hidden' };
	await execute(on('sheet', 'setDimensions', { of: 'columns', first: 'c', count: 2, updateFields }));
	await execute(on('sheet', 'setDimensions', { of: 'rows', first: 3, count: 1, updateFields: { size: 40 } }));
	expect(sandbox.log.filter(({ path }) => path.includes('workbooks')).map(({ body }) => body)).toEqual([
		{ column: 2, columnCount: 2, width: 80 },
		{ column: 2, columnCount: 2, visibility: 'hidden' },
		{ row: 2, rowCount: 1, height: 40 },
	]);
});
