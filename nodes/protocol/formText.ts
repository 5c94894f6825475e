import { asText, isObject, writeJson, type Json } from './json';

const isGiven = (value: unknown) => value !== undefined && value !== null;

/** Members of a component in a table's row. https://open.dingtalk.com/document/development/create-an-approval-instance */
const CELL = new Set(['name', 'value', 'extValue', 'id', 'bizAlias', 'componentType', 'details']);

const isCell = (value: unknown): value is Json =>
	isObject(value) && 'name' in value && 'value' in value && Object.keys(value).every((key) => CELL.has(key));

/** A file as Upload Attachment gives it, and as the page wants it. */
const isFile = (value: unknown): value is Json => isObject(value) && 'fileId' in value && 'spaceId' in value;

/** The values of a component, of those in its `details` and so on, as text. */
export const wireComponent = (component: Json): Json => ({
	...component,
	...(isGiven(component.value) && { value: wireText(component.value) }),
	...(isGiven(component.extValue) && { extValue: wireText(component.extValue) }),
	...(Array.isArray(component.details) && {
		details: component.details.map((one: unknown) => (isObject(one) ? wireComponent(one) : one)),
	}),
});

/** A row given by its columns' names → its cells; columns without a value are left out. */
const cellsOf = (row: Json): Json[] =>
	Object.entries(row)
		.filter(([, value]) => isGiven(value))
		.map(([name, value]) => ({ name, value: wireText(value) }));

const rowOf = (row: unknown): unknown => {
	if (Array.isArray(row)) return row.map((cell: unknown) => (isObject(cell) ? wireComponent(cell) : cell));
	return isObject(row) ? cellsOf(row) : row;
};

/** The members of a file are text, `fileSize` too. */
const fileText = (file: Json): Json =>
	Object.fromEntries(Object.entries(file).map(([key, value]) => [key, isGiven(value) ? wireText(value) : value]));

/** What a list holds, by its entries: files, one row of cells, rows of a table; else plain values (choices, people, pictures, a place). */
function wireList(list: readonly unknown[]): readonly unknown[] {
	if (list.some(isFile)) return list.map((one) => (isFile(one) ? fileText(one) : one));
	if (list.length > 0 && list.every(isCell)) return [rowOf(list)];
	return list.some((one) => isObject(one) || Array.isArray(one)) ? list.map(rowOf) : list;
}

/**
 * A value of a form as DingTalk wants it: always text. Choices, people, tables and attachments are JSON in it, whose
 * values are text again; the rows of a table may be objects by the columns' names. Text stays as it was written.
 */
export function wireText(value: unknown): string {
	if (typeof value === 'string') return value;
	return Array.isArray(value) ? writeJson(wireList(value)) : asText(value);
}
