import type { ILoadOptionsFunctions, ResourceMapperField, ResourceMapperFields } from 'n8n-workflow';
import type { Row, Schema } from '../catalog/types';
import { InputError } from '../runtime/operation';
import { choiceOf, rowOf } from './find';
import { withOptionalPage } from './pages';
import { weaver } from '../runtime/words';
import { parameterLabel } from './parameterLabel';
import { personIn } from './persons';
import { idOf, parametersOf, tokenOf, type Parameter } from './wire';

/** With more parameters than this, optional ones wait under "Add parameter". */
const SHOWN_AT_ONCE = 8;

const isShape = ({ type }: Schema) => type === 'object' || type === 'array' || type === 'map';
/** A list of single values is typed as "a, b"; JSON is understood too. */
const isPlainList = ({ type, items, json }: Schema) =>
	type === 'array' && !json && items !== undefined && !isShape(items) && items.type !== 'any';
const isJson = (schema: Schema) => isShape(schema) && !isPlainList(schema);

/** An example of the shape that a nested parameter wants. */
function shapeOf(schema: Schema): unknown {
	switch (schema.type) {
		case 'object':
			return Object.fromEntries(
				Object.entries(schema.properties ?? {}).map(([name, member]) => [name, shapeOf(member)]),
			);
		case 'array':
			return schema.items ? [shapeOf(schema.items)] : [];
		case 'map':
			return {};
		case 'number':
			return schema.example ?? schema.enum?.[0] ?? 0;
		case 'boolean':
			return schema.example ?? true;
		default:
			return schema.example ?? schema.enum?.[0] ?? '';
	}
}

/** The same as it stands in the form. */
const exampleOf = (schema: Schema): string => JSON.stringify(shapeOf(schema), null, 2);

function typeOf(schema: Schema): ResourceMapperField['type'] {
	if (schema.enum) return 'options';
	if (schema.time) return 'dateTime';
	if (schema.type === 'number' || schema.type === 'boolean') return schema.type;
	if (!isJson(schema)) return 'string';
	return schema.type === 'array' ? 'array' : 'object';
}

const hints: Record<NonNullable<Schema['person']>, string> = {
	userId: 'or mobile:…, unionId:…',
	unionId: 'or mobile:…, userId:…',
};

function hintOf(schema: Schema): string | undefined {
	const person = personIn(schema);
	if (schema.type === 'file') return 'binary property 二进制字段';
	if (person) return hints[person];
	return isPlainList(schema) ? 'a, b' : undefined;
}

function labelOf({ name, place, schema }: Parameter): string {
	const hint = hintOf(schema);
	const label = name === '' ? 'body' : parameterLabel(name);
	return `${label}${place === 'query' || place === 'headers' ? ` [${place}]` : ''}${hint ? ` (${hint})` : ''}`;
}

const fieldDefaults = { defaultMatch: false, canBeUsedToMatch: false, display: true } as const;

/**
 * A parameter as a field of the form. What n8n fills in by itself must not be sent unasked: it makes every shown boolean `false`
 * and every default a value (editor, ResourceMapper `setDefaultFieldValues`), so those wait under "Add parameter" while optional.
 */
function toField(parameter: Parameter, many: boolean, optional: boolean): ResourceMapperField {
	const { schema } = parameter;
	// People may come from the field People as well, and n8n would want a required field filled in here.
	const person = personIn(schema) !== undefined;
	const needed = schema.required === true && !optional;
	const required = needed && !person;
	const prefilled = isJson(schema);
	return {
		...fieldDefaults,
		id: idOf(parameter),
		displayName: labelOf(parameter),
		required,
		type: typeOf(schema),
		removed: (!needed && (many || schema.type === 'boolean')) || (!required && prefilled),
		...(schema.enum && { options: schema.enum.map((value) => ({ name: String(value), value })) }),
		...(prefilled && { defaultValue: exampleOf(schema) }),
	};
}

/** What the chosen operation is, in one line: method and path, permission, what replaces it, page. */
function aboutLine(row: Row): string {
	const replaced = row.replacedBy ? row.replacedBy.join(', ') : '-';
	return [
		`${row.method} ${row.path}`,
		row.permissions && `Permission 权限 ${row.permissions.join(', ')}`,
		row.archived && `archived, use instead 已归档，请改用 ${replaced}`,
		row.undocumented && 'undocumented, only the official SDK knows it 未公开，仅存在于官方 SDK',
		row.docs,
	]
		.filter(Boolean)
		.join(' · ');
}

const aboutField = (row: Row): ResourceMapperField => ({
	...fieldDefaults,
	id: 'about',
	displayName: weaver().searchable('About', '说明'),
	required: false,
	type: 'string',
	readOnly: true,
	defaultValue: aboutLine(row),
});

/** All fields of an operation's form. A token of another kind than the app's may also come from the option Access Token. */
export function fieldsOf(row: Row): ResourceMapperField[] {
	const parameters = parametersOf(withOptionalPage(row));
	const token = tokenOf(row);
	const isToken = ({ place, name }: Parameter) => place === token?.place && name === token.name;
	return [
		aboutField(row),
		...parameters.map((parameter) => toField(parameter, parameters.length > SHOWN_AT_ONCE, isToken(parameter))),
	];
}

/** The form's values without the examples that nobody has changed: they only show the shape that is wanted. */
export function withoutExamples(row: Row, values: Record<string, unknown>): Record<string, unknown> {
	const isExample = (parameter: Parameter): boolean => {
		const value = values[idOf(parameter)];
		const hasShape = typeof value === 'string' && value !== '{}' && value !== '[]';
		return hasShape && isJson(parameter.schema) && value === exampleOf(parameter.schema);
	};
	const unchanged = new Set(parametersOf(row).filter(isExample).map(idOf));
	return Object.fromEntries(Object.entries(values).filter(([id]) => !unchanged.has(id)));
}

/** The chosen operation's parameters as typed fields; what is wrong with the choice, as a notice. */
export async function mapParameters(this: ILoadOptionsFunctions): Promise<ResourceMapperFields> {
	const choice = choiceOf(this.getCurrentNodeParameter('apiOperation', { extractValue: false }));
	return await rowOf(choice).then(
		(row) => ({ fields: fieldsOf(row) }),
		(error: unknown) => {
			if (error instanceof InputError)
				return { fields: [], emptyFieldsNotice: `${error.field}: ${error.sentence}. ${error.chinese}` };
			throw error;
		},
	);
}
