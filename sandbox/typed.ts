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
		Object.entries(value).map(([name, member]) => [name, Object.hasOwn(properties, name) ? typed(properties[name], member, text) : member]),
	);
};
