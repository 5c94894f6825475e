import { isObject } from '../../protocol/json';
import type { Column, Reading } from '../../runtime/field';
import { InputError } from '../../runtime/inputError';
import { toMoment } from '../../runtime/moment';
import { personRefs, splitList } from '../../runtime/people';

function refuse({ name }: Column, value: unknown, en: string, zh: string): never {
	const shown = typeof value === 'string' ? value : JSON.stringify(value);
	throw new InputError(name, `${en}: ${shown.slice(0, 80)}`, `${zh}：${shown.slice(0, 80)}`);
}

const text = (value: unknown): string => (typeof value === 'object' ? JSON.stringify(value) : String(value));

function number(value: unknown, column: Column): number {
	const read =
		typeof value === 'number' ? value : typeof value === 'string' && value.trim() !== '' ? Number(value) : NaN;
	return Number.isFinite(read) ? read : refuse(column, value, 'is not a number', '不是数字');
}

function boolean(value: unknown, column: Column): boolean {
	if (value === true || value === 1 || /^(true|1|yes)$/i.test(String(value))) return true;
	if (value === false || value === 0 || /^(false|0|no)$/i.test(String(value))) return false;
	return refuse(column, value, 'must be true or false', '只能是 true 或 false');
}

/** A choice is sent by its name; the API gives it as `{ id, name }`. */
const choiceName = (value: unknown): string =>
	isObject(value) && 'name' in value ? String(value.name) : String(value);

function choice(value: unknown, column: Column): string {
	if (!Array.isArray(value)) return choiceName(value);
	return value.length === 1 ? choiceName(value[0]) : refuse(column, value, 'takes one choice', '只能选择一项');
}

const choices = (value: unknown): string[] =>
	Array.isArray(value) ? value.map(choiceName) : typeof value === 'string' ? splitList(value) : [choiceName(value)];

/** A moment in any form that n8n knows, as ms. https://open.dingtalk.com/document/development/api-notable-insertrecords */
function moment(value: unknown, column: Column, zone: string): number {
	const ms = toMoment(value, zone);
	return ms !== undefined && Number.isFinite(ms)
		? ms
		: refuse(column, value, 'is not a date and time', '不是有效的日期时间');
}

/**
 * How somebody is named by a bare text: an eleven-digit number is a mobile number, what looks like a unionId (the output of this
 * node has those) is one, anything else is a userId, as in every people field of these nodes.
 */
const modeOf = (id: string): 'mobile' | 'unionId' | 'userId' =>
	/^1\d{10}$/.test(id) ? 'mobile' : /^\w{18,}i[ES]$/.test(id) ? 'unionId' : 'userId';

/** People as the API takes them; what the API gave back stays as it is. */
async function people(
	value: unknown,
	column: Column,
	{ people: directory }: Reading,
): Promise<Array<{ unionId: string }>> {
	const entries: unknown[] = Array.isArray(value) ? value : [value];
	const found = await Promise.all(
		entries.map(async (entry) => {
			if (isObject(entry) && typeof entry.unionId === 'string') return [{ unionId: entry.unionId }];
			const refs =
				isObject(entry) && 'mode' in entry
					? personRefs(entry)
					: personRefs(isObject(entry) ? entry.userId : entry).map(({ value: id }) => ({
							mode: modeOf(id),
							value: id,
						}));
			return await Promise.all(refs.map(async (ref) => ({ unionId: await directory.idOf(ref, 'unionId') })));
		}),
	);
	const all = found.flat();
	return all.length > 0 ? all : refuse(column, value, 'names nobody', '没有人员');
}

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
	const [, words, address] = /^\[([^\]]*)\]\(([^)\s]+)\)$/.exec(String(value).trim()) ?? [];
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
			return choices(value);
		case 'date':
			return moment(value, column, reading.timezone);
		case 'user':
			return people(value, column, reading);
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
