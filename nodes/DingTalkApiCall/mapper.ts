import type { ILoadOptionsFunctions, ResourceMapperField, ResourceMapperFields } from 'n8n-workflow';
import type { Row, Schema } from '../catalog/types';
import { InputError } from '../runtime/operation';
import { choiceOf, rowOf } from './find';
import { withOptionalPage } from './pages';
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
	const person = schema.person ?? schema.items?.person;
	if (schema.type === 'file') return 'binary property 二进制字段';
	if (person) return hints[person];
	return isPlainList(schema) ? 'a, b' : undefined;
}

function labelOf({ name, place, schema }: Parameter): string {
	const hint = hintOf(schema);
	return `${name === '' ? 'body' : name}${place === 'query' || place === 'headers' ? ` [${place}]` : ''}${hint ? ` (${hint})` : ''}`;
}

const fieldDefaults = { defaultMatch: false, canBeUsedToMatch: false, display: true } as const;

/**
 * A parameter as a field of the form. What n8n fills in by itself must not be sent unasked: it makes every shown boolean `false`
 * and every default a value (editor, ResourceMapper `setDefaultFieldValues`), so those wait under "Add parameter" while optional.
 */
function toField(parameter: Parameter, many: boolean, optional: boolean): ResourceMapperField {
	const { schema } = parameter;
	const required = schema.required === true && !optional;
	const prefilled = isJson(schema);
	return {
		...fieldDefaults,
		id: idOf(parameter),
		displayName: labelOf(parameter),
		required,
		type: typeOf(schema),
		removed: !required && (many || prefilled || schema.type === 'boolean'),
		...(schema.enum && { options: schema.enum.map((value) => ({ name: String(value), value })) }),
		...(prefilled && { defaultValue: JSON.stringify(shapeOf(schema), null, 2) }),
	};
}

/** What the chosen operation is, a read-only line each. */
export function aboutLines(row: Row): Array<[id: string, label: string, text: string]> {
	const replaced = row.replacedBy ? row.replacedBy.join(', ') : '-';
	const lines: Array<[string, string, string | undefined]> = [
		['operation', 'Operation 操作', `${row.method} ${row.path}`],
		['permission', 'Permission 所需权限', row.permissions?.join(', ')],
		['archived', 'Archived; Use Instead 已归档，请改用', row.archived && replaced],
		['undocumented', 'Undocumented 未公开', row.undocumented && 'only the official SDK knows it 仅存在于官方 SDK'],
		['documentation', 'Documentation 文档', row.docs],
	];
	return lines.filter((line): line is [string, string, string] => line[2] !== undefined);
}

const aboutField = ([id, displayName, defaultValue]: [string, string, string]): ResourceMapperField => ({
	...fieldDefaults,
	id,
	displayName,
	required: false,
	type: 'string',
	readOnly: true,
	defaultValue,
});

/** All fields of an operation's form. A token of another kind than the app's may also come from the option Access Token. */
export function fieldsOf(row: Row): ResourceMapperField[] {
	const parameters = parametersOf(withOptionalPage(row));
	const token = tokenOf(row);
	const isToken = ({ place, name }: Parameter) => place === token?.place && name === token.name;
	return [
		...aboutLines(row).map(aboutField),
		...parameters.map((parameter) => toField(parameter, parameters.length > SHOWN_AT_ONCE, isToken(parameter))),
	];
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
