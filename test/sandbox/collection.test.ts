import type { Row } from '../../nodes/catalog/types';
import { ApiError } from '../../sandbox/errors';
import { collection } from '../../sandbox/http/collection';
import type { Collection } from '../../sandbox/http/collection';
import { pour } from '../../sandbox/http/pour';
import { turn } from '../../sandbox/http/turn';
import type { Call } from '../../sandbox/world';
import { quietWorld } from './client';

const world = quietWorld();
const ME = 'unlisiiEiE';

interface Group {
	groupId: number;
	groupName: string;
	parentId: number;
	secret?: string;
}
const GROUPS = '/v1.0/rooms/groups';
const definition = (more: Partial<Collection<Group>> = {}): Collection<Group> => ({
	id: 'groupId',
	seed: [1, 2, 3].map((groupId) => ({ groupId, groupName: `g${groupId}`, parentId: 0, secret: 'x' })),
	aside: ['unionId'],
	missing: (id) => new ApiError('group.not.found', id),
	create: { route: `POST ${GROUPS}`, entry: ({ body }: Call<Group>, id) => ({ ...body, groupId: Number(id) }) },
	list: { route: 'GET /v1.0/rooms/groupLists' },
	get: { route: `GET ${GROUPS}/{groupId}` },
	update: { route: `PUT ${GROUPS}` },
	remove: { route: `DELETE ${GROUPS}/{groupId}` },
	...more,
});
/** Calls a route as the dispatcher does, after its checks. */
const caller = (one: Collection<Group>) => {
	const routes = collection(world, one);
	return (name: string, call: Partial<Call> = {}): unknown => {
		const found = routes.find(({ method, path }) => `${method} ${path}` === name);
		if (!found) throw new Error(`no route ${name}`);
		return found.answer({ path: {}, query: { unionId: ME }, headers: {}, body: {}, files: [], ...call });
	};
};

test('five verbs, each answered as its page has it', () => {
	const call = caller(definition());
	const id = { path: { groupId: '2' } };
	expect(call('GET /v1.0/rooms/groupLists')).toEqual({
		result: [1, 2, 3].map((groupId) => ({ groupId, groupName: `g${groupId}`, parentId: 0 })),
	});
	expect(call(`GET ${GROUPS}/{groupId}`, id)).toEqual({ groupId: 2, groupName: 'g2', parentId: 0 });
	expect(call(`PUT ${GROUPS}`, { body: { groupId: 2, groupName: 'new', unionId: ME } })).toEqual({ result: true });
	expect(call(`GET ${GROUPS}/{groupId}`, id)).toEqual({ groupId: 2, groupName: 'new', parentId: 0 });
	const { result } = call(`POST ${GROUPS}`, { body: { groupName: 'four', parentId: 1 } }) as { result: number };
	expect(call(`GET ${GROUPS}/{groupId}`, { path: { groupId: String(result) } })).toMatchObject({ groupName: 'four' });
	expect(call(`DELETE ${GROUPS}/{groupId}`, id)).toEqual({ result: true });
	expect(() => call(`GET ${GROUPS}/{groupId}`, id)).toThrow(
		expect.objectContaining({ code: 'group.not.found', message: '2' }),
	);
});

test('a person whom the company does not have is refused before anything happens', () => {
	const check = jest.fn();
	const call = caller(definition({ list: { route: 'GET /v1.0/rooms/groupLists', check } }));
	const userId = { query: { unionId: 'lisi' } };
	expect(() => call('GET /v1.0/rooms/groupLists', userId)).toThrow(
		expect.objectContaining({ code: 'invalidParameter' }),
	);
	expect(check).not.toHaveBeenCalled();
	const own = caller(definition({ stranger: (id) => new ApiError('user.not.employee', id) }));
	expect(() => own('GET /v1.0/rooms/groupLists', userId)).toThrow(
		expect.objectContaining({ code: 'user.not.employee' }),
	);
});

test('a call sees what is within its place, and a new entry is put there', () => {
	const call = caller(definition({ within: { parentId: 'body.parentGroupId' }, create: { route: `POST ${GROUPS}` } }));
	call(`POST ${GROUPS}`, { body: { parentGroupId: 7, groupName: 'below' } });
	const below = call('GET /v1.0/rooms/groupLists', { body: { parentGroupId: 7 } });
	expect(below).toMatchObject({ result: [{ groupName: 'below', parentId: 7 }] });
	expect((below as { result: unknown[] }).result).toHaveLength(1);
});

test('a route or a list that the catalog does not have is found at the start', () => {
	expect(() => collection(world, definition({ get: { route: 'GET /v1.0/rooms/groops' } }))).toThrow(
		'GET /v1.0/rooms/groops',
	);
	expect(() => collection(world, definition({ list: { route: `PUT ${GROUPS}` } }))).toThrow('documents no list');
});

const response = (properties: NonNullable<Row['response']>['properties']): Row['response'] => ({
	type: 'object',
	properties,
});
const text = { type: 'string' } as const;

/** [what, documented answer, answer for {id: 7, name: 'n', hidden: 'h'}] */
const poured: Array<[string, Row['response'], object]> = [
	['members at the top', response({ id: { type: 'number' }, name: text }), { id: 7, name: 'n' }],
	[
		'an object around',
		response({ space: { type: 'object', properties: { name: text } }, requestId: text }),
		{ space: { name: 'n' } },
	],
	['its id', response({ result: { type: 'number' } }), { result: 7 }],
	[
		'that it worked',
		response({ result: { type: 'boolean' }, success: { type: 'boolean' } }),
		{ result: true, success: true },
	],
	['nothing', undefined, {}],
];

test.each(poured)('an answer that has %s', (_what, schema, answer) => {
	expect(pour(schema, { id: 7, name: 'n', hidden: 'h' }, 7)).toEqual(answer);
});

const row = (paging: Row['paging'], cursor: 'string' | 'number' = 'string'): Row => ({
	id: 'x.y',
	name: '',
	zh: '',
	method: 'GET',
	host: 'api',
	path: '/x',
	query: { at: { type: cursor }, size: { type: 'number' } },
	response: response({
		result: {
			type: 'object',
			properties: { list: { type: 'array' }, next: { type: cursor }, total_count: { type: 'number' } },
		},
	}),
	paging,
});
const place = { cursor: 'at', size: 'size', max: 4, entries: 'result.list' };
const next = { next: 'result.next', more: 'result.more' };
const refuse = (name: string): never => {
	throw new Error(`bad ${name}`);
};

/** [style, row, cursors that a caller passes] */
const styles: Array<[string, Row]> = [
	['token', row({ style: 'token', ...place, ...next })],
	['token that is a number', row({ style: 'token', ...place, ...next }, 'number')],
	['cursor', row({ style: 'cursor', ...place, ...next }, 'number')],
	['page', row({ style: 'page', ...place })],
	['offset', row({ style: 'offset', ...place })],
];

test.each(styles)('paging by %s: every entry once', (_name, { paging, ...rest }) => {
	const all = Array.from({ length: 10 }, (_, i) => i);
	const one = { ...rest, paging };
	const seen: number[] = [];
	let given: Record<string, unknown> = { size: 4 };
	for (let page = 1; page <= 3; page += 1) {
		const { entries, last: end, mark } = turn(one, 'result.list', all, given, { refuse });
		seen.push(...entries);
		expect(end).toBe(page === 3);
		const answer: { result?: { next?: unknown; more?: boolean; total_count?: number } } = {};
		mark(answer as Record<string, unknown>);
		expect(answer.result?.total_count).toBe(10);
		if (paging?.more) expect(answer.result?.more).toBe(page < 3);
		if (paging?.next) expect(answer.result?.next === undefined).toBe(page === 3);
		const following = { page: page + 1, offset: page * 4 }[paging?.style as string] ?? answer.result?.next;
		given = { size: 4, at: following };
	}
	expect(seen).toEqual(all);
	expect(() => turn(one, 'result.list', all, { size: 5 }, { refuse })).toThrow('bad size');
	expect(() => turn(one, 'result.list', all, { size: 4, at: 'x' }, { refuse })).toThrow('bad at');
});

test('first cursors as pages name them, and lists that go on behind their last entry', () => {
	const all = [{ key: 'a' }, { key: 'b' }, { key: 'c' }];
	const keys = (paging: NonNullable<Row['paging']>, given: Record<string, unknown>) =>
		turn(row(paging), 'result.list', all, { size: 2, ...given }, { refuse }).entries.map(({ key }) => key);
	expect(keys({ style: 'token', ...place, ...next, first: 0 }, { at: '0' })).toEqual(['a', 'b']);
	expect(keys({ style: 'page', ...place, first: 0 }, { at: 1 })).toEqual(['c']);
	const behind = { style: 'token', ...place, next: 'result.list.-1.key' } as const;
	expect(keys(behind, { at: 'b' })).toEqual(['c']);
	expect(() => keys(behind, { at: 'x' })).toThrow('bad at');
});

test('what stands for the token after the last page', () => {
	const [[, tokens]] = styles;
	const end = (value: '' | null | undefined) => {
		const answer: Record<string, unknown> = {};
		turn(tokens, 'result.list', [1], {}, { refuse, end: value }).mark(answer);
		return (answer.result as { next?: unknown }).next;
	};
	expect([end(''), end(null), end(undefined)]).toEqual(['', null, undefined]);
});
