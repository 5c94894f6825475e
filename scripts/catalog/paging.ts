import type { Paging, Row, Schema } from '../../nodes/catalog/types';

interface Place {
	name: string;
	path: string;
}

const CURSORS: Array<[Paging['style'], RegExp]> = [
	['token', /^next_?token$/i],
	['cursor', /^cursor$/i],
	['offset', /^offset$/i],
	['page', /^(page|page_?(number|no|num|index|start)|current_?page|cur_?page)$/i],
];
/** Where a page's words need not be told. */
const USUAL_FIRST: Partial<Record<Paging['style'], number>> = { offset: 0, page: 1 };
const SIZE = /^(max_?results?|size|page_?size|limit|count)$/i;
const NEXT = /^next_?(token|cursor|page)$|^cursor$/i;
const MORE = /^has_?(more|next)(page)?$/i;
const ENTRIES = ['list', 'items', 'data', 'data_list', 'dataList', 'records', 'result', 'results', 'values', 'value'];

/** Members reachable through objects only, shallow ones first: an entry's own members are no paging words. */
function places(schema: Schema | undefined, deepest: number, prefix = ''): Array<Place & { schema: Schema }> {
	const own = Object.entries(schema?.properties ?? {}).map(([name, member]) => ({
		name,
		path: prefix + name,
		schema: member,
	}));
	if (deepest === 0) return own;
	return [
		...own,
		...own.flatMap(({ path, schema: member }) =>
			member.type === 'object' ? places(member, deepest - 1, `${path}.`) : [],
		),
	];
}

const parent = (path: string) => path.slice(0, Math.max(path.lastIndexOf('.'), 0));
const depth = (path: string) => path.split('.').length;

/** The list a page of an answer holds: beside the cursor if there is one, else the shallowest; undefined if several could be meant. */
function entriesOf(answer: Schema, beside: string | undefined): string | undefined {
	if (answer.type === 'array') return '';
	const lists = places(answer, 3).filter(({ schema }) => schema.type === 'array');
	const near = beside === undefined ? [] : lists.filter(({ path }) => parent(path) === parent(beside));
	const shallowest = Math.min(...lists.map(({ path }) => depth(path)));
	const candidates = near.length > 0 ? near : lists.filter(({ path }) => depth(path) === shallowest);
	if (candidates.length === 1) return candidates[0].path;
	const byName = ENTRIES.map((word) => candidates.find(({ name }) => name === word)).find(
		(place) => place !== undefined,
	);
	if (byName) return byName.path;
	const ofObjects = candidates.filter(({ schema }) => schema.items?.type === 'object');
	return ofObjects.length === 1 ? ofObjects[0].path : undefined;
}

/** What a page says of a request parameter. */
export interface Told {
	/** Its largest value. */
	max?: number;
	/** Its description. */
	words?: string;
}

/** The cursor of the first page, if the words name one: `首次调用，该参数传-1`, `从0开始`. */
function firstTold(words = ''): number | undefined {
	const [, value] =
		/(?:首次|第一次)[^。；;]{0,12}?[传为]\s*[`"]?(-?\d+)|从\s*(\d)\s*开始/.exec(words)?.filter(Boolean) ?? [];
	return value === undefined ? undefined : Number(value);
}

/** How a list operation pages, read off its request and answer; undefined when it does not, or not surely. */
export function pagingOf(
	row: Pick<Row, 'query' | 'body' | 'response'>,
	toldOf: (param: string) => Told,
): Paging | undefined {
	if (!row.response) return undefined;
	const request = [...places({ type: 'object', properties: row.query }, 0), ...places(row.body, 1)];
	const answer = places(row.response, 2);
	for (const [style, word] of CURSORS) {
		const cursor = request.find(({ name }) => word.test(name));
		if (!cursor) continue;
		const size = request.find(({ name, path }) => SIZE.test(name) && parent(path) === parent(cursor.path));
		const next = answer.find(({ name, schema }) => NEXT.test(name) && schema.type !== 'object')?.path;
		const more = answer.find(({ name }) => MORE.test(name))?.path;
		if (next === undefined && (style === 'token' || style === 'cursor')) return undefined;
		if (style !== 'token' && style !== 'cursor' && !size) return undefined;
		const entries = entriesOf(row.response, next ?? more);
		if (entries === undefined) return undefined;
		const max = size && toldOf(size.name).max;
		const first = firstTold(toldOf(cursor.name).words);
		const told = style === 'offset' && next !== undefined ? 'cursor' : style;
		return {
			style: told,
			cursor: cursor.path,
			...(size && { size: size.path }),
			...(max !== undefined && { max }),
			...(first !== undefined && first !== USUAL_FIRST[told] && { first }),
			entries,
			...(next !== undefined && told !== 'page' && { next }),
			...(more !== undefined && { more }),
		};
	}
	return undefined;
}
