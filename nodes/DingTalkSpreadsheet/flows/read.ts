import type { LookUps } from '../../runtime/field';
import { addressOf, letterOf, type Area } from './address';

/** Where cells are, and in whose name they are worked on. */
export interface Place {
	workbook: string;
	sheet: string;
	operator: string;
}

export const SHEET = 'GET /v1.0/doc/workbooks/{workbookId}/sheets/{sheetId}';
export const READ = 'GET /v1.0/doc/workbooks/{workbookId}/sheets/{sheetId}/ranges/{rangeAddress}';

/** Cells of one call. The page names no bound, only that too large a range is refused. https://open.dingtalk.com/document/development/get-cell-properties */
export const MOST_CELLS = 5000;

/** What is shown of a cell: its value, the text that people see, or its formula. */
export type Shown = 'values' | 'displayValues' | 'formulas';

export const pathOf = ({ workbook: workbookId, sheet: sheetId }: Place) => ({ workbookId, sheetId });

/** Last row and column that hold something, from 0; −1 in an empty sheet. https://open.dingtalk.com/document/development/obtain-worksheet-properties */
export async function usedOf(
	api: Pick<LookUps, 'call'>,
	place: Place,
): Promise<{ lastRow: number; lastColumn: number }> {
	const sheet = await api.call(SHEET, { path: pathOf(place), query: { operatorId: place.operator } });
	return { lastRow: Number(sheet.lastNonEmptyRow ?? -1), lastColumn: Number(sheet.lastNonEmptyColumn ?? -1) };
}

/** The cells of a rectangle, row by row. One call: the caller keeps it within `MOST_CELLS`. */
export async function readCells(
	api: Pick<LookUps, 'call'>,
	place: Place,
	area: Area,
	shown: Shown = 'values',
): Promise<unknown[][]> {
	const [rows = []] = await readTables(api, place, area, [shown]);
	return rows;
}

/** The same cells, shown in several ways. One call. */
export async function readTables(
	api: Pick<LookUps, 'call'>,
	place: Place,
	area: Area,
	shown: readonly Shown[],
): Promise<unknown[][][]> {
	const answer = await api.call(READ, {
		path: { ...pathOf(place), rangeAddress: addressOf(area) },
		query: { operatorId: place.operator, select: shown.join(',') },
	});
	return shown.map((one) => {
		const rows: unknown = answer[one];
		return Array.isArray(rows) ? rows.map((row: unknown): unknown[] => (Array.isArray(row) ? row : [])) : [];
	});
}

const textOf = (cell: unknown): string => (cell === null || cell === undefined ? '' : String(cell).trim());

/** Names of columns from a header row: an empty cell is named by its letter, a name for the second time gets a number. */
export function namesOf(cells: readonly unknown[], first = 0): string[] {
	const seen = new Map<string, number>();
	return cells.map((cell, index) => {
		const name = textOf(cell) || letterOf(first + index);
		const times = (seen.get(name) ?? 0) + 1;
		seen.set(name, times);
		return times === 1 ? name : `${name} (${times})`;
	});
}
