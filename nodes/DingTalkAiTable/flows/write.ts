import { isObject } from '../../protocol/json';
import type { Column, Reading } from '../../runtime/field';
import { splitList } from '../../runtime/people';
import { boolean, choice, choices, moment, number, people, text } from '../../shared/columnValues';

const named = (key: string) => (value: unknown) =>
	(Array.isArray(value) ? value : [value]).flatMap((entry: unknown) =>
		isObject(entry) ? [{ [key]: String(entry[key]) }] : splitList(entry).map((id) => ({ [key]: id })),
	);

const link = (value: unknown) => ({
	linkedRecordIds:
		isObject(value) && Array.isArray(value.linkedRecordIds) ? value.linkedRecordIds.map(String) : splitList(value),
});

function url(value: unknown): { text: string; link: string } {
	if (isObject(value)) return { text: String(value.text ?? value.link), link: String(value.link) };
	const [, words, address] = /^\[([^\]]*)\]\((\S+)\)$/.exec(String(value).trim()) ?? [];
	return words !== undefined && address !== undefined
		? { text: words || address, link: address }
		: { text: String(value), link: String(value) };
}

/** Files that the item carries, still to be uploaded, or what an earlier upload or record gave. They replace the list of the cell. */
async function attachments(value: unknown, { binary }: Reading): Promise<unknown[]> {
	const entries: unknown[] = Array.isArray(value) ? value : [value];
	return (
		await Promise.all(
			entries.map(async (entry) => (isObject(entry) ? [entry] : await Promise.all(splitList(entry).map(binary)))),
		)
	).flat();
}

/** Empties a cell. */
const CLEAR: Readonly<Record<string, unknown>> = {
	text: '',
	multipleSelect: [],
	user: [],
	department: [],
	attachment: [],
	unidirectionalLink: { linkedRecordIds: [] },
	bidirectionalLink: { linkedRecordIds: [] },
};

/**
 * One value → what a record takes for a field of this type. `undefined` and empty text are not sent, `null` empties the cell.
 * @throws InputError naming the field.
 */
export function writeValue(value: unknown, column: Column, reading: Reading): unknown {
	if (value === undefined || value === '') return undefined;
	const { native } = column;
	if (value === null) return native in CLEAR ? CLEAR[native] : null;
	switch (native) {
		case 'number':
		case 'currency':
		case 'rating':
		case 'progress':
			return number(value, column);
		case 'singleSelect':
			return choice(value, column);
		case 'multipleSelect':
			return choices(value, column);
		case 'date':
			return moment(value, column, reading.timezone);
		case 'user':
			return people(value, column, reading, 'unionId').then((ids) => ids.map((unionId) => ({ unionId })));
		case 'department':
			return named('deptId')(value);
		case 'group':
			return named('cid')(value);
		case 'unidirectionalLink':
		case 'bidirectionalLink':
			return link(value);
		case 'url':
			return url(value);
		case 'checkbox':
			return boolean(value, column);
		case 'attachment':
			return attachments(value, reading);
		case 'richText':
			return isObject(value) ? value : { markdown: text(value) };
		case 'text':
		case 'telephone':
		case 'email':
		case 'barcode':
		case 'idCard':
			return text(value);
		default:
			return value;
	}
}
