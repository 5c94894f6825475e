import type { Schema } from '../nodes/catalog/types';

const STRUCTURED = ['object', 'array', 'map'];

/** True for values that arrive as a JSON text: form fields, and members that DingTalk wants as such. */
export const isJsonText = ({ type, json }: Schema, value: unknown, text: boolean): value is string =>
	typeof value === 'string' && STRUCTURED.includes(type) && (json === true || text);

/** The value of a JSON text; undefined when it is none. */
export const parsed = (text: string): unknown => {
	try {
		return JSON.parse(text) as unknown;
	} catch {
		return undefined;
	}
};

/**
 * A checked value as its route wants it: JSON texts parsed, and what came as text (`text`: a form) of its own type.
 */
export const typed = (schema: Schema, value: unknown, text: boolean): unknown => {
	if (value === null || value === undefined) return undefined;
	if (isJsonText(schema, value, text)) return typed(schema, parsed(value), false);
	if (text && schema.type === 'number') return Number(value);
	if (text && schema.type === 'boolean') return value === 'true';
	if (schema.type !== 'object' || typeof value !== 'object') return value;
	const { properties = {} } = schema;
	return Object.fromEntries(
		Object.entries(value).map(([name, member]) => [
			name,
			Object.hasOwn(properties, name) ? typed(properties[name], member, text) : member,
		]),
	);
};

/** `a.1.b=x&a.2.b=y`, as the official SDK writes lists and objects into a query, back into the structure. */
const unflatten = (entries: Array<[string[], string]>): unknown => {
	if (entries.length === 1 && entries[0][0].length === 0) return entries[0][1];
	const groups = new Map<string, Array<[string[], string]>>();
	for (const [[name = '', ...rest], value] of entries) groups.set(name, [...(groups.get(name) ?? []), [rest, value]]);
	const list = [...groups.keys()].every((name) => /^\d+$/.test(name));
	return list
		? [...groups.values()].map(unflatten)
		: Object.fromEntries([...groups].map(([name, inner]) => [name, unflatten(inner)]));
};

/** Query parameters with those that came in pieces put together, as JSON texts. */
export const foldQuery = (
	schemas: Record<string, Schema> = {},
	query: Record<string, string>,
): Record<string, string> => {
	const pieces = (name: string) => Object.entries(query).filter(([key]) => key.startsWith(`${name}.`));
	const split = Object.entries(schemas).filter(
		([name, { type }]) => STRUCTURED.includes(type) && pieces(name).length > 0,
	);
	const whole = Object.entries(query).filter(([key]) => !split.some(([name]) => key.startsWith(`${name}.`)));
	const folded = split.map(([name]) => [
		name,
		JSON.stringify(unflatten(pieces(name).map(([key, value]) => [key.split('.').slice(1), value]))),
	]);
	return Object.fromEntries([...whole, ...folded]) as Record<string, string>;
};
