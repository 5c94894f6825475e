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

/** A new sheet has nothing by whose name a value could be put anywhere. */
const NO_HEADER: Refusal = {
	entry: '',
	message:
		'the sheet has no header row yet, so no key of the item is a column: set the option Extra Keys to Add Columns, and it is written 工作表还没有表头行：请将选项“多余的键”设为“添加列”，即可写入表头',
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

/** What the operations of rows put beside the values; where an item comes from one of them, it is no value. */
const OWN_KEYS = new Set(['rowNumber', 'a1Notation']);

const strangeIn = ({ columns: { strange } }: Item): string[] =>
	Object.keys(strange).filter((key) => !OWN_KEYS.has(key));

/** The rows of all items, with what the option Extra Keys says about keys that are no column. @throws InputError */
export async function withExtraColumns(
	api: Api,
	place: Place & { headerRow?: number },
	many: readonly Item[],
): Promise<Array<Row | Refusal>> {
	const refused = many.find((item) => item.extraColumns === 'error' && strangeIn(item).length > 0);
	if (refused) {
		const keys = strangeIn(refused).join(', ');
		throw new InputError('Columns', `the header row has no such column: ${keys}`, `表头行没有这些列：${keys}`);
	}
	const strange = [...new Set(many.flatMap((item) => (item.extraColumns === 'addHeader' ? strangeIn(item) : [])))];
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
		return [...cells.values()].some((text) => text !== '')
			? { cells, values }
			: known.length === 0
				? NO_HEADER
				: NOTHING;
	});
}
