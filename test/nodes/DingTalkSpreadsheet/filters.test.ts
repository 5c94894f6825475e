/** The filter of a sheet and its floating images, through the node against the sandbox. */
import type { IDataObject } from 'n8n-workflow';
import { startSandbox, type Sandbox } from '../../../sandbox';
import { WORKBOOK } from '../../../sandbox/data/spreadsheet';
import { execute, outputs, sandboxCredentials } from '../../support/engine';

const id = (value: string) => ({ __rl: true, mode: 'id', value });
let sandbox: Sandbox;
beforeAll(async () => {
	sandbox = await startSandbox();
});
beforeEach(() => sandbox.clearLog());
afterEach(() => expect(sandbox.problems()).toEqual([]));
afterAll(async () => await sandbox.close());

const on = (operation: string, parameters: IDataObject) => ({
	product: 'dingTalkSpreadsheet',
	credentials: sandboxCredentials(sandbox),
	parameters: {
		resource: 'sheet',
		operation,
		workbook: id(WORKBOOK),
		sheet: id('预算'),
		options: { callsPerSecond: 0 },
		...parameters,
	},
});
const set = async (range: string, ...criterion: IDataObject[]) =>
	await outputs(on('setFilter', { mode: 'set', range, criteria: { criterion } }));
const shown = async () => (await outputs(on('setFilter', { mode: 'get' })))[0];
const sheetCalls = () =>
	sandbox.log.flatMap(({ path }) => /\/(getFilter|createFilter|updateFilter|deleteFilter)$/.exec(path)?.[1] ?? []);

test('a filter is made, changed in place, made anew for another range, and removed', async () => {
	await set('B1:D5', { column: 'C', filterType: 'condition', comparison: 'greater', value: '100', second: 'none' });
	expect(sheetCalls()).toEqual(['getFilter', 'createFilter']);
	// Columns count from the first of the range.
	const greater = { filterType: 'condition', conditions: [{ operator: 'greater', value: '100' }] };
	expect(await shown()).toMatchObject({ range: 'B1:D5', criteria: { 1: greater } });

	sandbox.clearLog();
	await set('b1:d5', { column: 'C', filterType: 'values', visibleValues: '销售部, 技术部' });
	expect(sheetCalls()).toEqual(['getFilter', 'updateFilter']);
	expect((await shown())?.criteria).toEqual({ 1: { filterType: 'values', visibleValues: ['销售部', '技术部'] } });

	sandbox.clearLog();
	const either = { second: 'or', secondComparison: 'less', secondValue: '5' };
	await set('A1:D5', { column: 'C', filterType: 'condition', comparison: 'greater', value: '9', ...either });
	expect(sheetCalls()).toEqual(['getFilter', 'deleteFilter', 'createFilter']);
	expect((await shown())?.criteria).toMatchObject({ 2: { conditionOperator: 'or' } });

	await outputs(on('setFilter', { mode: 'remove' }));
	expect((await shown())?.range).toBeUndefined();
});

test('a column outside of the range, or twice, is refused before any call', async () => {
	const red = { filterType: 'color', colorOf: 'backgroundColor', color: '#FF0000' };
	await expect(set('A1:B5', { column: 'C', ...red })).rejects.toThrow('C is not in the range A1:B5');
	await expect(set('A1:B5', { column: 'A', ...red }, { column: 'a', ...red })).rejects.toThrow('a is there twice');
	expect(sheetCalls()).toEqual([]);
});

test('a picture floats over the cell that is named; what is no picture is refused', async () => {
	const picture = (mimeType: string) => ({
		...on('addImage', { binaryProperty: 'data', cell: 'B2', width: 120, height: 80, additionalFields: { offsetX: 4 } }),
		items: [
			{ json: {}, binary: { data: { data: Buffer.from('a png').toString('base64'), mimeType, fileName: 'logo.png' } } },
		],
	});
	await execute(picture('image/png'));
	expect(sandbox.data.spreadsheet.worksheets.find(({ name }) => name === '预算')?.images).toMatchObject([
		{ anchor: { row: 1, col: 1 }, coordinate: { width: 120, height: 80, offsetX: 4, offsetY: 0 } },
	]);
	await expect(execute(picture('application/pdf'))).rejects.toThrow('holds no picture');
});
