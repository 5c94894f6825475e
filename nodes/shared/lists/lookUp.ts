import type { ILoadOptionsFunctions } from 'n8n-workflow';
import { compile, type Route } from '../../protocol/request';
import { createClient } from '../../runtime/client';
import { secretsOf, toNodeError } from '../../runtime/nodeError';
import type { Json } from '../../runtime/operation';

/** A read for the editor's lists: errors surface as sentences, an empty list only means that nothing was found. */
export async function lookUp(context: ILoadOptionsFunctions, route: Route, parameters: object): Promise<Json> {
	const client = await createClient(context, 'dingTalkApi');
	const parts = route.startsWith('GET ') ? { query: parameters } : { body: parameters };
	return await client.send(compile(route, parts), { safe: true }).catch((error: unknown) => {
		throw toNodeError(context.getNode(), error, {}, secretsOf(client.credential));
	});
}

/** Names are looked up one by one, so a page of matches is short. */
const PAGE = 10;

/**
 * Ids of a page (from 0) of what a search finds. The documentation calls `offset` the page's number although its name says
 * otherwise: the list is asked for from its start, longer each time, which is right for both.
 * https://open.dingtalk.com/document/development/address-book-search-user-id
 */
export async function matchingIds(
	context: ILoadOptionsFunctions,
	route: Route,
	queryWord: string,
	page: number,
): Promise<{ ids: unknown[]; next?: string }> {
	const { list, hasMore } = await lookUp(context, route, { queryWord, offset: 0, size: (page + 1) * PAGE });
	const ids: unknown[] = Array.isArray(list) ? list : [];
	return { ids: ids.slice(page * PAGE), ...(hasMore === true && { next: String(page + 1) }) };
}

export { objectsIn as entriesOf } from '../../runtime/pick';
