import type { ListQuery, LookUps } from '../../runtime/field';
import type { Route } from '../../protocol/request';

/** Names are looked up one by one, so a page of matches is short. */
const PAGE = 10;

/**
 * Ids of a page of what a search finds; the token counts pages. The documentation calls `offset` the page's number although its
 * name says otherwise: the list is asked for from its start, longer each time, which is right for both.
 * https://open.dingtalk.com/document/development/address-book-search-user-id
 */
export async function matchingIds(
	api: LookUps,
	route: Route,
	{ filter: queryWord, token }: ListQuery,
): Promise<{ ids: unknown[]; next?: string }> {
	const page = Number(token ?? 0);
	const body = { queryWord, offset: 0, size: (page + 1) * PAGE };
	const { list, hasMore } = await api.call(route, { body }, { safe: true });
	const ids: unknown[] = Array.isArray(list) ? list : [];
	return { ids: ids.slice(page * PAGE), ...(hasMore === true && { next: String(page + 1) }) };
}
