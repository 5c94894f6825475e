import type { INodePropertyOptions } from 'n8n-workflow';
import { asText, isObject, type Json } from '../../protocol/json';
import type { Column, LookUps, Reading } from '../../runtime/field';
import { InputError } from '../../runtime/inputError';
import { toDay, toMoment } from '../../runtime/moment';
import { objectsIn } from '../../runtime/pick';
import { rosterFields, type RosterField } from './rosterFields';

/** Department and manager stand in the roster, but HR does not let them be set here. https://open.dingtalk.com/document/development/intelligent-personnel-update-employee-file-information */
const SET_ELSEWHERE = /^sys00.*(dept|manager)|部门|主管/i;

const parsed = (text: string): unknown => {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
};

/** `option_text` is JSON: a list of `{ value, label }`, or an object of labels by value. Its page names the two words and shows neither. */
function choicesOf(text: string): INodePropertyOptions[] {
	const options = parsed(text);
	if (Array.isArray(options))
		return objectsIn(options).map(({ value, label }) => ({ name: String(label ?? value), value: String(value) }));
	return isObject(options) ? Object.entries(options).map(([value, label]) => ({ name: String(label), value })) : [];
}

const isFixed = ({ group_id: group, field_code: code, field_type: type, derived }: RosterField) =>
	derived || type === 'DDPhotoField' || type === 'NONE' || (group === 'sys00' && SET_ELSEWHERE.test(code));

/** The fields of the roster as a mapper shows them. A name that two groups have is told by its group. */
export async function columnsOfRoster({ agentId }: { agentId: string }, api: LookUps): Promise<Column[]> {
	const fields = await rosterFields(api, agentId);
	const count = (name: string) => fields.filter((field) => field.field_name === name).length;
	return fields.map((field): Column => {
		const { field_code: id, field_name: name, field_type: native, group_id: group, group_name: groupName } = field;
		const options = native === 'DDSelectField' ? choicesOf(field.option_text) : [];
		return {
			id,
			name: count(name) > 1 ? `${name} (${groupName})` : name,
			type: options.length > 0 ? 'options' : native.startsWith('DDDate') ? 'dateTime' : 'string',
			native,
			...(options.length > 0 && { options }),
			readOnly: isFixed(field),
			more: { group, detail: field.detail },
		};
	});
}

function day(value: unknown, { name }: Column, zone: string): string {
	const written = String(value).trim();
	if (/^\d{4}-\d\d-\d\d$/.test(written)) return written;
	const ms = toMoment(value, zone);
	if (ms !== undefined && Number.isFinite(ms)) return toDay(ms, zone);
	throw new InputError(name, `is not a date: "${written.slice(0, 80)}"`, `不是有效的日期：“${written.slice(0, 80)}”`);
}

/** A choice by its value or its text → its value. */
function choice(value: unknown, { name, options = [] }: Column): string {
	const written = String(value).trim();
	const found =
		options.find((option) => String(option.value) === written) ?? options.find((option) => option.name === written);
	if (found) return String(found.value);
	const all = options.map((option) => option.name).join(', ');
	throw new InputError(name, `has no choice "${written}". It has: ${all}`, `没有选项“${written}”。可选：${all}`);
}

/**
 * One value → the text that the roster takes for a field of this type. What is not given is not sent; `null` empties the field.
 * @throws InputError naming the field.
 */
export function writeRosterValue(value: unknown, column: Column, { timezone }: Reading): string | undefined {
	if (value === undefined || value === '') return undefined;
	if (value === null) return '';
	if (column.native.startsWith('DDDate')) return day(value, column, timezone);
	if (column.options) return choice(value, column);
	return asText(value);
}

/** Values of one group. */
export interface FilledGroup {
	group: string;
	detail: boolean;
	fields: Array<{ code: string; value: unknown }>;
}

/** The values by their groups, in the order in which groups are first met. */
export function byGroup(columns: Json, known: readonly Column[]): FilledGroup[] {
	const groups = new Map<string, FilledGroup>();
	for (const [code, value] of Object.entries(columns)) {
		const more = known.find(({ id }) => id === code)?.more;
		const group = String(more?.group ?? '');
		const filled = groups.get(group) ?? { group, detail: more?.detail === true, fields: [] };
		filled.fields.push({ code, value });
		groups.set(group, filled);
	}
	return [...groups.values()];
}
