import { beginningOf } from '../../protocol/beginning';
import { asText, isObject, readJson, writeJson, type Json } from '../../protocol/json';
import type { FilePart } from '../../protocol/request';
import type { Column, Reading } from '../../runtime/field';
import { knownEntriesIn, placesIn, urlsIn } from '../../runtime/entries';
import { InputError } from '../../runtime/inputError';
import { toMoment, toZoned } from '../../runtime/moment';
import { modeOf, personRefs, splitList } from '../../runtime/people';
import { objectsIn } from '../../runtime/pick';
import { formMore, type FormField } from './formColumns';
import { wireComponent, wireText } from '../../protocol/formText';

/** Files of an attachment field: still to be uploaded, or as Upload Attachment gave them. */
export interface Attached {
	attached: Array<FilePart | Json>;
}

export const isAttached = (value: unknown): value is Attached => isObject(value) && Array.isArray(value.attached);

function refuse(name: string, value: unknown, en: string, zh: string): never {
	const shown = typeof value === 'string' ? value : writeJson(value);
	throw new InputError(name, `${en}: ${beginningOf(shown, 80)}`, `${zh}：${beginningOf(shown, 80)}`);
}

function number(name: string, value: unknown): string {
	const given = typeof value === 'number' ? String(value) : typeof value === 'string' ? value.trim() : '';
	return given !== '' && Number.isFinite(Number(given)) ? given : refuse(name, value, 'is not a number', '不是数字');
}

/** JSON text of a list or object → its value; other values stay. */
function unwrapped(value: unknown): unknown {
	if (typeof value !== 'string' || !/^\s*[[{]/.test(value)) return value;
	try {
		return readJson(value);
	} catch {
		return value;
	}
}

/** A list as it is, text in its entries. */
const entriesOf = (value: unknown, separated: (text: string) => string[] = splitList): unknown[] => {
	const given = unwrapped(value);
	return Array.isArray(given) ? given : typeof given === 'string' ? separated(given) : [given];
};

function chosen({ names, options }: FormField, value: unknown): string {
	const choice = isObject(value) && 'value' in value ? String(value.value) : asText(value);
	if (options.length > 0 && !options.includes(choice))
		refuse(
			names.join(' / '),
			choice,
			`is not one of its choices (${options.join(', ')})`,
			`不在选项中（${options.join('、')}）`,
		);
	return choice;
}

/** A date as the form's format has it: with the time, a day, or a month. https://open.dingtalk.com/document/development/obtain-the-form-schema */
function dateText({ names, format = 'yyyy-MM-dd' }: FormField, value: unknown, zone: string): string {
	const ms = toMoment(value, zone);
	if (ms === undefined || !Number.isFinite(ms))
		return refuse(names.join(' / '), value, 'is not a date and time', '不是有效的日期时间');
	const wall = toZoned(ms, zone);
	const day = wall.slice(0, 10);
	if (/H/.test(format)) return `${day} ${wall.slice(11, 16)}`;
	return /d/i.test(format) ? day : day.slice(0, 7);
}

async function people({ names, several }: FormField, value: unknown, { people: directory }: Reading): Promise<string> {
	const refs = personRefs(unwrapped(value), { field: names.join(' / '), mode: modeOf });
	if (refs.length === 0) refuse(names.join(' / '), value, 'names nobody', '没有人员');
	if (refs.length > 1 && !several) refuse(names.join(' / '), value, 'takes one person', '只能填写一个人');
	return writeJson(await Promise.all(refs.map(async (ref) => await directory.idOf(ref, 'userId'))));
}

/** Rows by their columns' names, or as DingTalk has them: lists of `{ name, value }`. https://open.dingtalk.com/document/development/create-an-approval-instance */
async function table(field: FormField, value: unknown, reading: Reading): Promise<string> {
	const name = field.names.join(' / ');
	const given = unwrapped(value);
	const rows: unknown[] = Array.isArray(given) ? given : [given];
	const cell = async (key: string, raw: unknown): Promise<Json[]> => {
		if (raw === undefined || raw === null || raw === '') return [];
		const column = field.children.find((child) => child.id === key || child.names.join(' / ') === key);
		if (!column)
			throw new InputError(
				name,
				`has no column "${key}". It has: ${field.children.map(({ names }) => names.join(' / ')).join(', ')}`,
				`没有名为“${key}”的列。可用的列：${field.children.map(({ names }) => names.join(' / ')).join('、')}`,
			);
		const converted = await componentText(column, raw, reading);
		const ready = isAttached(converted) && converted.attached.every((one) => 'fileId' in one);
		if (typeof converted !== 'string' && !ready)
			throw new InputError(
				name,
				`files in the table column "${key}" must be uploaded first: use the output "value" of Upload Attachment`,
				`明细列“${key}”的附件需先上传：请使用“上传附件”输出的 value`,
			);
		return [{ name: column.label, value: wireText(isAttached(converted) ? converted.attached : converted) }];
	};
	const wired = await Promise.all(
		rows.map(async (row) => {
			if (Array.isArray(row)) return objectsIn(row).map((one) => wireComponent({ ...one, value: one.value ?? '' }));
			if (!isObject(row)) return refuse(name, value, 'is no table of rows', '应为明细行的列表');
			return (await Promise.all(Object.entries(row).map(async ([key, raw]) => await cell(key, raw)))).flat();
		}),
	);
	return writeJson(wired);
}

/** Names of binary fields, or what Upload Attachment gave. */
async function attachments(name: string, value: unknown, { binary }: Reading): Promise<Attached> {
	const found = await Promise.all(
		entriesOf(value).map(async (entry) => {
			if (isObject(entry)) return [entry];
			const given = unwrapped(entry);
			return typeof given === 'string' ? await Promise.all(splitList(given).map(binary)) : objectsIn(given);
		}),
	);
	const attached = found.flat();
	if (attached.length === 0) refuse(name, value, 'names no file', '没有附件');
	return { attached };
}

/** One value → the text that a component of this type takes; files stay files. @throws InputError naming the field. */
async function componentText(field: FormField, value: unknown, reading: Reading): Promise<string | Attached> {
	const name = field.names.join(' / ');
	switch (field.type) {
		case 'NumberField':
		case 'MoneyField':
		case 'StarRatingField':
			return number(name, value);
		case 'DDSelectField':
			return chosen(field, value);
		case 'DDMultiSelectField':
			return writeJson(
				entriesOf(value, (given) => knownEntriesIn(given, field.options)).map((entry) => chosen(field, entry)),
			);
		case 'DDDateField':
		case 'DDDateRangeField':
			return dateText(field, value, reading.timezone);
		case 'InnerContactField':
			return await people(field, value, reading);
		case 'DepartmentField':
			return entriesOf(value).map(String).join(',');
		case 'AddressField':
			return entriesOf(value, placesIn).map(String).join(',');
		case 'DDPhotoField':
			return writeJson(entriesOf(value, urlsIn));
		case 'RelateField':
			return writeJson(entriesOf(value));
		case 'TableField':
			return await table(field, value, reading);
		case 'DDAttachment':
			return await attachments(name, value, reading);
		default:
			return asText(value);
	}
}

/** The mapper's conversion; empty values are not sent. */
export function formValue(value: unknown, column: Column, reading: Reading): unknown {
	if (value === undefined || value === null || value === '') return undefined;
	return componentText(formMore(column).field, value, reading);
}
