import type { Row, Schema } from '../../nodes/catalog/types';
import { rowOf } from '../catalog';
import type { RouteName } from '../catalog';
import { pick } from '../members';
import type { Members } from '../members';
import { typed } from '../typed';
import type { Call, Route, World } from '../world';
import { invalidIn, operation } from './operation';
import type { Refusal, Refusals } from './operation';
import { listIn, pour, pourList } from './pour';
import { turn } from './turn';

/** What a definition is handed of a call; a function that reads the body says what it is: `({ body }: Call<{ name: string }>) => …`. */
type Asked = Call<never>;

interface Verb {
	route: RouteName;
	/** Own rules, before anything else. @throws DingTalk's error */
	check?: (call: Asked) => void;
}

interface OnOne<E> extends Verb {
	/** Where the request names the entry, or a list of several: `body.recordIds`. Default: the route's last placeholder, or the parameter called like the id. */
	at?: string;
	/** `skip`: of several, those that do not exist are passed over in silence. */
	absent?: 'skip';
	/** Default: the entry, its id or `true`, as the documented answer has it. */
	answer?: (entry: E, call: Asked) => unknown;
	/** What else happens: an event is pushed, a child goes too. */
	then?: (entry: E, call: Asked) => void;
}

interface Create<E> extends Pick<OnOne<E>, 'route' | 'check' | 'answer' | 'then'> {
	/** Where a request names itself (`headers.x-client-token`): the same one again is answered as before, or refused. */
	once?: { at: string; refuse?: () => Refusal };
	/** The new entry; default: the body, with the id and what `within` says. */
	entry?: (call: Asked, id: string) => E;
}

interface List<E> extends Verb {
	/** By dotted request parameter: which entries stay when it is given. Values have the catalog's types. */
	filters?: Record<string, (entry: E, value: never, call: Asked) => boolean>;
	order?: (a: E, b: E, call: Asked) => number;
	/** Entries of a page whose size the caller leaves open; default: the documented largest, or 20. */
	size?: number;
	/** What stands for the next token after the last page; default: nothing. */
	end?: '' | null;
	/** Where the list stands in the answer; default: where the catalog's paging or the response schema has it. */
	at?: string;
	/** Further members of the answer. */
	extra?: (call: Asked, page: { last: boolean }) => object;
}

interface Update<E> extends OnOne<E> {
	/** Default: the members of the body replace those of the entry. */
	change?: (entry: E, call: Asked) => void;
}

interface Remove<E> extends OnOne<E> {
	/** What happens to the entry instead of vanishing: marked as deleted, put into a bin. */
	instead?: (entry: E, call: Asked) => void;
}

type OneOrMore<T> = T | T[];

export interface Collection<E extends object> extends Refusals {
	/** What is there at the start … */
	seed?: E[];
	/** … or the list itself, when others read and write it too; of a collection that is only read, a getter may make it. */
	readonly entries?: E[];
	/** Member of an entry that holds its id. */
	id: keyof E & string;
	/** A second member by which requests may name an entry (`sheetIdOrName`). */
	alias?: keyof E & string;
	/** The id of a new entry; default: a number not given out before, as text. */
	newId?: (world: World) => string;
	/** Which entries a call sees: those whose member equals a place of the request (`{ spaceId: 'path.spaceId' }`), or any rule. */
	within?: Record<string, string> | ((call: Asked) => (entry: E) => boolean);
	/** Members of bodies that say something about the call and not about the entry: its operator, options. */
	aside?: string[];
	/** DingTalk's error for an id that does not exist. */
	missing: (id: string) => Refusal;
	/** An entry as answers show it; members that the page of a route does not document are left out in any case. */
	show?: (entry: E, call: Asked) => object;
	create?: OneOrMore<Create<E>>;
	list?: OneOrMore<List<E>>;
	get?: OneOrMore<OnOne<E>>;
	update?: OneOrMore<Update<E>>;
	remove?: OneOrMore<Remove<E>>;
}

const many = <T>(one: OneOrMore<T> | undefined): T[] => (one === undefined ? [] : Array.isArray(one) ? one : [one]);

/** Where a route names its entry: its last placeholder, else the parameter called `id`. */
const placeOf = ({ path, query }: Row, id: string): string => {
	const last = [...path.matchAll(/\{([^}]+)\}/g)].pop();
	if (last) return `path.${last[1]}`;
	return query?.[id] ? `query.${id}` : `body.${id}`;
};

/**
 * Serves a resource: create, list, get, update and delete by id. What the catalog's row of a route says is not said
 * again: checks of the request, paging, and the shape of the answer, into which the entry is poured.
 * @example
 * collection(world, {
 * 	id: 'groupId',
 * 	seed: [{ groupId: 1, groupName: '总部', parentId: 0 }],
 * 	aside: ['unionId'],
 * 	missing: () => new ApiError('group.not.found', 'Group Not Found'),
 * 	list: { route: 'GET /v1.0/rooms/groupLists' },
 * 	get: { route: 'GET /v1.0/rooms/groups/{groupId}' },
 * 	remove: { route: 'DELETE /v1.0/rooms/groups/{groupId}' },
 * });
 * @throws Error at the start, when a route is not in the catalog or its page has no list
 */
export const collection = <E extends object>(world: World, definition: Collection<E>): Route[] => {
	const { id, alias, within, aside = [], missing, show = (entry: E) => entry } = definition;
	const { newId = ({ nextId }: World) => String(nextId()) } = definition;
	const own = [...(definition.seed ?? [])];
	const all = (): E[] => definition.entries ?? own;

	const member = (entry: E, name: string): unknown => (entry as Members)[name];
	const seen = (call: Asked): E[] => {
		if (within === undefined) return [...all()];
		const wanted =
			typeof within === 'function'
				? within(call)
				: (entry: E) =>
						Object.entries(within).every(([name, place]) => {
							const value = pick(call, place);
							return value === undefined || String(member(entry, name)) === String(value);
						});
		return all().filter(wanted);
	};
	const find = (among: E[], name: unknown): E | undefined =>
		among.find((one) => [id, alias].some((key) => key !== undefined && String(member(one, key)) === String(name)));
	const shown = (entry: E, call: Asked) => ({ entry: show(entry, call), id: member(entry, id) });

	const serve = (verb: Verb, answer: (call: Asked, row: Row) => unknown): Route =>
		operation<never>(
			world,
			verb.route,
			(call, row) => {
				verb.check?.(call);
				return answer(call, row);
			},
			definition,
		);

	/** The entries that a call names, after `change` has been done to each. */
	const named = (verb: OnOne<E>, change: (entry: E, call: Asked) => void = () => undefined): Route => {
		const place = verb.at ?? placeOf(rowOf(verb.route), id);
		return serve(verb, (call, { response }) => {
			const visible = seen(call);
			const given = pick(call, place);
			const names = Array.isArray(given) ? (given as unknown[]) : [given];
			const found = names.flatMap((name) => {
				const one = find(visible, name);
				if (!one && verb.absent !== 'skip') throw missing(String(name));
				return one ? [one] : [];
			});
			for (const one of found) {
				change(one, call);
				verb.then?.(one, call);
			}
			const [first] = found;
			if (verb.answer) return first === undefined ? {} : verb.answer(first, call);
			if (Array.isArray(given) && hasList(response))
				return pourList(
					listIn(response),
					found.map((one) => shown(one, call)),
				);
			return first === undefined ? pour(response, {}, undefined) : pour(response, show(first, call), member(first, id));
		});
	};

	const body = (call: Asked): Members => {
		const given: Members = call.body ?? {};
		return Object.fromEntries(
			Object.entries(given).filter(([name, value]) => !aside.includes(name) && value !== undefined),
		);
	};
	const parents = (call: Asked): Members =>
		typeof within === 'object'
			? Object.fromEntries(Object.entries(within).map(([name, place]) => [name, pick(call, place)]))
			: {};

	return [
		...many(definition.create).map((verb) => {
			const answered = new Map<unknown, unknown>();
			return serve(verb, (call, { response }) => {
				const token = verb.once && pick(call, verb.once.at);
				const again = verb.once && token !== undefined && token !== '' && answered.has(token);
				if (again && verb.once?.refuse) throw verb.once.refuse();
				if (again) return answered.get(token);
				const name = newId(world);
				const entry = verb.entry?.(call, name) ?? ({ ...parents(call), ...body(call), [id]: name } as unknown as E);
				all().push(entry);
				verb.then?.(entry, call);
				const answer = verb.answer ? verb.answer(entry, call) : pour(response, show(entry, call), member(entry, id));
				answered.set(token, answer);
				return answer;
			});
		}),
		...many(definition.list).map((verb) => {
			const { response, paging } = rowOf(verb.route);
			const list = listIn(response, verb.at ?? paging?.entries);
			return serve(verb, (call, row) => {
				const given = {
					...(typed({ type: 'object', properties: row.query }, call.query, true) as Members),
					...(call.body as Members),
				};
				const filters = Object.entries(verb.filters ?? {}).flatMap(([place, keeps]) => {
					const value = pick(given, place);
					return value === undefined || value === '' ? [] : [(one: E) => keeps(one, value as never, call)];
				});
				const kept = seen(call).filter((one) => filters.every((keeps) => keeps(one)));
				if (verb.order) kept.sort((a, b) => verb.order?.(a, b, call) ?? 0);
				const refuse = (place: string): never => {
					throw invalidIn(row, definition, place);
				};
				const page = turn(row, list.at, kept, given, { size: verb.size, end: verb.end, refuse });
				const answer = pourList(
					list,
					page.entries.map((one) => shown(one, call)),
				);
				page.mark(answer);
				return { ...answer, ...verb.extra?.(call, page) };
			});
		}),
		...many(definition.get).map((verb) => named(verb)),
		...many(definition.update).map((verb) =>
			named(
				verb,
				verb.change ?? ((entry, call) => void Object.assign(entry, { ...body(call), [id]: member(entry, id) })),
			),
		),
		...many(definition.remove).map((verb) =>
			named(verb, verb.instead ?? ((entry) => void all().splice(all().indexOf(entry), 1))),
		),
	];
};

const hasList = (response: Schema | undefined): boolean =>
	Object.values(response?.properties ?? {}).some(({ type }) => type === 'array');
