/** How a list operation pages. Names are dotted paths: `cursor` and `size` in the request, the others in the answer. */
export interface Paging {
	/** `token`: opaque text from the answer; `cursor`: number from the answer; `offset`: number of entries to skip; `page`: page number from 1; `whole`: one answer has them all. */
	style: 'token' | 'cursor' | 'offset' | 'page' | 'whole';
	/** The part of the request that takes `cursor` and `size`; without it the body where the request has one, else the query. */
	in?: 'query' | 'body';
	/** Where the request takes the place to go on from. Absent only for `whole`. */
	cursor?: string;
	/** Where the request takes its page size, and the largest that DingTalk accepts. */
	size?: { at: string; max: number };
	/** First value of the cursor; left out of the first request when absent. */
	first?: string | number;
	/** Where the entries are in the answer. */
	entries: string;
	/** Where the answer has the next cursor (`token`, `cursor`). */
	next?: string;
	/** Where the answer says that there is more. Without it a missing `next`, or a page that is not full, ends the list. */
	more?: string;
}

/** A member by its name; `-1` is the last entry of a list, `a|b` a member that is spelt in two ways. */
function member(value: unknown, name: string): unknown {
	if (typeof value !== 'object' || value === null) return undefined;
	if (Array.isArray(value) && name === '-1') return value.at(-1);
	return name
		.split('|')
		.map((spelling): unknown => Reflect.get(value, spelling))
		.find((found) => found !== undefined);
}

/** The member at a dotted path; `-1` in it is the last entry of a list. */
export const at = (value: unknown, path: string): unknown => path.split('.').reduce(member, value);

/** A copy with one member at a dotted path set. */
export function setAt(target: object, path: string, value: unknown): object {
	const [name = '', ...rest] = path.split('.');
	const inner: unknown = Reflect.get(target, name);
	const child = typeof inner === 'object' && inner !== null ? inner : {};
	return { ...target, [name]: rest.length === 0 ? value : setAt(child, rest.join('.'), value) };
}

type Request = { query?: object; body?: object };

/** Puts the page's cursor and size where the request takes them. */
function pageRequest<T extends Request>(request: T, paging: Paging, cursor: unknown, size: number | undefined): T {
	const place = paging.in ?? (request.body === undefined ? 'query' : 'body');
	let part: object = request[place] ?? {};
	if (cursor !== undefined && paging.cursor !== undefined) part = setAt(part, paging.cursor, cursor);
	if (paging.size && size !== undefined) part = setAt(part, paging.size.at, size);
	return { ...request, [place]: part };
}

/** Some answers write as text the number that the request wants (`nextToken` of approval instances). */
function asNumber(cursor: unknown): unknown {
	const number = Number(cursor);
	if (!Number.isFinite(number)) return cursor;
	return Number.isSafeInteger(number) || !/^-?\d+$/.test(String(cursor)) ? number : BigInt(String(cursor));
}

/** Whether a flag says no, as a boolean, text or number. */
const isNo = (flag: unknown): boolean => /^(false|0)$/i.test(String(flag));
const isYes = (flag: unknown): boolean => /^(true|1)$/i.test(String(flag));

/** The cursor that an answer names; `undefined` where it names none. */
function nextOf(paging: Paging, answer: unknown): unknown {
	const next = paging.next === undefined ? undefined : at(answer, paging.next);
	return next === null || next === '' ? undefined : next;
}

/** Whether an answer says that there is more, and does not say where. */
const isLost = (paging: Paging, answer: unknown): boolean =>
	(paging.style === 'token' || paging.style === 'cursor') &&
	paging.more !== undefined &&
	isYes(at(answer, paging.more)) &&
	nextOf(paging, answer) === undefined;

/** A token of 0 begins a list anew where the first request has none. */
const startOf = ({ style, first }: Paging): unknown => (style === 'token' && first === undefined ? '0' : first);

/** Whether a list without a flag has ended: its last page names its own cursor again, the first one, or -1. */
const isEnd = (paging: Paging, next: unknown, cursor: unknown): boolean =>
	[cursor, startOf(paging), ...(typeof paging.first === 'number' ? [-1] : [])].some(
		(end) => String(end) === String(next),
	);

/** Where to go on after a page; `undefined` = the list has ended. */
function following(paging: Paging, answer: unknown, cursor: unknown, count: number, size: number | undefined): unknown {
	if (paging.style === 'whole') return undefined;
	const more = paging.more === undefined ? undefined : at(answer, paging.more);
	if (isNo(more)) return undefined;
	if (paging.style === 'token' || paging.style === 'cursor') {
		const next = nextOf(paging, answer);
		if (next === undefined || (more === undefined && isEnd(paging, next, cursor))) return undefined;
		return typeof paging.first === 'number' ? asNumber(next) : next;
	}
	if (count === 0 || (more === undefined && size !== undefined && count < size)) return undefined;
	// By the page's size, not by what it held: `offset + limit`, https://open.dingtalk.com/document/development/open-attendance-clock-in-data
	return paging.style === 'page' ? Number(cursor ?? 1) + 1 : Number(cursor ?? 0) + (size ?? count);
}

/** How much of a list is wanted. */
export interface Extent {
	/** Most entries; Infinity for all. */
	limit: number;
	/** Most pages; enough for `USUAL_ENTRIES` unless said. */
	maxPages?: number;
	/** What one entry of DingTalk's becomes, before the limit is counted. */
	flatten?: (entry: unknown) => unknown[];
}

/** Why a list was left before DingTalk said that it has ended. */
export interface Cut {
	/** `repeatedCursor`: DingTalk named a page that had been read. `noCursor`: it said that there is more, and not where. `emptyPages`: `MOST_EMPTY` in a row had no entry, and there was more. */
	reason: 'repeatedCursor' | 'noCursor' | 'emptyPages' | 'maxPages';
	/** How many pages were read. */
	pages: number;
}

/** What was read of a list; without `cut` it was read to its end or to the limit. */
export interface Pages {
	entries: unknown[];
	cut?: Cut;
}

/** A filter may leave a page empty and a cursor behind it; so many in a row are a list without an end. */
export const MOST_EMPTY = 10;
/** Entries that are read of a list, unless `maxPages` says otherwise: each page is a call of the month's quota. */
const USUAL_ENTRIES = 100_000;
/** Page size that is assumed where the request does not say one. */
const UNTOLD_SIZE = 20;

/**
 * Reads a list to its end, or to `limit` entries, with as few calls as the API allows; a list that would never end is cut.
 * A page size is only made smaller than the maximum when less is wanted.
 */
export async function readPages<T extends Request>(
	request: T,
	paging: Paging,
	{ limit, maxPages = Math.ceil(USUAL_ENTRIES / (paging.size?.max ?? UNTOLD_SIZE)), flatten }: Extent,
	send: (page: T) => Promise<unknown>,
): Promise<Pages> {
	const entries: unknown[] = [];
	const size = paging.size ? Math.min(paging.size.max, flatten ? Infinity : Math.max(1, limit)) : undefined;
	const asked = new Set([String(startOf(paging))]);
	let cursor: unknown = paging.first ?? (paging.style === 'page' ? 1 : paging.style === 'offset' ? 0 : undefined);
	for (let pages = 1, empty = 0; ; pages++) {
		asked.add(String(cursor));
		const answer = await send(pageRequest(request, paging, cursor, size));
		const page = at(answer, paging.entries);
		const list: unknown[] = Array.isArray(page) ? page : [];
		for (const entry of flatten ? list.flatMap(flatten) : list) if (entries.length < limit) entries.push(entry);
		cursor = following(paging, answer, cursor, list.length, size);
		if (entries.length >= limit) return { entries };
		if (cursor === undefined)
			return isLost(paging, answer) ? { entries, cut: { reason: 'noCursor', pages } } : { entries };
		empty = list.length === 0 ? empty + 1 : 0;
		if (asked.has(String(cursor))) return { entries, cut: { reason: 'repeatedCursor', pages } };
		if (empty >= MOST_EMPTY) return { entries, cut: { reason: 'emptyPages', pages } };
		if (pages >= maxPages) return { entries, cut: { reason: 'maxPages', pages } };
	}
}

/** One page of a list from a cursor on (its start where there is none), and where the next one begins. */
export async function readPage<T extends Request>(
	request: T,
	paging: Paging,
	from: string | undefined,
	send: (page: T) => Promise<unknown>,
): Promise<{ entries: unknown[]; next?: unknown }> {
	const start = paging.first ?? (paging.style === 'page' ? 1 : paging.style === 'offset' ? 0 : undefined);
	const cursor = from === undefined ? start : typeof start === 'number' ? Number(from) : from;
	const size = paging.size?.max;
	const answer = await send(pageRequest(request, paging, cursor, size));
	const page = at(answer, paging.entries);
	const entries: unknown[] = Array.isArray(page) ? page : [];
	return { entries, next: following(paging, answer, cursor, entries.length, size) };
}
