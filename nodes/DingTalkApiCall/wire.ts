import type { Row, Schema } from '../catalog/types';
import type { Plain, Query } from '../protocol/request';

/** Where a request carries a parameter. */
export type Place = 'path' | 'query' | 'headers' | 'body';

/** A parameter of an operation: its place, name and type. A body that is no object is one parameter without a name. */
export interface Parameter {
	place: Place;
	name: string;
	schema: Schema;
}

/** How a parameter is called in messages and in the form: `body.subject`. */
export const idOf = ({ place, name }: Parameter) => (name === '' ? place : `${place}.${name}`);

const within = (place: Place, members: Record<string, Schema> | undefined): Parameter[] =>
	Object.entries(members ?? {}).map(([name, schema]) => ({ place, name, schema }));

/** All parameters of an operation; path and required ones first. */
export function parametersOf({ pathParams, query, headers, body }: Row): Parameter[] {
	const inBody =
		body?.type === 'object' && body.properties
			? within('body', body.properties)
			: body
				? [{ place: 'body' as const, name: '', schema: body }]
				: [];
	const all = [...within('path', pathParams), ...within('query', query), ...within('headers', headers), ...inBody];
	return [...all.filter(({ schema }) => schema.required), ...all.filter(({ schema }) => !schema.required)];
}

/** Names under which a call carries another token than the app's. */
const TOKENS = new Set(['x-acs-dingtalk-access-token', 'access_token', 'suite_access_token']);

/** The parameter for the token of an operation that does not go with the app's own. */
export const tokenOf = (row: Row): Parameter | undefined =>
	row.auth === undefined
		? undefined
		: parametersOf(row).find(({ place, name }) => place !== 'body' && TOKENS.has(name));

/** Of the values that JSON has. */
const isPlain = (value: unknown): value is Plain => typeof value !== 'object' || value === null;

function* pieces(name: string, value: unknown): Generator<[string, Plain]> {
	if (isPlain(value)) yield [name, value];
	else
		for (const [key, inner] of Object.entries(value))
			yield* pieces(`${name}.${Array.isArray(value) ? Number(key) + 1 : key}`, inner);
}

/** Lists and objects in a query as the official SDK writes them: `ids.1=a&ids.2=b`, `filter.name=a`. */
export const flatQuery = (query: Record<string, unknown>): Query =>
	Object.fromEntries(Object.entries(query).flatMap(([name, value]) => [...pieces(name, value)]));
