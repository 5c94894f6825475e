import type { Json } from '../../../protocol/json';
import type { LookUps } from '../../../runtime/field';
import { InputError } from '../../../runtime/inputError';
import { COLUMNS, areaOf, columnOf, letterOf, type Area } from '../../flows/address';
import { flat } from '../../../shared/flat';
import { MOST_CELLS, namesOf, readCells, usedOf, type Place, type Shown } from '../../flows/read';

interface Condition {
	column: string;
	value?: string;
}

interface Wanted {
	shown: Shown;
	limit: number;
	range?: string;
	/** From 1; 0 for none. */
	headerRow: number;
	/** From 1. */
	firstDataRow?: number;
	conditions: readonly Condition[];
}

type Reader = Pick<LookUps, 'call'>;

/** The cells that are meant: those of the range, or all that hold something. `undefined` in an empty sheet. */
async function extentOf(api: Reader, place: Place, range: string | undefined): Promise<Area | undefined> {
	const given = range === undefined ? undefined : areaOf(range);
	if (given) return given;
	const { lastRow, lastColumn } = await usedOf(api, place);
	if (lastRow < 0 || lastColumn < 0) return undefined;
	const [, left = 'A', right = letterOf(lastColumn)] = COLUMNS.exec(range ?? '') ?? [];
	return { top: 0, bottom: lastRow, left: columnOf(left), right: columnOf(right) };
}

/** A row's cells by name, as many as there are names; `undefined` for an empty row. */
function rowOf(cells: readonly unknown[], columns: readonly string[], row: number): Json | undefined {
	if (cells.every((cell) => cell === null || cell === undefined || cell === '')) return undefined;
	return flat({ rowNumber: row + 1 }, Object.fromEntries(columns.map((name, index) => [name, cells[index] ?? ''])));
}

const meets = (row: Json, conditions: readonly Condition[]) =>
	conditions.every(({ column, value = '' }) => String(row[column]).trim() === value.trim());

function checkConditions(conditions: readonly Condition[], columns: readonly string[]): void {
	const missing = conditions.find(({ column }) => !columns.includes(column))?.column;
	if (missing !== undefined)
		throw new InputError(
			'Filters',
			`there is no column "${missing}". The header row has: ${columns.join(', ')}`,
			`没有名为“${missing}”的列。表头行的列：${columns.join('、')}`,
		);
}

/** Rows of a sheet as objects by the names of the header row, read in windows of 5,000 cells until `limit` is reached. */
export async function readRows(
	api: Reader,
	place: Place,
	{ shown, limit, range, headerRow, firstDataRow = headerRow + 1, conditions }: Wanted,
): Promise<Json[]> {
	const extent = await extentOf(api, place, range);
	if (!extent) return [];
	const { left, right, bottom } = extent;
	const width = right - left + 1;
	const most = Math.max(1, Math.floor(MOST_CELLS / width));
	const start = Math.max(extent.top, firstDataRow - 1);
	const header = headerRow - 1;
	const namesIn = (cells: readonly unknown[]) =>
		namesOf(
			Array.from({ length: width }, (_, index) => cells[index]),
			left,
		);
	// The header comes with the first rows where it stands right above them and is shown alike.
	const together = header >= 0 && start === header + 1 && shown === 'values';
	let columns: string[] | undefined;
	if (header < 0) columns = namesIn([]);
	else if (!together)
		[columns] = (await readCells(api, place, { left, right, top: header, bottom: header })).map(namesIn);
	const found: Json[] = [];
	for (let top = together ? header : start; top <= bottom && found.length < limit; top += most) {
		const rows = await readCells(api, place, { left, right, top, bottom: Math.min(bottom, top + most - 1) }, shown);
		const names = (columns ??= namesIn(rows[0] ?? []));
		checkConditions(conditions, names);
		rows.forEach((cells, index) => {
			const row = top + index < start ? undefined : rowOf(cells, names, top + index);
			if (row && found.length < limit && meets(row, conditions)) found.push(row);
		});
	}
	return found;
}
