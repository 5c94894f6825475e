/** Compares what DingTalk answered with what the catalog says, and makes shapes of values: types, no contents. */
import type { Host, Row, Schema } from '../../nodes/catalog/types';
import { HIDDEN, shownName } from './names';

export interface Finding {
	/** `type`: another type than documented; `unknown`: a member nobody documented; `missing`: documented, and in none of the answers. */
	kind: 'type' | 'unknown' | 'missing';
	/** Where: `result.list[].userid`. */
	at: string;
	/** What is documented. */
	expected?: string;
	/** What came. */
	got?: string;
}

/** Type names in place of values: `{ "userid": "text" }`, `["number"]`. */
export type Shape = string | Shape[] | { [member: string]: Shape };

const ENVELOPE: Record<Host, ReadonlySet<string>> = {
	oapi: new Set(['errcode', 'errmsg', 'request_id', 'success', 'sub_code', 'sub_msg']),
	api: new Set(['requestId', 'requestid']),
};

type Entries = Record<string, unknown>;
const isRecord = (value: unknown): value is Entries =>
	typeof value === 'object' && value !== null && !Array.isArray(value);
const isThere = (value: unknown) => value !== undefined && value !== null;

/** The kind of a text, as far as it tells nothing of its content. */
function textKind(text: string): string {
	if (text === '') return 'empty text';
	if (/^-?\d+$/.test(text)) return 'text of digits';
	if (/^\d{4}-\d\d-\d\d([T ]\d\d:\d\d.*)?$/.test(text)) return 'text of a date';
	if (/^https?:\/\//.test(text)) return 'text of a link';
	return /^[[{]/.test(text) ? 'text of JSON' : 'text';
}

/** The type of a value, in the catalog's words. */
const typeOf = (value: unknown): string =>
	value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value === 'string' ? textKind(value) : typeof value;

const fits: Record<Schema['type'], (value: unknown) => boolean> = {
	string: (value) => typeof value === 'string',
	number: (value) => typeof value === 'number',
	boolean: (value) => typeof value === 'boolean',
	array: Array.isArray,
	object: isRecord,
	map: isRecord,
	any: () => true,
	file: () => true,
};

/** All values under one name of several objects. */
const under = (values: readonly Entries[], name: string) => values.map((value) => value[name]).filter(isThere);
const namesIn = (values: readonly Entries[]) => [...new Set(values.flatMap(Object.keys))];

function members(
	properties: Record<string, Schema>,
	values: readonly Entries[],
	at: string,
	extra: ReadonlySet<string>,
) {
	const path = (name: string) => (at === '' ? name : `${at}.${name}`);
	const documented = Object.entries(properties).flatMap(([name, schema]): Finding[] => {
		if (extra.has(name)) return [];
		const own = under(values, name);
		return own.length > 0
			? findings(schema, own, path(name))
			: [{ kind: 'missing', at: path(name), expected: schema.type }];
	});
	const unknown = namesIn(values)
		.filter((name) => !Object.hasOwn(properties, name) && !extra.has(name) && under(values, name).length > 0)
		.map((name): Finding => ({ kind: 'unknown', at: path(shownName(name)), got: typesOf(under(values, name)) }));
	return [...documented, ...unknown];
}

const typesOf = (values: readonly unknown[]) => [...new Set(values.map(typeOf))].sort().join(' or ');

const NOTHING: ReadonlySet<string> = new Set();

/** What a value says that is JSON as text on the wire; any other value as it is. */
function jsonIn(value: unknown): unknown {
	try {
		return typeof value === 'string' ? JSON.parse(value) : value;
	} catch {
		return value;
	}
}

/** What contradicts a schema in several values of the same place. */
function findings(schema: Schema, given: readonly unknown[], at: string, extra = NOTHING): Finding[] {
	const values = schema.json ? given.map(jsonIn) : given;
	const wrong = values.filter((value) => !fits[schema.type](value));
	const type: Finding[] = wrong.length > 0 ? [{ kind: 'type', at, expected: schema.type, got: typesOf(wrong) }] : [];
	const right = values.filter((value) => fits[schema.type](value));
	const { items, properties } = schema;
	if (schema.type === 'array') {
		const entries = right.flatMap((value) => (Array.isArray(value) ? value : [])).filter(isThere);
		return [...type, ...(items && entries.length > 0 ? findings(items, entries, `${at}[]`) : [])];
	}
	const objects = right.filter(isRecord);
	if (schema.type === 'map') {
		const entries = objects.flatMap((value) => Object.values(value)).filter(isThere);
		return [...type, ...(items && entries.length > 0 ? findings(items, entries, `${at}.${HIDDEN}`) : [])];
	}
	return [...type, ...(properties && objects.length > 0 ? members(properties, objects, at, extra) : [])];
}

const same = (a: Finding, b: Finding) => JSON.stringify(a) === JSON.stringify(b);
const unique = (all: Finding[]) => all.filter((one, index) => all.findIndex((other) => same(one, other)) === index);

/**
 * What the good answers of one route contradict. Of several pages that describe it, the one that they contradict least counts.
 * @returns undefined where the catalog has no schema of the answer
 */
export function compare(pages: readonly Row[], answers: readonly unknown[]): Finding[] | undefined {
	const found = pages.flatMap(({ response, host }) =>
		response ? [unique(findings(response, answers, '', ENVELOPE[host]))] : [],
	);
	const weight = (all: Finding[]) => all.reduce((sum, { kind }) => sum + (kind === 'missing' ? 1 : 1000), 0);
	return found.sort((a, b) => weight(a) - weight(b))[0];
}

/** Shapes nest no deeper than DingTalk's own answers. */
const DEEPEST = 20;

/** The types of several values of the same place, as one shape. */
export function shapeOf(values: readonly unknown[], depth = 0): Shape {
	const objects = values.filter(isRecord);
	const lists = values.filter((value): value is unknown[] => Array.isArray(value));
	const plain = values.filter((value) => !isRecord(value) && !Array.isArray(value));
	if (depth > DEEPEST) return 'deeper';
	if (plain.length > 0 || (objects.length > 0 && lists.length > 0) || values.length === 0)
		return values.length === 0 ? 'nothing' : typesOf(values);
	if (lists.length > 0) return lists.flat().length === 0 ? [] : [shapeOf(lists.flat(), depth + 1)];
	const names = namesIn(objects);
	const groups = new Map<string, unknown[]>();
	for (const name of names)
		groups.set(shownName(name), [
			...(groups.get(shownName(name)) ?? []),
			...objects.map((value) => value[name]).filter((value) => value !== undefined),
		]);
	return Object.fromEntries([...groups].map(([name, own]) => [name, shapeOf(own, depth + 1)]));
}
