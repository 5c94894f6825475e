import type { Schema } from '../catalog/types';
import { wireComponent } from '../protocol/formText';
import { isObject, readExact, asText } from '../protocol/json';
import { writeMoment } from './moments';

/** Dates and times that an expression gave, as the text they print as JSON. */
const plain = (value: unknown): unknown =>
	typeof value === 'object' && value !== null && 'toJSON' in value && typeof value.toJSON === 'function'
		? (value.toJSON as () => unknown)()
		: value;

/** Text → the number that it writes; one of more digits than a number holds goes out as its digits. */
function toNumber(text: string): number | bigint | string {
	const number = text === '' ? NaN : Number(text);
	if (!Number.isFinite(number)) return text;
	return Number.isSafeInteger(number) || !/^-?\d+$/.test(text) ? number : BigInt(text);
}

/** The lists of components of an approval: their values are text at every depth. */
const FORM_VALUES = /^form_?component_?value(?:s|_?list)?$/i;

function fromText(value: string, schema: Schema, zone: string, name: string): unknown {
	const text = value.trim();
	if (schema.type === 'number') return toNumber(text);
	if (schema.type === 'boolean') return text === 'true' ? true : text === 'false' ? false : value;
	if (/^[[{]/.test(text)) return fitParsed(text, schema, zone, name);
	return schema.type === 'array'
		? fit(
				text
					.split(/[,，\n]/)
					.map((entry) => entry.trim())
					.filter(Boolean),
				schema,
				zone,
			)
		: value;
}

function fitParsed(text: string, schema: Schema, zone: string, name: string): unknown {
	try {
		return fit(readExact(text), schema, zone, name);
	} catch {
		return text; // no JSON: for the check to refuse by its field
	}
}

/** Text for a text parameter: people are listed as "a,b", structures become JSON. */
function toText(value: unknown, { person }: Schema): string {
	if (person && Array.isArray(value)) return value.join(',');
	return asText(value);
}

/**
 * A value made to fit its schema where that loses nothing: "5" for a number, 5 for text, "true" for a boolean, JSON text for
 * lists and objects, "a,b" for a list, a date and time for a moment; at any depth. Everything else stays, for `check` to refuse.
 * @param zone IANA name: times without a zone are in it
 * @param name of the parameter or member
 */
export function fit(value: unknown, schema: Schema, zone: string, name = ''): unknown {
	if (value === undefined || value === null || value === '') return value;
	// What is a JSON text on the wire stays the text that somebody wrote.
	if (schema.json && typeof value === 'string') return value;
	const given = schema.time ? writeMoment(value, schema.time, zone) : plain(value);
	if (schema.type === 'string' && !schema.json) return toText(given, schema);
	if (typeof given === 'string')
		return schema.type === 'any' || schema.type === 'file' ? given : fromText(given, schema, zone, name);
	const { items, properties } = schema;
	if (Array.isArray(given)) {
		const form = FORM_VALUES.test(name);
		const entries = given.map((entry: unknown) => (form && isObject(entry) ? wireComponent(entry) : entry));
		return items ? entries.map((entry) => fit(entry, items, zone)) : entries;
	}
	if (!isObject(given)) return given;
	const of = (name: string) => properties?.[name] ?? (schema.type === 'map' ? items : undefined);
	return Object.fromEntries(
		Object.entries(given).map(([key, member]) => [key, fit(member, of(key) ?? { type: 'any' }, zone, key)]),
	);
}
