import type { Mapped } from '../../../runtime/field';
import { InputError } from '../../../runtime/inputError';
import type { Api, Json, Refusal } from '../../../runtime/operation';
import { addressOf } from '../../flows/address';
import { cellText } from '../../flows/columns';
import { pathOf, type Place } from '../../flows/read';
import { WRITE, cellsOf } from '../../flows/write';

interface Item {
	columns: Mapped;
	extraColumns?: 'addHeader' | 'error' | 'ignore';
}

/** A row to be written: its texts by column, and its values by name. */
interface Row {
	cells: Map<number, string>;
	values: Json;
}

const NOTHING: Refusal = {
	entry: '',
	message: 'no value for any column of the header row, so there is nothing to write 没有任何列的值，无内容可写',
};

/** Writes names after the last column of the header row → where each column is. One call. */
async function addHeaders(
	api: Api,
	{ headerRow = 1, ...place }: Place & { headerRow?: number },
	names: readonly string[],
	left: number,
): Promise<Map<string, number>> {
	const row = headerRow - 1;
	const rangeAddress = addressOf({ top: row, bottom: row, left, right: left + names.length - 1 });
	await api.call(
		WRITE,
		{ path: { ...pathOf(place), rangeAddress }, query: { operatorId: place.operator }, body: { values: [names] } },
		{ safe: true },
	);
	return new Map(names.map((name, index) => [name, left + index]));
}

/** The rows of all items, with what the option Extra Keys says about keys that are no column. @throws InputError */
export async function withExtraColumns(
	api: Api,
	place: Place & { headerRow?: number },
	many: readonly Item[],
): Promise<Array<Row | Refusal>> {
	const refused = many.find(
		({ columns: { strange }, extraColumns }) => extraColumns === 'error' && Object.keys(strange).length > 0,
	);
	if (refused) {
		const keys = Object.keys(refused.columns.strange).join(', ');
		throw new InputError('Columns', `the header row has no such column: ${keys}`, `表头行没有这些列：${keys}`);
	}
	const strange = [
		...new Set(many.flatMap((item) => (item.extraColumns === 'addHeader' ? Object.keys(item.columns.strange) : []))),
	];
	const known = many[0]?.columns.known ?? [];
	const added = strange.length > 0 ? await addHeaders(api, place, strange, known.length) : new Map<string, number>();
	return many.map(({ columns: { columns, strange: extra }, extraColumns }) => {
		const values = { ...columns };
		const cells = cellsOf(columns, known);
		for (const [name, column] of added)
			if (extraColumns === 'addHeader' && extra[name] !== undefined && extra[name] !== '') {
				const text = cellText(extra[name], api.timezone);
				cells.set(column, text);
				values[name] = text;
			}
		return [...cells.values()].some((text) => text !== '') ? { cells, values } : NOTHING;
	});
}
