import type { ILoadOptionsFunctions, ResourceMapperField, ResourceMapperFields } from 'n8n-workflow';
import type { Row, Schema } from '../catalog/types';
import { choiceOf, rowOf } from './find';
import { idOf, momentForm, parametersOf, personForm, type Parameter } from './wire';

/** With more parameters than this, optional ones wait under "Add field". */
const SHOWN_AT_ONCE = 8;

/** An example of the shape that a nested parameter wants. */
function shapeOf(schema: Schema): unknown {
	if (schema.example !== undefined && schema.type !== 'object' && schema.type !== 'array') return schema.example;
	switch (schema.type) {
		case 'object':
			return Object.fromEntries(Object.entries(schema.properties ?? {}).map(([name, member]) => [name, shapeOf(member)]));
		case 'array':
			return schema.items ? [shapeOf(schema.items)] : [];
		case 'map':
			return {};
		case 'number':
			return 0;
		case 'boolean':
			return true;
		default:
			return '';
	}
}

function typeOf({ name, schema }: Parameter): ResourceMapperField['type'] {
	if (schema.enum && schema.type !== 'boolean') return 'options';
	if (momentForm(name, schema)) return 'dateTime';
	switch (schema.type) {
		case 'number':
		case 'boolean':
		case 'array':
			return schema.type;
		case 'object':
		case 'map':
			return 'object';
		default:
			return 'string';
	}
}

const hintOf = ({ name, schema }: Parameter) => {
	if (schema.type === 'file') return ' (binary property 二进制字段)';
	return personForm(name) && (schema.type === 'string' || schema.items?.type === 'string') ? ' (ID, or mobile:… / userId:… / unionId:…)' : '';
};

const nested = ({ schema }: Parameter) => schema.type === 'object' || schema.type === 'array' || schema.type === 'map';

function toField(parameter: Parameter, many: boolean): ResourceMapperField {
	const { name, place, schema } = parameter;
	return {
		id: idOf(parameter),
		displayName: `${name === '' ? 'Body' : name}${place === 'body' || place === 'path' ? '' : ` [${place}]`}${hintOf(parameter)}`,
		defaultMatch: false,
		canBeUsedToMatch: false,
		required: schema.required === true,
		display: true,
		type: typeOf(parameter),
		removed: many && schema.required !== true,
		...(schema.enum && { options: schema.enum.map((value) => ({ name: String(value), value })) }),
		...(nested(parameter) && { defaultValue: JSON.stringify(shapeOf(schema), null, 2) }),
	};
}

/** What the chosen operation is: shown as a read-only line above its parameters. */
export function aboutText(row: Row): string {
	return [
		`${row.method} ${row.path}`,
		row.permissions && `permission 权限: ${row.permissions.join(', ')}`,
		row.archived && `archived 已归档${row.replacedBy ? `, use 请改用 ${row.replacedBy.join(', ')}` : ''}`,
		row.undocumented && 'undocumented 未公开',
		row.docs,
	]
		.filter(Boolean)
		.join(' · ');
}

const about = (row: Row): ResourceMapperField => ({
	id: 'about',
	displayName: 'About This Operation 操作说明',
	defaultMatch: false,
	canBeUsedToMatch: false,
	required: false,
	display: true,
	type: 'string',
	readOnly: true,
	defaultValue: aboutText(row),
});

/** The chosen operation's parameters as typed fields. */
export async function mapParameters(this: ILoadOptionsFunctions): Promise<ResourceMapperFields> {
	const row = await rowOf(choiceOf(this.getCurrentNodeParameter('apiOperation', { extractValue: false })));
	const parameters = parametersOf(row);
	return { fields: [about(row), ...parameters.map((parameter) => toField(parameter, parameters.length > SHOWN_AT_ONCE))] };
}
