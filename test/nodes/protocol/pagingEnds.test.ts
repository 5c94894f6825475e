import { readPages, type Cut, type Paging } from '../../../nodes/protocol/paging';

/** Lists that end in another way than their page says, that do not end, or that say two things at once. */
const token: Paging = { style: 'token', cursor: 'nextToken', entries: 'list', next: 'nextToken' };
const flagged: Paging = { ...token, more: 'hasMore' };
const cursor: Paging = { style: 'cursor', cursor: 'cursor', first: 0, entries: 'list', next: 'next' };
const minusOne: Paging = { ...cursor, first: -1 };

/** Serves these pages, the last of them for ever. */
async function read(paging: Paging, pages: object[]) {
	let calls = 0;
	const { entries, cut } = await readPages({ query: {} }, paging, { limit: Infinity, maxPages: 30 }, async () => {
		const answer = pages[Math.min(calls, pages.length - 1)];
		calls++;
		return await Promise.resolve(answer);
	});
	return { entries, cut: cut?.reason, calls };
}

const endless = (page: (index: number) => object) => Array.from({ length: 40 }, (_, index) => page(index));

test.each<[string, Paging, object[], number, number, Cut['reason'] | undefined]>([
	[
		'more as text',
		flagged,
		[
			{ list: [1], hasMore: 'true', nextToken: 'a' },
			{ list: [2], hasMore: 'FALSE', nextToken: 'b' },
		],
		2,
		2,
		undefined,
	],
	[
		'more as number',
		flagged,
		[
			{ list: [1], hasMore: 1, nextToken: 'a' },
			{ list: [2], hasMore: 0, nextToken: 'b' },
		],
		2,
		2,
		undefined,
	],
	['more, and no cursor', flagged, [{ list: [1], hasMore: true, nextToken: '' }], 1, 1, 'noCursor'],
	['more as text, and no cursor', flagged, [{ list: [1], hasMore: 'true', nextToken: null }], 1, 1, 'noCursor'],
	['no flag, and no cursor', token, [{ list: [1], nextToken: '' }], 1, 1, undefined],
	[
		'a flag that is left out at the end',
		flagged,
		[{ list: [1], hasMore: true, nextToken: 'a' }, { list: [2] }],
		2,
		2,
		undefined,
	],
	[
		'back to the first cursor',
		cursor,
		[
			{ list: [1], next: 20 },
			{ list: [2], next: 40 },
			{ list: [3], next: 0 },
		],
		3,
		3,
		undefined,
	],
	[
		'-1 behind the last',
		cursor,
		[
			{ list: [1], next: 20 },
			{ list: [2], next: -1 },
		],
		2,
		2,
		undefined,
	],
	[
		'"-1" behind the last',
		cursor,
		[
			{ list: [1], next: '20' },
			{ list: [2], next: '-1' },
		],
		2,
		2,
		undefined,
	],
	[
		'-1 is the first and the last',
		minusOne,
		[
			{ list: [1], next: 20 },
			{ list: [2], next: -1 },
		],
		2,
		2,
		undefined,
	],
	['a token that is -1 is one', token, [{ list: [1], nextToken: '-1' }, { list: [2] }], 2, 2, undefined],
	[
		'the same token before other entries',
		flagged,
		endless((index) => ({ list: [index], hasMore: true, nextToken: 'a' })),
		2,
		2,
		'repeatedCursor',
	],
	[
		'a cursor that grows for ever',
		cursor,
		endless((index) => ({ list: [index], next: index + 1 })),
		30,
		30,
		'maxPages',
	],
	[
		'a cursor that grows beyond 2^53',
		cursor,
		[{ list: [1], next: '9007199254740993' }, { list: [2], next: '9007199254740992' }, { list: [3] }],
		3,
		3,
		undefined,
	],
	[
		'a total that promises more',
		flagged,
		[{ list: [1], totalCount: 99, hasMore: false, nextToken: 'a' }],
		1,
		1,
		undefined,
	],
	[
		'tokens as numbers, beyond 2^53 as digits',
		flagged,
		[
			{ list: [1], hasMore: true, nextToken: 7 },
			{ list: [2], hasMore: 'true', nextToken: String(176322897889314512n) },
			{ list: [3], hasMore: 'false', nextToken: 9 },
		],
		3,
		3,
		undefined,
	],
	// A token of 0 would begin the list anew: its entries would come twice.
	['a token of 0 behind the last', token, [{ list: [1], nextToken: 0 }], 1, 1, undefined],
	[
		'a token of "0" behind the last',
		token,
		[
			{ list: [1], nextToken: 5 },
			{ list: [2], nextToken: '0' },
		],
		2,
		2,
		undefined,
	],
	['more, and a token of 0', flagged, [{ list: [1], hasMore: true, nextToken: '0' }], 1, 1, 'repeatedCursor'],
	[
		'more, and the first cursor',
		{ ...cursor, more: 'more' },
		[{ list: [1], more: true, next: 0 }],
		1,
		1,
		'repeatedCursor',
	],
	['more, and a null cursor', { ...cursor, more: 'more' }, [{ list: [1], more: 'true', next: null }], 1, 1, 'noCursor'],
	['no more, and a cursor', { ...cursor, more: 'more' }, [{ list: [1], more: 'false', next: 20 }], 1, 1, undefined],
	[
		'a total that shrinks while it is read',
		flagged,
		[
			{ list: [1], totalCount: 9, hasMore: true, nextToken: 'a' },
			{ list: [2], totalCount: 1, hasMore: true, nextToken: 'b' },
			{ list: [3], totalCount: 0, hasMore: false },
		],
		3,
		3,
		undefined,
	],
	[
		'entries that come twice, as they do where something was added meanwhile',
		flagged,
		[
			{ list: [1, 2], hasMore: true, nextToken: 'a' },
			{ list: [2, 3], hasMore: false },
		],
		4,
		2,
		undefined,
	],
	['null in place of a list', flagged, [{ list: null, hasMore: false }], 0, 1, undefined],
])('%s', async (_, paging, pages, count, calls, cut) => {
	const { entries, ...rest } = await read(paging, pages);
	expect({ count: entries.length, ...rest }).toEqual({ count, calls, cut });
});

test('a limit that is reached is no cut, whatever the answer says', async () => {
	const answer = { list: [1, 2], hasMore: true, nextToken: '' };
	const pages = readPages({ query: {} }, flagged, { limit: 2 }, async () => await Promise.resolve(answer));
	await expect(pages).resolves.toEqual({ entries: [1, 2] });
});
