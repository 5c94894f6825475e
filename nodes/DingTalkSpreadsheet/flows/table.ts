import { isObject } from '../../protocol/json';
import { InputError } from '../../runtime/inputError';
import { cellText } from './columns';

/**
 * What somebody gives as cells → rows of texts, all of the width of the longest: a list of rows (each a list of values, or an object
 * whose values count in their order), or one such row. @throws InputError
 */
export function tableOf(field: string, given: unknown, zone: string): string[][] {
	const entries: unknown[] = Array.isArray(given) ? given : [given];
	const rows = entries.some((entry) => Array.isArray(entry) || isObject(entry)) ? entries : [entries];
	const cells = rows.map((row): unknown[] => {
		if (Array.isArray(row)) return row;
		if (isObject(row)) return Object.values(row);
		throw new InputError(
			field,
			'must be a list of rows, each a list of values: [["a", 1], ["b", 2]]',
			'应为行的数组，每行是值的数组：[["a", 1], ["b", 2]]',
		);
	});
	const width = Math.max(0, ...cells.map((row) => row.length));
	if (width === 0) throw new InputError(field, 'has no cell', '没有任何单元格');
	return cells.map((row) => Array.from({ length: width }, (_, index) => cellText(row[index], zone)));
}
