import type { Route } from '../../protocol/request';
import type { Api } from '../../runtime/operation';

/** First page of a search, and the largest: no page of the documentation says how many DingTalk allows. */
const FIRST_SIZE = 100;
const MOST = 10_000;

/**
 * Ids that a search of the address book finds. DingTalk's page calls `offset` the page's number although its name says otherwise: the
 * list is asked for from its start, twice as long each time, which is right for both.
 * https://open.dingtalk.com/document/development/address-book-search-user-id
 */
export async function foundIds(api: Api, route: Route, query: object, limit: number): Promise<unknown[]> {
	for (let size = Math.min(limit, FIRST_SIZE); ; size = Math.min(limit, size * 2)) {
		const { list, hasMore } = await api.call(route, { body: { ...query, offset: 0, size } }, { safe: true });
		const ids: unknown[] = Array.isArray(list) ? list : [];
		if (hasMore !== true || ids.length >= limit) return ids.slice(0, limit === Infinity ? undefined : limit);
		if (ids.length < size || size >= MOST) {
			api.hint(
				`The search has more than the ${ids.length} entries that DingTalk gives at once: narrow it`,
				`搜索结果超过钉钉一次返回的 ${ids.length} 条，请缩小搜索范围`,
			);
			return ids;
		}
	}
}
