import type {
	ILoadOptionsFunctions,
	INodeListSearchItems,
	INodeListSearchResult,
	INodePropertyOptions,
} from 'n8n-workflow';
import type { Paging } from '../protocol/paging';
import type { Json } from '../protocol/json';
import type { Parts, Route } from '../protocol/request';
import { editing } from './editing';
import type { Field, ListPage, ListQuery, ListSource, LookUps } from './field';
import type { Values } from './fieldValues';

/** A list that one route of DingTalk answers. */
interface RouteList<N extends readonly Field[], R extends Route> {
	/** Fields that must be filled in first; `request` receives their values. */
	needs?: N;
	route: R;
	request: (needs: Values<N>, query: ListQuery) => Parts<R>;
	paging: Paging;
	/** One entry of the answer → what the list shows; `undefined` leaves it out. */
	entry: (entry: Json, needs: Values<N>) => INodeListSearchItems | undefined;
	/** Set where DingTalk searches by the typed text; otherwise names are compared here. */
	searchedBy?: 'DingTalk';
	/** Entries of our own that stand first while nothing is typed ("Root"). */
	first?: INodeListSearchItems[];
}

const matches = ({ name }: INodeListSearchItems, filter: string) => name.toLowerCase().includes(filter.toLowerCase());

/** Pages without a match that one look-up reads at most: a long list is searched on while somebody scrolls. */
const MOST_PAGES = 20;

/**
 * Where the entries of a list come from, as data. Reads DingTalk's pages until one holds something to show: n8n asks for more
 * only when the list has grown. The token is DingTalk's own cursor.
 */
export function defineList<const N extends readonly Field[], const R extends Route>(list: RouteList<N, R>): ListSource {
	const { needs, route, request, paging, entry, searchedBy, first = [] } = list;
	const load = async (given: Json, query: ListQuery, api: LookUps): Promise<ListPage> => {
		const values = given as Values<N>;
		const parts = request(values, query);
		const entries: INodeListSearchItems[] = query.filter === '' && query.token === undefined ? [...first] : [];
		let cursor: string | undefined = query.token;
		for (let pages = 0; pages < MOST_PAGES; pages++) {
			const page = await api.page(route, parts, paging, cursor);
			const items = page.entries.map((row) => entry(row, values)).filter((item) => item !== undefined);
			const found = items.filter((item) => searchedBy !== undefined || matches(item, query.filter));
			entries.push(...found);
			cursor = page.next;
			if (cursor === undefined || found.length > 0) break;
		}
		return { entries, ...(cursor !== undefined && { next: cursor }) };
	};
	return { needs: needs ?? [], load };
}

/** A list that takes more than one route (browse or search): `load` does it all. */
export const defineListBy = <const N extends readonly Field[]>(
	needs: N,
	load: (needs: Values<N>, query: ListQuery, api: LookUps) => Promise<ListPage>,
): ListSource => ({
	needs,
	load: async (given, query, api) => await load(given as Values<N>, query, api),
});

/**
 * Where the list of a typed text goes on, as n8n keeps it (`place`): the text stands before the cursor. n8n 1 goes on with the place
 * of another text: when somebody types while the list loads, it takes the answer that comes for that of the search. Such a search
 * begins at its beginning.
 */
export function placesOf(filter: string) {
	const mark = `${JSON.stringify(filter)} `;
	return {
		cursorIn: (place: string | undefined) => (place?.startsWith(mark) ? place.slice(mark.length) : undefined),
		placeAt: (cursor: string | undefined) => (cursor === undefined ? undefined : `${mark}${cursor}`),
	};
}

/** What the editor calls for a locator's list. */
export const listSearchOf = (source: ListSource) =>
	async function (this: ILoadOptionsFunctions, typed = '', place?: string): Promise<INodeListSearchResult> {
		const filter = typed.trim();
		const { cursorIn, placeAt } = placesOf(filter);
		return await editing(this, source.needs, async (needs, api) => {
			const { entries, next } = await source.load(needs, { filter, token: cursorIn(place) }, api);
			return { results: entries, paginationToken: placeAt(next) };
		});
	};

/** What the editor calls for the choices of an options field: all of them. */
export const loadOptionsOf = (source: ListSource) =>
	async function (this: ILoadOptionsFunctions): Promise<INodePropertyOptions[]> {
		return await editing(this, source.needs, async (needs, api) => {
			const all: INodeListSearchItems[] = [];
			const asked = new Set<string | undefined>();
			// A cursor for the second time would only repeat what is there.
			for (let token: string | undefined; !asked.has(token);) {
				asked.add(token);
				const { entries, next } = await source.load(needs, { filter: '', token }, api);
				all.push(...entries);
				if (next === undefined) break;
				token = next;
			}
			return all.map(({ name, value, description }) => ({ name, value, ...(description && { description }) }));
		});
	};
