import type { Row, Schema } from '../catalog/types';
import { isObject, writeJson } from '../protocol/json';
import { at, readPages, setAt, type Cut, type Paging } from '../protocol/paging';
import type { Compiled } from '../protocol/request';
import { businessOf } from '../runtime/execute';
import type { Json } from '../runtime/operation';
import { fit } from './fit';

/** Page sizes from 10 to 200 are what DingTalk advises; many operations take no more than 20. https://open.dingtalk.com/document/development/pagination */
const UNTOLD_SIZE = 20;

type Place = 'query' | 'body';
type ListPaging = NonNullable<Row['paging']>;

/** Where the operation takes cursor and size. */
const placeOf = (row: Row, cursor: string): Place => (row.query?.[cursor.split('.')[0] ?? ''] ? 'query' : 'body');

function optional(schema: Schema | undefined, path: string[]): Schema | undefined {
	const [name, ...rest] = path;
	const member = name === undefined ? undefined : schema?.properties?.[name];
	if (!schema || name === undefined || !member) return schema;
	const loose = rest.length === 0 ? { ...member, required: undefined } : (optional(member, rest) ?? member);
	return { ...schema, properties: { ...schema.properties, [name]: loose } };
}

/** The row with cursor and page size optional: nobody has to fill in what the node fills in by itself. */
export function withOptionalPage(row: Row): Row {
	if (!row.paging) return row;
	const paths = [row.paging.cursor, row.paging.size]
		.filter((path) => path !== undefined)
		.map((path) => path.split('.'));
	const loosen = (schema: Schema | undefined) => paths.reduce(optional, schema);
	return {
		...row,
		query: loosen(row.query && { type: 'object', properties: row.query })?.properties,
		body: loosen(row.body),
	};
}

const schemaAt = (schema: Schema | undefined, path: string) =>
	path.split('.').reduce<Schema | undefined>((at, name) => at?.properties?.[name], schema);

/**
 * Where the first page begins: as the person said, else as its page says, else at the start. Cursors that must be sent begin
 * with 0, text ones too; optional ones are left out of the first request.
 */
function firstOf({ style, cursor, first }: ListPaging, part: object, schema: Schema | undefined): Paging['first'] {
	const given = at(part, cursor);
	if (typeof given === 'number' || (typeof given === 'string' && given !== '')) return given;
	if (first !== undefined) return first === 'now' ? Date.now() : first;
	if (style === 'page') return 1;
	if (style !== 'offset' && !schema?.required) return undefined;
	return schema?.type === 'string' ? '0' : 0;
}

/** How to read the pages of a list, starting from what the person gave. */
function pagingOf(paging: ListPaging, place: Place, part: object, members: Schema): Paging {
	const { style, cursor, size, max, entries, next, more } = paging;
	const given = size === undefined ? NaN : Number(at(part, size) ?? NaN);
	const most = Number.isFinite(given) ? given : (max ?? UNTOLD_SIZE);
	return {
		style,
		in: place,
		cursor,
		entries,
		next,
		more,
		first: firstOf(paging, part, schemaAt(members, cursor)),
		...(size !== undefined && { size: { at: size, max: most } }),
	};
}

/** The part of the next request with what the last answer says besides the cursor. */
const continued = ({ beside = {} }: ListPaging, part: object, last: Json | undefined): object =>
	last === undefined
		? part
		: Object.entries(beside).reduce((next, [name, path]) => setAt(next, name, at(last, path)), part);

/** A cursor that is the last entry's own, and counts from it on, brings that entry once more. */
const withoutRepeats = ({ next }: ListPaging, list: unknown[]): unknown[] =>
	next?.includes('-1')
		? list.filter((entry, index) => index === 0 || writeJson(entry) !== writeJson(list[index - 1]))
		: list;

const named = (list: string) => (entry: unknown) => ({ ...(isObject(entry) ? entry : { value: entry }), list });

/** The entries of a page's several lists, each with the name of its list. */
function ofAllLists({ entries, others = [] }: ListPaging, answers: Json[], limit: number): Json[] {
	const found = [entries, ...others].flatMap((path) =>
		answers.flatMap((answer) => {
			const list = at(answer, path);
			return Array.isArray(list) ? list.map(named(path.split('.').pop() ?? path)) : [];
		}),
	);
	return limit === Infinity ? found : found.slice(0, limit);
}

const isTelling = (value: unknown) => typeof value === 'object' && value !== null && Object.keys(value).length > 0;

/** A list to read. */
export interface List {
	row: Row;
	paging: ListPaging;
	request: Compiled;
	/** Most entries; Infinity for all. */
	limit: number;
}

/**
 * Reads a list to its end or limit: its entries, and DingTalk's answers as they came. Where the first answer does not have entries
 * where the catalog says, its own members count as the one entry, so that nothing is lost.
 */
export async function readList(
	{ row, paging, request, limit }: List,
	send: (page: Compiled) => Promise<Json>,
): Promise<{ entries: Json[]; answers: Json[]; cut?: Cut }> {
	const place = placeOf(row, paging.cursor);
	const schema: Schema = { type: 'object', properties: place === 'query' ? row.query : row.body?.properties };
	const part = isObject(request[place]) ? request[place] : {};
	const answers: Json[] = [];
	const { entries: list, cut } = await readPages(
		{ [place]: part },
		pagingOf(paging, place, part, schema),
		{ limit },
		async (page: { query?: object; body?: object }) => {
			// Cursors and sizes come as numbers; some operations want them as text.
			const next = continued(paging, page[place] ?? {}, answers.at(-1));
			const answer = await send({ ...request, [place]: fit(next, schema, 'UTC') });
			answers.push(answer);
			return answer;
		},
	);
	const [first = {}] = answers;
	const stray = businessOf(first);
	if (list.length === 0 && at(first, paging.entries) === undefined && Object.values(stray).some(isTelling))
		return { entries: [stray], answers, cut };
	if (paging.others) return { entries: ofAllLists(paging, answers, limit), answers, cut };
	const entries = withoutRepeats(paging, list);
	return { entries: entries.map((entry) => (isObject(entry) ? entry : { value: entry })), answers, cut };
}
