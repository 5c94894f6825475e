import { isObject, type Json } from '../../../protocol/json';
import { InputError } from '../../../runtime/inputError';
import { addressOf, areaOf } from '../../flows/address';
import { tableOf } from '../../flows/table';

/** What a whole range gets: one value for all of its cells. */
interface Formats {
	backgroundColor?: string;
	cellProperties?: unknown;
	fontColor?: string;
	fontSize?: number;
	fontWeight?: string;
	horizontalAlignment?: string;
	numberFormat?: string;
	verticalAlignment?: string;
	wordWrap?: string;
}

const isTable = (value: unknown): value is unknown[][] => Array.isArray(value) && value.every(Array.isArray);

/** Tables that are given cell by cell, by the names of the API. @throws InputError */
function tablesOf(given: unknown): Record<string, unknown[][]> {
	const tables: Record<string, unknown[][]> = {};
	for (const [name, table] of Object.entries(isObject(given) ? given : {})) {
		if (!isTable(table))
			throw new InputError('Cell Properties (JSON)', `"${name}" must be a list of rows`, `“${name}”应为二维数组`);
		tables[name] = table;
	}
	return tables;
}

/**
 * What an update of a range sends: every table has exactly the rows and columns of the range, one value is spread over it.
 * A range of one cell is only where the values begin. @throws InputError
 */
export function bodyOf(
	address: string,
	values: unknown,
	formats: Formats,
	zone: string,
): { rangeAddress: string; body: Json } {
	const { cellProperties, numberFormat, wordWrap, ...single } = formats;
	const table = values === undefined ? undefined : tableOf('Values', values, zone);
	const tables = tablesOf(cellProperties);
	const all = { ...(table && { values: table }), ...tables };
	const [first] = Object.values(all);
	const given = areaOf(address);
	if (!given) throw new InputError('Range', 'must be cells in A1 notation', '应为 A1 表示法的单元格区域');
	const start = given.top === given.bottom && given.left === given.right;
	const [rows, columns] =
		start && first
			? [first.length, first[0]?.length ?? 0]
			: [given.bottom - given.top + 1, given.right - given.left + 1];
	for (const [name, cells] of Object.entries(all))
		if (cells.length !== rows || cells.some((row) => row.length !== columns))
			throw new InputError(
				name === 'values' ? 'Values' : 'Cell Properties (JSON)',
				`"${name}" has not the ${rows} rows of ${columns} cells that the range ${address} has; give only its top left cell to let the values decide`,
				`“${name}”的行列数与区域 ${address}（${rows} 行 ${columns} 列）不一致；可只填左上角单元格`,
			);
	const spread = Object.fromEntries(
		Object.entries(single).flatMap(([name, value]) =>
			value === undefined
				? []
				: [[`${name}s`, Array.from({ length: rows }, () => Array.from({ length: columns }, () => value))]],
		),
	);
	const body: Json = { ...spread, ...all, numberFormat, wordWrap };
	if (Object.values(body).every((value) => value === undefined))
		throw new InputError(
			'Values',
			'are empty, and no format is given: there is nothing to write',
			'为空且未设置格式：没有可写入的内容',
		);
	const { top, left } = given;
	return { rangeAddress: addressOf({ top, left, bottom: top + rows - 1, right: left + columns - 1 }), body };
}
