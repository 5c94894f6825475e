import { isObject, writeJson, type Json } from '../../protocol/json';
import type { FilePart } from '../../protocol/request';
import type { Mapped } from '../../runtime/field';
import { InputError, type Api } from '../../runtime/operation';
import { formMore, type FormField } from './formColumns';
import { uploadForForm, type Uploader } from './formSpace';
import { isAttached } from './formValues';
import { wireText } from '../../protocol/formText';

const isFile = (value: unknown): value is FilePart => isObject(value) && typeof value.open === 'function';

/** A component with its value, before it is named as a route wants it. */
export interface Filled {
	field: FormField;
	/** Text; files are still to be uploaded. */
	value: unknown;
}

const halfRange = (name: string) =>
	new InputError(name, 'is empty: a range needs both dates', '为空：时间区间需要填写开始和结束');

/** The filled columns as components: the two dates of a range are one. @throws InputError for half a range. */
export function filledFields({ columns, known }: Mapped): Filled[] {
	const found = new Map<string, Filled & { range: Partial<Record<'start' | 'end', unknown>> }>();
	for (const column of known) {
		const value = columns[column.id];
		if (value === undefined) continue;
		const { field, half: part } = formMore(column);
		const entry = found.get(field.id) ?? { field, value, range: {} };
		if (part !== undefined) entry.range[part] = value;
		found.set(field.id, entry);
	}
	return [...found.values()].map(({ field, value, range }) => {
		if (field.type !== 'DDDateRangeField') return { field, value };
		const { start, end } = range;
		const [first = '', last = first] = field.names;
		if (start === undefined) throw halfRange(first);
		if (end === undefined) throw halfRange(last);
		if (String(end) < String(start)) throw new InputError(last, `is before "${first}"`, `早于“${first}”`);
		return { field, value: writeJson([start, end]) };
	});
}

/** Refuses what the form requires and nobody filled in, whether by field or by JSON. */
export function refuseMissing({ known }: Mapped, sent: ReadonlySet<string>): void {
	const missing = new Set(
		known
			.filter((column) => {
				const { label, id } = formMore(column).field;
				return column.required === true && !sent.has(label) && !sent.has(id);
			})
			.map(({ name }) => name),
	);
	if (missing.size === 0) return;
	const names = [...missing];
	throw new InputError(
		'Form Fields',
		`the form requires ${names.map((name) => `"${name}"`).join(', ')}`,
		`表单必填项未填写：${names.join('、')}`,
	);
}

/** The values with their files uploaded: attachment fields become the JSON text that DingTalk wants. */
export async function uploaded(api: Api, uploader: Uploader, filled: readonly Filled[]): Promise<Filled[]> {
	return await Promise.all(
		filled.map(async ({ field, value }) => {
			if (!isAttached(value)) return { field, value };
			const files = await Promise.all(
				value.attached.map(async (file) => (isFile(file) ? await uploadForForm(api, uploader, file) : file)),
			);
			return { field, value: wireText(files) };
		}),
	);
}

/** Components as Create and Forecast take them: by name; the ID too where two have the same name. */
export function byName(filled: readonly Filled[]): Json[] {
	const times = new Map<string, number>();
	for (const { field } of filled) times.set(field.label, (times.get(field.label) ?? 0) + 1);
	return filled.map(({ field: { id, label }, value }) => ({
		name: label,
		value,
		...((times.get(label) ?? 0) > 1 && { id }),
	}));
}
