/** Rows that are found again although the sheet shows their values in another way than they were written. */
import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import { startSandbox, type Sandbox } from '../../../sandbox';
import { WORKBOOK } from '../../../sandbox/data/spreadsheet';
import { outputs, sandboxCredentials } from '../../support/engine';

const id = (value: string) => ({ __rl: true, mode: 'id', value });
const SHEET = 'stSandboxLog';

let sandbox: Sandbox;
beforeEach(async () => {
	sandbox = await startSandbox();
});
afterEach(async () => {
	expect(sandbox.problems()).toEqual([]);
	await sandbox.close();
});

const row = (operation: string, parameters: IDataObject, items: IDataObject[], more: IDataObject = {}) => ({
	product: 'dingTalkSpreadsheet',
	credentials: sandboxCredentials(sandbox),
	parameters: {
		resource: 'row',
		operation,
		workbook: id(WORKBOOK),
		sheet: id(SHEET),
		options: { callsPerSecond: 0, ...more },
		...parameters,
	},
	items: items.map((json): INodeExecutionData => ({ json })),
});
const automatic = (...matchingColumns: string[]) => ({
	columns: { mappingMode: 'autoMapInputData', value: null, matchingColumns },
});
const cells = () => {
	const found = sandbox.data.spreadsheet.worksheets.find((one) => one.id === SHEET);
	if (!found) throw new Error(SHEET);
	return found.cells;
};
const actions = async (matching: string, items: IDataObject[]) =>
	(await outputs(row('appendOrUpdate', automatic(matching), items))).map(({ action }) => action);

test('matching by yes and no appends nothing twice', async () => {
	const items = [{ 来源: true, 内容: 'a' }];
	expect(await actions('来源', items)).toEqual(['appended']);
	expect(await actions('来源', items)).toEqual(['updated']);
});

test('a day that the sheet keeps as a number is matched by the text that it shows', async () => {
	cells().push([{ value: 46357, shown: '2026/12/1' }, undefined, { value: 'alt' }]);
	cells().push([{ value: 46358.5, shown: '2026年12月2日 12:00:00' }]);
	const items = [
		{ 时间: '2026-12-01', 内容: 'neu' },
		{ 时间: '2026-12-02T12:00:00.000+08:00' },
		{ 时间: '2026-12-03' },
	];
	expect(await actions('时间', items)).toEqual(['updated', 'updated', 'appended']);
	expect(cells()[1]?.[2]?.value).toBe('neu');
});

test('a number that is shown rounded is matched by its value', async () => {
	cells().push([undefined, { value: 12.34, shown: '12' }]);
	expect(await actions('来源', [{ 来源: 12, 内容: 'x' }])).toEqual(['appended']);
	expect(await actions('来源', [{ 来源: '12.34', 内容: 'y' }])).toEqual(['updated']);
});

test('what Get Many says of a row becomes no column of the sheet', async () => {
	const items = [{ rowNumber: 5, a1Notation: 'A5:C5', 内容: 'kopiert', 备注: 'n' }];
	await outputs(row('append', automatic(), items, { extraColumns: 'addHeader' }));
	expect(cells()[0]?.map((cell) => cell?.value)).toEqual(['时间', '来源', '内容', '备注']);
	await outputs(row('append', automatic(), [{ rowNumber: 5, 内容: 'x' }], { extraColumns: 'error' }));
});

test('rows of an empty sheet: what to do is said, and the option writes the header', async () => {
	const empty = { ...automatic(), sheet: id('stSandboxEmpty') };
	await expect(outputs(row('append', empty, [{ a: 1 }]))).rejects.toThrow('set the option Extra Keys to Add Columns');
	await outputs(row('append', empty, [{ a: 1 }], { extraColumns: 'addHeader' }));
	const read = { valueMode: 'values', returnAll: true, filters: {}, sheet: id('stSandboxEmpty') };
	expect(await outputs(row('getAll', read, [{}]))).toEqual([{ rowNumber: 2, a: 1 }]);
});

test('a column called rowNumber hides no row’s number', async () => {
	cells()[0]?.push({ value: 'rowNumber' });
	cells().push([undefined, undefined, { value: 'x' }, { value: 77 }]);
	const [read] = await outputs(row('getAll', { valueMode: 'values', returnAll: true, filters: {} }, [{}]));
	expect(read).toMatchObject({ rowNumber: 2, 'rowNumber (2)': 77, 内容: 'x' });
});
