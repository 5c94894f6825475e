import type { Column, LookUps } from '../../../runtime/field';
import { InputError } from '../../../runtime/inputError';
import { indexOf } from '../../flows/columns';
import { MOST_CELLS, readCells, usedOf, type Place } from '../../flows/read';

/** What tells a row by its matching columns. The text of a value counts: what was written as "5" may be read as 5. */
export const keyOf = (values: readonly unknown[]): string =>
	JSON.stringify(values.map((value) => (value === null || value === undefined ? '' : String(value).trim())));

/** Rows (from 0) below the header by the values of the matching columns: one call to see how far the sheet goes, one per 5,000 rows of each matching column. */
export async function existingRows(
	api: Pick<LookUps, 'call'>,
	place: Place,
	{ known, match, header }: { known: readonly Column[]; match: readonly string[]; header: number },
): Promise<Map<string, number[]>> {
	const columns = match.map((name) => {
		const column = known.find(({ id }) => id === name);
		if (!column)
			throw new InputError('Columns', `the header row has no column "${name}"`, `表头行没有名为“${name}”的列`);
		return indexOf(column);
	});
	const { lastRow } = await usedOf(api, place);
	const found = new Map<string, number[]>();
	for (let top = header; top <= lastRow; top += MOST_CELLS) {
		const bottom = Math.min(lastRow, top + MOST_CELLS - 1);
		const values: unknown[][] = [];
		for (const column of columns)
			values.push((await readCells(api, place, { top, bottom, left: column, right: column })).map(([cell]) => cell));
		for (let row = top; row <= bottom; row++) {
			const cells = values.map((column) => column[row - top]);
			if (cells.every((cell) => keyOf([cell]) === keyOf(['']))) continue;
			const key = keyOf(cells);
			found.set(key, [...(found.get(key) ?? []), row]);
		}
	}
	return found;
}
