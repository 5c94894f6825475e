/** A rectangle of cells; rows and columns count from 0, as in DingTalk's routes of rows and columns. */
export interface Area {
	top: number;
	left: number;
	bottom: number;
	right: number;
}

/** The letters of a column: 0 → A, 26 → AA. */
export function letterOf(column: number): string {
	let letters = '';
	for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26))
		letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
	return letters;
}

/** The column of letters: A → 0, AA → 26. */
export const columnOf = (letters: string): number =>
	[...letters.toUpperCase()].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;

/** Letters of one column. */
export const COLUMN = /^[A-Za-z]{1,3}$/;
/** One cell or a rectangle of cells: `B2`, `A1:C10`. */
export const RANGE = /^([A-Za-z]{1,3})([1-9]\d*)(?::([A-Za-z]{1,3})([1-9]\d*))?$/;
/** Whole columns: `A:C`. */
export const COLUMNS = /^([A-Za-z]{1,3}):([A-Za-z]{1,3})$/;

/** The rectangle of an A1 address, with or without a sheet's name before it; undefined for any other text. */
export function areaOf(address: string): Area | undefined {
	const [, left, top, right = left, bottom = top] =
		RANGE.exec(address.slice(address.lastIndexOf('!') + 1).replaceAll('$', '')) ?? [];
	if (left === undefined || right === undefined) return undefined;
	const columns = [columnOf(left), columnOf(right)];
	const rows = [Number(top) - 1, Number(bottom) - 1];
	return { top: Math.min(...rows), left: Math.min(...columns), bottom: Math.max(...rows), right: Math.max(...columns) };
}

/** The A1 address of a rectangle: `A1:C10`, or `B2` for one cell. */
export function addressOf({ top, left, bottom, right }: Area): string {
	const first = `${letterOf(left)}${top + 1}`;
	const last = `${letterOf(right)}${bottom + 1}`;
	return first === last ? first : `${first}:${last}`;
}
