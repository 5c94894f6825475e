import type { Column, LookUps } from '../../../runtime/field';
import { InputError } from '../../../runtime/inputError';
import { plainMoment } from '../../../runtime/moment';
import { cellText, indexOf } from '../../flows/columns';
import { MOST_CELLS, readTables, usedOf, type Place } from '../../flows/read';

/** What tells a row by its matching columns. The text of a value counts: what was written as "5" may be read as 5, a moment in any way that a cell shows one. */
export const keyOf = (values: readonly unknown[]): string =>
	JSON.stringify(
		values.map((value) => {
			const text = typeof value === 'boolean' ? cellText(value, 'utc') : String(value ?? '').trim();
			return plainMoment(text) ?? text;
		}),
	);

/** What a cell was written as: of a date, whose value is a serial number, the text that is shown. Another number may be shown rounded. */
const valueOf = (value: unknown, shown: unknown): unknown =>
	typeof value === 'number' && typeof shown === 'string' && plainMoment(shown.trim()) !== undefined ? shown : value;

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
	const nothing = keyOf(columns.map(() => ''));
	for (let top = header; top <= lastRow; top += MOST_CELLS) {
		const bottom = Math.min(lastRow, top + MOST_CELLS - 1);
		const tables: unknown[][][][] = [];
		for (const column of columns)
			tables.push(
				await readTables(api, place, { top, bottom, left: column, right: column }, ['values', 'displayValues']),
			);
		for (let row = top; row <= bottom; row++) {
			const cells = tables.map(([values = [], texts = []]) => valueOf(values[row - top]?.[0], texts[row - top]?.[0]));
			const key = keyOf(cells);
			if (key !== nothing) found.set(key, [...(found.get(key) ?? []), row]);
		}
	}
	return found;
}
