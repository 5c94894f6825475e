/** A rectangle of cells, from 0. */
export interface Rectangle {
	top: number;
	left: number;
	rows: number;
	columns: number;
}

const letters = (column: number): string =>
	column < 0 ? '' : letters(Math.floor(column / 26) - 1) + String.fromCharCode(65 + (column % 26));
const number = (text: string): number => [...text].reduce((sum, one) => sum * 26 + one.charCodeAt(0) - 64, 0) - 1;

/** `A1:C3`, `B2`, and where `bounds` says how far a sheet goes `A:C`; undefined: not an address. */
export const rectangle = (address: string, bounds?: { rows: number }): Rectangle | undefined => {
	const found = /^([A-Z]{1,3})(\d+)?(?::([A-Z]{1,3})(\d+)?)?$/.exec(address.toUpperCase());
	if (!found) return undefined;
	const [, left, top, right = left, bottom = top] = found;
	if (top === undefined && !(bounds && found[3])) return undefined;
	const first = top === undefined ? 0 : Number(top) - 1;
	const last = bottom === undefined ? (bounds?.rows ?? 0) - 1 : Number(bottom) - 1;
	const rows = last - first + 1;
	const columns = number(right) - number(left) + 1;
	return first < 0 || rows < 1 || columns < 1 ? undefined : { top: first, left: number(left), rows, columns };
};

export const a1 = ({ top, left, rows, columns }: Rectangle): string => {
	const first = `${letters(left)}${top + 1}`;
	return rows === 1 && columns === 1 ? first : `${first}:${letters(left + columns - 1)}${top + rows}`;
};
