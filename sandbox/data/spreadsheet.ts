/** A cell: a value, the formula that it comes from, and what people see where its number format shows something else (a date is a number). */
export interface Cell {
	value: string | number | boolean;
	formula?: string;
	shown?: string;
}

export interface Worksheet {
	id: string;
	workbookId: string;
	name: string;
	visibility: 'visible' | 'hidden';
	/** By row, then column, both from 0; a row or cell that holds nothing may be absent. */
	cells: Array<Array<Cell | undefined> | undefined>;
	frozenRowCount: number;
	frozenColumnCount: number;
	/** What else was set, by address and member: `A1:B2 backgroundColors`. */
	formats: Map<string, unknown>;
	filter?: { id: string; range: string; criteria: Record<string, object | null> };
	images?: Array<{ id: string; src: string; anchor: { row: number; col: number }; coordinate: object }>;
}

export interface SpreadsheetData {
	worksheets: Worksheet[];
}

/** Ids of nodes are letters and digits: they stand in links. */
export const WORKBOOK = 'sandboxWorkbookBudget000000000001';

export const worksheet = (
	id: string,
	workbookId: string,
	name: string,
	rows: Array<Array<Cell['value']>> = [],
): Worksheet => ({
	id,
	workbookId,
	name,
	visibility: 'visible',
	cells: rows.map((row) => row.map((value) => (value === '' ? undefined : { value }))),
	frozenRowCount: 0,
	frozenColumnCount: 0,
	formats: new Map(),
});

export const seedSpreadsheet = (): SpreadsheetData => ({
	worksheets: [
		worksheet('stSandboxBudget', WORKBOOK, '预算', [
			['项目', '部门', '金额', '状态'],
			['差旅', '销售部', 12000, '已批准'],
			['服务器', '技术部', 86000, '待审批'],
			['培训', '人事部', 15000, '已批准'],
			['', '', '', ''],
			['展会', '市场部', 60000, '待审批'],
		]),
		worksheet('stSandboxLog', WORKBOOK, '日志', [['时间', '来源', '内容']]),
		worksheet('stSandboxEmpty', WORKBOOK, '空白'),
	],
});
