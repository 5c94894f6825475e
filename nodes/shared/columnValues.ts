import { beginningOf } from '../protocol/beginning';
import { asText, isObject } from '../protocol/json';
import type { Column, PersonId, Reading } from '../runtime/field';
import { InputError } from '../runtime/inputError';
import { toMoment } from '../runtime/moment';
import { knownEntriesIn } from '../runtime/entries';
import { modeOf, personRefs } from '../runtime/people';

/** Refuses a value that does not fit its column. @throws InputError naming the column. */
export function refuse({ name }: Column, value: unknown, en: string, zh: string): never {
	const shown = typeof value === 'string' ? value : JSON.stringify(value);
	throw new InputError(name, `${en}: ${beginningOf(shown, 80)}`, `${zh}：${beginningOf(shown, 80)}`);
}

export const text = asText;

export function number(value: unknown, column: Column): number {
	const read =
		typeof value === 'number' ? value : typeof value === 'string' && value.trim() !== '' ? Number(value) : NaN;
	return Number.isFinite(read) ? read : refuse(column, value, 'is not a number', '不是数字');
}

export function boolean(value: unknown, column: Column): boolean {
	if (value === true || value === 1 || /^(true|1|yes)$/i.test(String(value))) return true;
	if (value === false || value === 0 || /^(false|0|no)$/i.test(String(value))) return false;
	return refuse(column, value, 'must be true or false', '只能是 true 或 false');
}

/** A choice is sent by its name; some answers give it as `{ id, name }`. */
const choiceName = (value: unknown): string =>
	isObject(value) && 'name' in value ? String(value.name) : String(value);

export function choice(value: unknown, column: Column): string {
	if (!Array.isArray(value)) return choiceName(value);
	return value.length === 1 ? choiceName(value[0]) : refuse(column, value, 'takes one choice', '只能选择一项');
}

/** Several choices: a list of them, or text in which a comma separates unless it is part of a choice's own name. */
export function choices(value: unknown, { choices: known = [] }: Column): string[] {
	if (Array.isArray(value)) return value.map(choiceName);
	return typeof value === 'string' ? knownEntriesIn(value, known) : [choiceName(value)];
}

/** A moment in any form that n8n knows, as ms. */
export function moment(value: unknown, column: Column, zone: string): number {
	const ms = toMoment(value, zone);
	return ms !== undefined && Number.isFinite(ms)
		? ms
		: refuse(column, value, 'is not a date and time', '不是有效的日期时间');
}

/** The ids of people, however they are named: by ids, locators, or as an answer gave them. */
export async function people(
	value: unknown,
	column: Column,
	{ people: directory }: Reading,
	wanted: PersonId,
): Promise<string[]> {
	const refs = personRefs(value, { field: column.name, wanted, mode: modeOf });
	if (refs.length === 0) refuse(column, value, 'names nobody', '没有人员');
	return await Promise.all(refs.map(async (ref) => await directory.idOf(ref, wanted)));
}
