import { at, readPages, setAt, type Paging } from '../../../nodes/protocol/paging';

type Request = { query?: object; body?: object };
type Answer = (request: Record<string, unknown>) => unknown;

/** Reads a list that `answer` serves; what was asked and what came. */
async function read(paging: Paging, limit: number, answer: Answer, request: Request = { body: {} }, maxPages?: number) {
	const asked: Request[] = [];
	const { entries: got, cut } = await readPages(request, paging, { limit, maxPages }, async (page) => {
		asked.push(page);
		return await Promise.resolve(answer({ ...page.query, ...page.body }));
	});
	return { asked, got, cut };
}

const numbers = (from: number, to: number) => Array.from({ length: to - from }, (_, index) => from + index);
const bodies = (asked: Request[]) => asked.map(({ body }) => body);

/** A list of `total` numbers, as each style serves it. */
const tokenServer =
	(total: number): Answer =>
	({ nextToken, maxResults = 10 }) => {
		const start = Number(String(nextToken ?? 't0').slice(1));
		const end = Math.min(total, start + Number(maxResults));
		return { list: numbers(start, end), nextToken: end < total ? `t${end}` : undefined };
	};
const cursorServer =
	(total: number, flag: (more: boolean) => unknown): Answer =>
	({ cursor = 0, size = 10 }) => {
		const end = Math.min(total, Number(cursor) + Number(size));
		return { result: { list: numbers(Number(cursor), end), has_more: flag(end < total), next_cursor: end } };
	};
const offsetServer =
	(total: number): Answer =>
	({ offset = 0, size = 10 }) => ({ list: numbers(Number(offset), Math.min(total, Number(offset) + Number(size))) });
const pageServer =
	(total: number): Answer =>
	({ page = 1, size = 10 }) => {
		const start = (Number(page) - 1) * Number(size);
		return { list: numbers(start, Math.max(start, Math.min(total, start + Number(size)))) };
	};

const token: Paging = {
	style: 'token',
	cursor: 'nextToken',
	size: { at: 'maxResults', max: 100 },
	entries: 'list',
	next: 'nextToken',
};
const cursor: Paging = {
	style: 'cursor',
	cursor: 'cursor',
	first: 0,
	size: { at: 'size', max: 100 },
	entries: 'result.list',
	next: 'result.next_cursor',
	more: 'result.has_more',
};
const offset: Paging = { style: 'offset', cursor: 'offset', size: { at: 'size', max: 50 }, entries: 'list' };
const page: Paging = { style: 'page', cursor: 'page', size: { at: 'size', max: 50 }, entries: 'list' };

describe.each<[string, Paging, (total: number) => Answer]>([
	['token', token, tokenServer],
	['cursor', cursor, (total) => cursorServer(total, Boolean)],
	['cursor with the flag as text', cursor, (total) => cursorServer(total, String)],
	['offset', offset, offsetServer],
	['page', page, pageServer],
])('%s', (_, paging, server) => {
	test.each([0, 1, 49, 50, 51, 99, 100, 101, 250])('all of %i entries, in order', async (total) => {
		expect((await read(paging, Infinity, server(total))).got).toEqual(numbers(0, total));
	});

	test.each([1, 50, 100, 120, 1000])('at most %i of 250', async (limit) => {
		const { got, asked, cut } = await read(paging, limit, server(250));
		expect(cut).toBeUndefined();
		expect(got).toEqual(numbers(0, Math.min(limit, 250)));
		const max = paging.size?.max ?? 0;
		// One call more is needed only where nothing but an empty page tells the end.
		expect(asked.length).toBeLessThanOrEqual(
			Math.ceil(Math.min(limit, 250) / Math.min(max, limit)) + (limit > 250 && !paging.next ? 1 : 0),
		);
	});
});

test('the first request carries the largest page that is wanted, and no more', async () => {
	expect(bodies((await read(token, Infinity, tokenServer(3))).asked)).toEqual([{ maxResults: 100 }]);
	expect(bodies((await read(token, 3, tokenServer(30))).asked)).toEqual([{ maxResults: 3 }]);
	expect(bodies((await read(cursor, 150, cursorServer(300, Boolean))).asked)).toEqual([
		{ cursor: 0, size: 100 },
		{ cursor: 100, size: 100 },
	]);
	expect(bodies((await read(offset, Infinity, offsetServer(60))).asked)).toEqual([
		{ offset: 0, size: 50 },
		{ offset: 50, size: 50 },
	]);
	expect(bodies((await read(page, Infinity, pageServer(60))).asked)).toEqual([
		{ page: 1, size: 50 },
		{ page: 2, size: 50 },
	]);
});

test('the rest of the request stays, its place is the query where there is no body', async () => {
	const { asked } = await read(token, Infinity, tokenServer(120), { query: { kind: 'k' } });
	expect(asked).toEqual([
		{ query: { kind: 'k', maxResults: 100 } },
		{ query: { kind: 'k', maxResults: 100, nextToken: 't100' } },
	]);
});

test('cursor and size go in the query beside a body, or in a body that there was not, where `in` says so', async () => {
	const beside = await read({ ...token, in: 'query' }, Infinity, tokenServer(120), {
		query: { kind: 'k' },
		body: ['u'],
	});
	expect(beside.asked).toEqual([
		{ query: { kind: 'k', maxResults: 100 }, body: ['u'] },
		{ query: { kind: 'k', maxResults: 100, nextToken: 't100' }, body: ['u'] },
	]);
	const own = await read({ ...token, in: 'body' }, 5, tokenServer(120), { query: { kind: 'k' } });
	expect(own.asked).toEqual([{ query: { kind: 'k' }, body: { maxResults: 5 } }]);
});

test('nested names', async () => {
	const paging: Paging = {
		...token,
		cursor: 'request.nextToken',
		size: { at: 'request.maxResults', max: 2 },
		entries: 'data.list',
		next: 'data.nextToken',
	};
	const { asked, got } = await read(
		paging,
		3,
		({ request }) => ({ data: tokenServer(9)(request as Record<string, unknown>) }),
		{ body: { request: { id: 'x' } } },
	);
	expect(got).toEqual([0, 1, 2]);
	expect(bodies(asked)).toEqual([
		{ request: { id: 'x', maxResults: 2 } },
		{ request: { id: 'x', maxResults: 2, nextToken: 't2' } },
	]);
});

test.each<[string, unknown]>([
	['null', null],
	['empty', ''],
	['absent', undefined],
	['the same again', 't1'],
])('a next token that is %s ends the list', async (_, nextToken) => {
	let calls = 0;
	const { got } = await read(token, Infinity, () =>
		++calls === 1 ? { list: [1], nextToken: 't1' } : { list: [2], nextToken },
	);
	expect(got).toEqual([1, 2]);
});

test('a flag that says no ends the list, whatever the cursor', async () => {
	const { asked } = await read(cursor, Infinity, () => ({ result: { list: [1], has_more: false, next_cursor: 7 } }));
	expect(asked).toHaveLength(1);
});

test('a missing flag leaves it to the cursor, or to a page that is not full', async () => {
	expect(
		(
			await read(cursor, Infinity, ({ cursor: at }) => ({
				result: { list: [at], next_cursor: at === 0 ? 5 : undefined },
			}))
		).got,
	).toEqual([0, 5]);
	expect((await read({ ...offset, more: 'hasMore' }, Infinity, offsetServer(60))).got).toHaveLength(60);
});

test('a flag that says yes goes on although pages are not full', async () => {
	const { got } = await read({ ...page, more: 'hasMore' }, Infinity, ({ page: number }) => ({
		list: [number],
		hasMore: Number(number) < 3,
	}));
	expect(got).toEqual([1, 2, 3]);
});

test('without a page size only an empty page ends a list of pages', async () => {
	const { asked, got } = await read(
		{ style: 'page', cursor: 'page', entries: 'list' },
		Infinity,
		({ page: number }) => ({ list: Number(number) < 3 ? [number] : [] }),
	);
	expect(got).toEqual([1, 2]);
	expect(asked).toHaveLength(3);
});

test('a number cursor that comes as text goes back as a number', async () => {
	const { asked } = await read({ ...token, first: 0 }, Infinity, ({ nextToken }) => ({
		list: [1],
		nextToken: nextToken === 0 ? '10' : undefined,
	}));
	expect(bodies(asked).map((body) => Reflect.get(body ?? {}, 'nextToken') as unknown)).toEqual([0, 10]);
});

test('a list that comes whole is one call, cut to the limit', async () => {
	const { asked, got } = await read({ style: 'whole', entries: 'result' }, 2, () => ({
		result: [1, 2, 3],
		nextToken: 'x',
	}));
	expect(got).toEqual([1, 2]);
	expect(asked).toHaveLength(1);
});

test('an answer without entries is an empty list', async () => {
	expect((await read(token, Infinity, () => ({}))).got).toEqual([]);
	expect((await read(cursor, Infinity, () => ({ result: null }))).got).toEqual([]);
});

test('entries that are plain texts, or null, are entries', async () => {
	const { got } = await read(token, Infinity, () => ({ list: ['a', 'b', null, 0, '176322897889314512'] }));
	expect(got).toEqual(['a', 'b', null, 0, '176322897889314512']);
});

test('a page of very many entries', async () => {
	const { got } = await read({ style: 'whole', entries: 'list' }, Infinity, () => ({ list: numbers(0, 300_000) }));
	expect(got).toHaveLength(300_000);
});

test('a number cursor beyond 2^53 goes back digit by digit', async () => {
	const next = '176322897889314512';
	const { asked } = await read(cursor, Infinity, ({ cursor: from }) => ({
		result: { list: [1], next_cursor: from === 0 ? next : undefined },
	}));
	expect(bodies(asked).map((body) => Reflect.get(body ?? {}, 'cursor') as unknown)).toEqual([0, BigInt(next)]);
});

describe('lists that never end', () => {
	test('cursors that alternate', async () => {
		const { got, cut } = await read(token, Infinity, ({ nextToken }) => ({
			list: [nextToken],
			nextToken: nextToken === 'a' ? 'b' : 'a',
		}));
		expect(got).toEqual([undefined, 'a', 'b']);
		expect(cut).toEqual({ reason: 'repeatedCursor', pages: 3 });
	});

	test('a cursor of long ago, as a text where it was a number', async () => {
		let page = 0;
		const { cut } = await read(cursor, Infinity, () => ({
			result: { list: [1], has_more: true, next_cursor: ++page < 7 ? page : '3' },
		}));
		expect(cut).toEqual({ reason: 'repeatedCursor', pages: 7 });
	});

	test('the same cursor again is the end, unless DingTalk says that there is more', async () => {
		const same = (has_more?: boolean) => () => ({ result: { list: [1], has_more, next_cursor: 0 } });
		expect((await read(cursor, Infinity, same())).cut).toBeUndefined();
		expect((await read(cursor, Infinity, same(true))).cut).toEqual({ reason: 'repeatedCursor', pages: 1 });
	});

	test.each([50, Infinity])('empty pages with a cursor, at most %p entries wanted', async (limit) => {
		let page = 0;
		const { got, cut } = await read(token, limit, () => ({ list: [], nextToken: `t${++page}` }));
		expect(got).toEqual([]);
		expect(cut).toEqual({ reason: 'emptyPages', pages: 10 });
	});

	test('some empty pages are no end: only so many in a row', async () => {
		const { got, cut } = await read(cursor, Infinity, ({ cursor: from }) => ({
			result: { list: Number(from) % 10 === 9 ? [from] : [], has_more: from !== 99, next_cursor: Number(from) + 1 },
		}));
		expect(got).toEqual([9, 19, 29, 39, 49, 59, 69, 79, 89, 99]);
		expect(cut).toBeUndefined();
	});

	test.each<[string, Paging, number]>([
		['pages of 100', token, 1000],
		['pages of 50', page, 2000],
		['pages of a size that is not said', { ...token, size: undefined }, 5000],
	])('full pages for ever: %s', async (_, paging, pages) => {
		let number = 0;
		const list = numbers(0, paging.size?.max ?? 20);
		const { got, cut } = await read(paging, Infinity, () => ({ list, nextToken: `t${++number}` }));
		expect(got).toHaveLength(100_000);
		expect(cut).toEqual({ reason: 'maxPages', pages });
	});

	test('at most so many pages; a list that ends with the last of them is whole', async () => {
		const three = await read(offset, Infinity, offsetServer(250), { body: {} }, 3);
		expect(three.got).toHaveLength(150);
		expect(three.cut).toEqual({ reason: 'maxPages', pages: 3 });
		expect((await read(token, Infinity, tokenServer(300), { body: {} }, 3)).cut).toBeUndefined();
		expect((await read(offset, 150, offsetServer(250), { body: {} }, 3)).cut).toBeUndefined();
	});
});

test('members at dotted paths', () => {
	expect(at({ a: { b: [5] } }, 'a.b.0')).toBe(5);
	expect(at(undefined, 'a')).toBeUndefined();
	expect(at({ a: null }, 'a.b')).toBeUndefined();
	const target = { a: { b: 1 }, c: 2 };
	expect(setAt(target, 'a.d', 3)).toEqual({ a: { b: 1, d: 3 }, c: 2 });
	expect(setAt({ a: 'text' }, 'a.b', 1)).toEqual({ a: { b: 1 } });
	expect(target).toEqual({ a: { b: 1 }, c: 2 });
});
