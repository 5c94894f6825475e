/** The parameters of a catalog row → the fields of a form and what the request sends of them. */
import type { Row, Schema } from '../../nodes/catalog/types';
import { derivedLabel } from '../catalog/names';

/** One field of the scaffold. */
export interface Drawn {
	name: string;
	/** Its source text. */
	text: string;
	/** Imports that the text needs: name → module. */
	imports: Record<string, string>;
	/** What `request` writes for it. */
	value: string;
	required: boolean;
}

const RUNTIME = '../../../runtime';
const SHARED = '../../../shared';

const quoted = (text: string) => `'${text.replace(/\\/g, '\\\\').replace(/'/g, "\\'")}'`;
const camel = (path: string) =>
	path
		.replace(/[._-]+(\w)/g, (_, letter: string) => letter.toUpperCase())
		.replace(/^[A-Z]/, (one) => one.toLowerCase())
		// A word that TypeScript keeps for itself is no name of a variable.
		.replace(/^(default|delete|export|import|in|new|package|class|function|case|enum|public|static|with)$/, '$1Value');

const EXTRAS: Partial<Record<Schema['type'], string>> = {
	string: "type: 'string', default: ''",
	number: "type: 'number', default: 0",
	boolean: "type: 'boolean', default: false",
	file: "type: 'string', binary: true, default: 'data'",
};

/** Type, default and extras of a field. */
function typeOf({ type, items, person, time, enum: choices }: Schema): string {
	const many = items?.person !== undefined;
	if (person ?? items?.person)
		return `type: 'resourceLocator', person: '${person ?? items?.person}', ${many ? 'many: true, ' : ''}default: { mode: 'list', value: '' }, modes: personModes`;
	if (time) return `type: 'dateTime', ${/Da/.test(time) ? 'day: true, ' : ''}default: ''`;
	if (choices) {
		const options = choices.map((value) => {
			const shown = typeof value === 'number' ? String(value) : quoted(value);
			return `{ name: ${quoted(derivedLabel(String(value)))}, value: ${shown}, zh: ${quoted(String(value))} }`;
		});
		return `type: 'options', default: ${typeof choices[0] === 'number' ? String(choices[0]) : quoted(choices[0] ?? '')}, options: [${options.join(', ')}]`;
	}
	if (type === 'array' && (items?.type === 'string' || items?.type === 'number'))
		return `type: 'string', list: ${items.type === 'number' ? "'number'" : 'true'}, default: ''`;
	return EXTRAS[type] ?? "type: 'json', default: ''";
}

/** How a moment is written; whole days are text already. */
function valueOf(name: string, { time }: Schema, required: boolean): [value: string, imports: Record<string, string>] {
	const value = {
		ms: name,
		s: `Math.floor(${name} / 1000)`,
		iso: `toIso(${name})`,
		chinaTime: `toChinaTime(${name})`,
		chinaDate: name,
		chinaDay: `${name}.replaceAll('-', '')`,
	}[time ?? 'ms'];
	const helper = time === 'iso' ? 'toIso' : time === 'chinaTime' ? 'toChinaTime' : undefined;
	return [
		required || value === name ? value : `${name} === undefined ? undefined : ${value}`,
		helper ? { [helper]: '../../../protocol/time' } : {},
	];
}

/** A field for one parameter; `path`: its dotted name on the wire. */
export function drawField(path: string, schema: Schema): Drawn {
	const name = camel(path);
	const label = derivedLabel(name);
	const required = schema.required === true;
	const [value, imports] = valueOf(name, schema, required);
	const about = schema.type === 'boolean' ? `Whether to set ${label.toLowerCase()}` : '';
	return {
		name,
		text: `{ displayName: ${quoted(label)}, zh: ${quoted(label)}, name: ${quoted(name)}, ${required ? 'required: true, ' : ''}${typeOf(schema)}${about ? `, description: ${quoted(about)}` : ''} }`,
		imports: { ...imports, ...((schema.person ?? schema.items?.person) ? { personModes: `${SHARED}/person` } : {}) },
		value,
		required,
	};
}

/** The person in whose name a route of the new API works: the first person of its path, or `operatorId` and its like. */
export function operatorOf(row: Row): { at: string; field: string; imports: Record<string, string> } | undefined {
	const places = Object.entries({ ...row.pathParams, ...row.query, ...row.body?.properties });
	const found = places.find(
		([name, { person }]) =>
			person && (name in (row.pathParams ?? {}) || /^op(erator|User)?(_?(user|union)?_?id)?$/i.test(name)),
	);
	if (!found) return undefined;
	const field = found[1].person === 'unionId' ? 'operator' : 'operatorUserId';
	return { at: found[0], field, imports: { [field]: `${SHARED}/operator` } };
}

export const runtimeImport = { defineOperation: `${RUNTIME}/operation` };
