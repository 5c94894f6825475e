import type { Row, Schema } from '../nodes/catalog/types';
import { foldQuery, isJsonText, parsed } from './typed';
import type { UploadedFile } from './world';

/** What is wrong with one value of a request. */
export interface Flaw {
	/** `value`: of the right type, but none of the known ones. */
	kind: 'missing' | 'unknown' | 'type' | 'value';
	/** Where: `body.userIds[0]`, `query.operatorId`. */
	at: string;
	detail: string;
}

export interface Parts {
	path: Record<string, string>;
	query: Record<string, string>;
	body: unknown;
	/** True: values of the body arrive as text (form fields), so that numbers are digits. */
	form: boolean;
	files: UploadedFile[];
}

/** Query parameters that every route takes, or that only its prose names. */
const QUERY_EXTRAS: Record<string, string[]> = {
	// Signature: https://open.dingtalk.com/document/development/customize-robot-security-settings
	'/robot/send': ['timestamp', 'sign'],
};

const nameOf = (value: unknown) => (value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value);
const wrong = (at: string, wanted: string, value: unknown): Flaw[] => [
	{ kind: 'type', at, detail: `${at}: expected ${wanted}, got ${nameOf(value)}` },
];

const isRecord = (value: unknown): value is Record<string, unknown> =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

const members = (schema: Record<string, Schema>, value: Record<string, unknown>, at: string, text: boolean): Flaw[] => [
	...Object.entries(schema)
		.filter(([name, { required }]) => required && (value[name] === undefined || value[name] === null))
		.map(([name]): Flaw => ({ kind: 'missing', at: `${at}.${name}`, detail: `${at}.${name}: required, missing` })),
	...Object.entries(value).flatMap(([name, member]): Flaw[] => {
		const known = Object.hasOwn(schema, name) ? schema[name] : undefined;
		if (!known) return [{ kind: 'unknown', at: `${at}.${name}`, detail: `${at}.${name}: unknown` }];
		return member === undefined || member === null ? [] : flaws(known, member, `${at}.${name}`, text);
	}),
];

/** @param text true: the value came as text (query, path, form), so `"5"` is a number and `"[1]"` an array. */
const typeFlaws = (schema: Schema, value: unknown, at: string, text: boolean): Flaw[] => {
	switch (schema.type) {
		case 'string':
			return typeof value === 'string' ? [] : wrong(at, 'string', value);
		case 'number':
			return typeof value === 'number' || (text && value !== '' && Number.isFinite(Number(value)))
				? []
				: wrong(at, 'number', value);
		case 'boolean':
			return typeof value === 'boolean' || (text && (value === 'true' || value === 'false'))
				? []
				: wrong(at, 'boolean', value);
		case 'array': {
			if (!Array.isArray(value)) return wrong(at, 'array', value);
			const { items } = schema;
			return items ? value.flatMap((item, i) => flaws(items, item, `${at}[${i}]`, text)) : [];
		}
		case 'map': {
			if (!isRecord(value)) return wrong(at, 'object', value);
			const { items } = schema;
			return items ? Object.entries(value).flatMap(([key, item]) => flaws(items, item, `${at}.${key}`, false)) : [];
		}
		case 'object':
			if (!isRecord(value)) return wrong(at, 'object', value);
			return schema.properties ? members(schema.properties, value, at, false) : [];
		default:
			return [];
	}
};

/** The type first: `"20"` where 20 is wanted is of the wrong type, however the listed values read. */
const flaws = (schema: Schema, given: unknown, at: string, text: boolean): Flaw[] => {
	const value = isJsonText(schema, given, text) ? parsed(given) : given;
	const found = typeFlaws(schema, value, at, text);
	if (found.length > 0 || !schema.enum || schema.enum.some((one) => String(one) === String(value))) return found;
	return [{ kind: 'value', at, detail: `${at}: ${String(value)} is none of ${schema.enum.join(', ')}` }];
};

const bodyFlaws = (row: Row, { body, form, files }: Parts): Flaw[] => {
	if (row.content === 'binary') return [];
	const given = body ?? {};
	if (row.body?.type === 'array') return flaws(row.body, given, 'body', form);
	if (!isRecord(given)) return wrong('body', 'object', given);
	const all = { ...given, ...Object.fromEntries(files.map((file) => [file.field, file])) };
	if (row.body && !row.body.properties) return [];
	return members(row.body?.properties ?? {}, all, 'body', form);
};

/** Everything in a request that the catalog's row does not allow: missing, unknown, of the wrong type. */
export const check = (row: Row, parts: Parts): Flaw[] => {
	const anyText: Schema = { type: 'any' };
	const extras = ['access_token', ...(QUERY_EXTRAS[row.path] ?? [])];
	const query = { ...Object.fromEntries(extras.map((name) => [name, anyText])), ...row.query };
	return [
		...members(
			row.pathParams ?? Object.fromEntries(Object.keys(parts.path).map((name) => [name, anyText])),
			parts.path,
			'path',
			true,
		),
		...members(query, foldQuery(row.query, parts.query), 'query', true),
		...bodyFlaws(row, parts),
	];
};
