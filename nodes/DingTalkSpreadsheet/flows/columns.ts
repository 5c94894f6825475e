import { asText } from '../../protocol/json';
import type { Column, LookUps, Reading } from '../../runtime/field';
import { toPlainTime } from '../../runtime/moment';
import { namesOf, readCells, usedOf, type Place } from './read';

/** The columns of a sheet by its header row, as a mapper shows them. Two calls: how far the sheet goes, then the row. */
export async function columnsOfHeader(
	{ headerRow = 1, ...place }: Place & { headerRow?: number },
	api: LookUps,
): Promise<Column[]> {
	const { lastRow, lastColumn } = await usedOf(api, place);
	if (lastColumn < 0 || lastRow < headerRow - 1) return [];
	const row = headerRow - 1;
	const [cells = []] = await readCells(api, place, { top: row, bottom: row, left: 0, right: lastColumn });
	const all = Array.from({ length: lastColumn + 1 }, (_, index) => cells[index]);
	return namesOf(all).map((name, index) => ({
		id: name,
		name,
		type: 'string',
		native: 'cell',
		match: true,
		more: { column: index },
	}));
}

/**
 * A value as the text that a cell takes: the routes take text in every cell, in the pages' examples numbers too. Moments are in
 * the workflow's zone. https://open.dingtalk.com/document/development/update-cell-properties
 */
export function cellText(value: unknown, zone: string): string {
	if (value === null || value === undefined) return '';
	if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
	const moment = toPlainTime(value, zone);
	if (moment !== undefined) return moment;
	return asText(value);
}

/** One value of a mapper → the text of its cell; `undefined` and empty text leave the cell alone, `null` empties it. */
export const writeCell = (value: unknown, _: Column, { timezone }: Reading): string | undefined =>
	value === undefined || value === '' ? undefined : cellText(value, timezone);

/** Where a column is, from 0. */
export const indexOf = ({ more }: Column): number => Number(more?.column);
