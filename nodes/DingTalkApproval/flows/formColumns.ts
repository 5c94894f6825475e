import type { FieldType } from 'n8n-workflow';
import { isObject, readJson, writeJson, type Json } from '../../protocol/json';
import { at } from '../../protocol/paging';
import type { Column, LookUps } from '../../runtime/field';
import { objectsIn } from '../../runtime/pick';

export const SCHEMA = 'GET /v1.0/workflow/forms/schemas/processCodes';

/** How n8n shows a form's components. People, tables and files are text, since n8n lets lists and objects through in text only. */
const SHOWN: Readonly<Record<string, FieldType>> = {
	NumberField: 'number',
	MoneyField: 'number',
	StarRatingField: 'number',
	DDSelectField: 'options',
	DDMultiSelectField: 'array',
	DDDateField: 'dateTime',
};

/** Components that nobody fills in. */
const TEXT_ONLY = new Set(['TextNote']);

/** JSON text → its value; any other text stays. */
function parsed(text: unknown): unknown {
	if (typeof text !== 'string' || !/^\s*[[{]/.test(text)) return text;
	try {
		return readJson(text);
	} catch {
		return text;
	}
}

/** A choice is plain text, or JSON text with key and value. */
function choiceOf(option: unknown): string {
	const value = parsed(option);
	return isObject(value) ? String(value.value ?? value.key) : String(option);
}

/** A component as Form: Get tells it, and as the mapper needs it. */
export interface FormField {
	id: string;
	/** Its label; of a range both of them. */
	names: string[];
	/** The label as it is sent: a range has its two as JSON text. */
	label: string;
	type: string;
	required: boolean;
	options: string[];
	format?: string;
	unit?: string;
	/** Whether a people field takes several. */
	several: boolean;
	/** Columns of a table. */
	children: FormField[];
}

function fieldOf({ componentName, props, children }: Json): FormField {
	const given = isObject(props) ? props : {};
	const label = parsed(given.label);
	const options = Array.isArray(given.options) ? given.options.map(choiceOf) : [];
	return {
		id: String(given.id),
		names: Array.isArray(label) ? label.map(String) : [String(given.label ?? given.id)],
		label: Array.isArray(label) ? writeJson(label) : String(given.label ?? given.id),
		type: String(componentName),
		required: given.required === true,
		options:
			options.length > 0
				? options
				: objectsIn(given.objOptions)
						.filter(({ value }) => value !== undefined)
						.map(({ value }) => String(value)),
		...(typeof given.format === 'string' && { format: given.format }),
		...(typeof given.unit === 'string' && given.unit !== '' && { unit: given.unit }),
		several: String(given.choice) !== '0',
		children: objectsIn(children).map(fieldOf),
	};
}

/** The components of a form's schema; notes are left out. https://open.dingtalk.com/document/development/obtain-the-form-schema */
export const fieldsOfSchema = (schema: Json): FormField[] =>
	objectsIn(at(schema, 'schemaContent.items'))
		.map(fieldOf)
		.filter(({ type }) => !TEXT_ONLY.has(type));

/** What the conversion of a value needs beside the column. */
interface FormMore {
	field: FormField;
	/** Which half of a range it is. */
	half?: 'start' | 'end';
}

const isFormMore = (more: unknown): more is FormMore => isObject(more) && isObject(more.field);

/** The form's field behind a column. */
export function formMore({ more, name }: Column): FormMore {
	if (isFormMore(more)) return more;
	throw new Error(`${name} is no column of a form`);
}

function columnsOf(field: FormField): Column[] {
	const { id, names, type, required, options } = field;
	if (type === 'DDDateRangeField') {
		const [start = 'Start', end = `${start} (end)`] = names;
		const more = { field };
		return [
			{ id: `${id}_start`, name: start, type: 'dateTime', native: type, required, more: { ...more, half: 'start' } },
			{ id: `${id}_end`, name: end, type: 'dateTime', native: type, required, more: { ...more, half: 'end' } },
		];
	}
	const shown = SHOWN[type] ?? 'string';
	const chosen = shown === 'options' && options.length > 0;
	return [
		{
			id,
			name: names.join(' / '),
			type: shown === 'options' && !chosen ? 'string' : shown,
			native: type,
			required,
			...(chosen && { options: options.map((name) => ({ name, value: name })) }),
			more: { field },
		},
	];
}

/** The fields of an approval form as a mapper shows them; a range of dates is two. One call. */
export async function columnsOfForm({ processCode }: { processCode: string }, api: LookUps): Promise<Column[]> {
	return fieldsOfSchema(await api.call(SCHEMA, { query: { processCode } })).flatMap(columnsOf);
}
