import type { Column } from '../../runtime/field';
import type { Api, Json, Refusal } from '../../runtime/operation';
import { refusalOf } from '../../runtime/partial';
import { slices } from '../../runtime/slices';
import { addressOf, areaOf, type Area } from './address';
import { indexOf } from './columns';
import { pathOf, type Place } from './read';

export const WRITE = 'PUT /v1.0/doc/workbooks/{workbookId}/sheets/{sheetId}/ranges/{rangeAddress}';
export const APPEND = 'POST /v1.0/doc/workbooks/{workbookId}/sheets/{sheetId}/appendRows';

/** Rows of one call. The pages name no bound. https://open.dingtalk.com/document/development/append-line */
const MOST_ROWS = 500;

/** New texts of some cells of a row; row and columns count from 0. */
export interface RowWrite {
	row: number;
	cells: ReadonlyMap<number, string>;
}

interface Block extends Area {
	values: string[][];
}

/** The texts of a mapper by the place of their column. */
export const cellsOf = (columns: Json, known: readonly Column[]): Map<number, string> =>
	new Map(
		known.flatMap((column) => {
			const text = columns[column.id];
			return text === undefined ? [] : [[indexOf(column), String(text)] as const];
		}),
	);

/** Runs of columns that stand side by side. */
function runsOf(cells: ReadonlyMap<number, string>): Array<{ left: number; texts: string[] }> {
	const runs: Array<{ left: number; texts: string[] }> = [];
	for (const [column, text] of [...cells].sort(([a], [b]) => a - b)) {
		const last = runs.at(-1);
		if (last && last.left + last.texts.length === column) last.texts.push(text);
		else runs.push({ left: column, texts: [text] });
	}
	return runs;
}

/**
 * The fewest full rectangles that hold exactly the given cells: what is written must fill its range, and a cell between that nobody
 * gave must not be emptied. Rows that follow each other and change the same columns are one rectangle.
 */
export function blocksOf(writes: readonly RowWrite[]): Block[] {
	const blocks: Block[] = [];
	for (const { row, cells } of [...writes].sort((a, b) => a.row - b.row))
		for (const { left, texts } of runsOf(cells)) {
			const right = left + texts.length - 1;
			const above = blocks.find(
				(block) =>
					block.left === left && block.right === right && block.bottom === row - 1 && block.values.length < MOST_ROWS,
			);
			if (above) {
				above.bottom = row;
				above.values.push(texts);
			} else blocks.push({ top: row, bottom: row, left, right, values: [texts] });
		}
	return blocks;
}

/** Writes some cells of some rows: for each row its addresses, or why it was not written. Two writes of one row must be one. */
export async function writeRows(
	api: Api,
	place: Place,
	writes: readonly RowWrite[],
): Promise<Map<number, string | Refusal>> {
	const outcomes = new Map<number, string | Refusal>();
	for (const { values, ...area } of blocksOf(writes)) {
		const refused = await api
			.call(
				WRITE,
				{
					path: { ...pathOf(place), rangeAddress: addressOf(area) },
					query: { operatorId: place.operator },
					body: { values },
				},
				{ safe: true },
			)
			.then(
				() => undefined,
				(error: unknown) => ({ error }),
			);
		for (let row = area.top; row <= area.bottom; row++) {
			const before = outcomes.get(row);
			if (refused) outcomes.set(row, refusalOf(refused.error, `${row + 1}`));
			else if (before === undefined || typeof before === 'string') {
				const address = addressOf({ ...area, top: row, bottom: row });
				outcomes.set(row, before === undefined ? address : `${before},${address}`);
			}
		}
	}
	return outcomes;
}

/** Where an appended row came to be; without it where DingTalk's answer does not say. */
export interface Appended {
	rowNumber?: number;
	a1Notation?: string;
}

/**
 * Puts rows below the last one that holds something; DingTalk finds it, so that two runs at the same time lose nothing. 500 rows a
 * call; after a call that failed no other is made, since the rows would come in another order.
 */
export async function appendRows(
	api: Api,
	place: Place,
	rows: readonly string[][],
): Promise<Array<Appended | Refusal>> {
	const outcomes: Array<Appended | Refusal> = [];
	for (const values of slices(rows, MOST_ROWS)) {
		try {
			const { a1Notation } = await api.call(APPEND, {
				path: pathOf(place),
				query: { operatorId: place.operator },
				body: { values },
			});
			const area = areaOf(String(a1Notation ?? ''));
			for (let index = 0; index < values.length; index++) {
				const row = area && area.top + index;
				outcomes.push(
					area && row !== undefined
						? { rowNumber: row + 1, a1Notation: addressOf({ ...area, top: row, bottom: row }) }
						: {},
				);
			}
		} catch (error) {
			while (outcomes.length < rows.length) outcomes.push(refusalOf(error, ''));
			break;
		}
	}
	return outcomes;
}
