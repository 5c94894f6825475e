import type { Cell, Worksheet } from '../../data/spreadsheet';
import type { Rectangle } from './address';

/** What a written text becomes, as if somebody had typed it: a number, TRUE or FALSE, a formula (which is not computed here), nothing. */
export const typedCell = (text: string): Cell | undefined => {
	if (text === '') return undefined;
	if (text.startsWith('=')) return { value: `(${text.slice(1)})`, formula: text };
	if (/^(TRUE|FALSE)$/.test(text)) return { value: text === 'TRUE' };
	return { value: text.trim() !== '' && String(Number(text)) === text ? Number(text) : text };
};

export const cellAt = ({ cells }: Worksheet, row: number, column: number): Cell | undefined => cells[row]?.[column];

export const put = ({ cells }: Worksheet, row: number, column: number, cell: Cell | undefined): void => {
	(cells[row] ??= [])[column] = cell;
};

/** The text that people see. */
export const shownText = (cell: Cell | undefined): string =>
	cell === undefined
		? ''
		: cell.shown !== undefined
			? cell.shown
			: typeof cell.value === 'boolean'
				? String(cell.value).toUpperCase()
				: String(cell.value);

/** Last row and column that hold something; −1: none. */
export const lastUsed = ({ cells }: Worksheet): { row: number; column: number } => {
	const used = Array.from(cells, (row) => (row ?? []).findLastIndex((cell) => cell !== undefined));
	return { row: used.findLastIndex((column) => column >= 0), column: Math.max(-1, ...used) };
};

/** A rectangle as a table of what `show` makes of each cell. */
export const table = <T>(
	sheet: Worksheet,
	{ top, left, rows, columns }: Rectangle,
	show: (cell: Cell | undefined) => T,
): T[][] =>
	Array.from({ length: rows }, (_, row) =>
		Array.from({ length: columns }, (_column, column) => show(cellAt(sheet, top + row, left + column))),
	);
