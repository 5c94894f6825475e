/** Lists that do not end: DingTalk names a next page, and it holds what the page before held. */
import type { Paging, Row } from '../../nodes/catalog/types';
import { at, setAt } from '../../nodes/protocol/paging';
import type { Exchange } from './guard';

const text = (value: unknown) => JSON.stringify(value) ?? '';

/** What was asked for, but for the page. */
function withoutCursor({ asked: { url, query, body } }: Exchange, { cursor }: Paging): string {
	const blank = (part: unknown) => (typeof part === 'object' && part !== null ? setAt(part, cursor, null) : {});
	return text([url, blank(query), blank(body)]);
}

/**
 * Whether a list gives the same page for two different cursors, one after the other.
 * @param exchanges Calls of one route, in their order.
 */
export function isEndless(pages: readonly Row[], exchanges: readonly Exchange[]): boolean {
	const paging = pages.find((row) => row.paging)?.paging;
	if (!paging) return false;
	const entries = ({ body }: Exchange) => text(at(body, paging.entries));
	const next = ({ body }: Exchange) => (paging.next === undefined ? '' : text(at(body, paging.next)));
	return exchanges.some((one, index) => {
		const later = exchanges[index + 1];
		return (
			later !== undefined &&
			text(one.asked) !== text(later.asked) &&
			withoutCursor(one, paging) === withoutCursor(later, paging) &&
			Array.isArray(at(one.body, paging.entries)) &&
			entries(one) === entries(later) &&
			next(one) === next(later)
		);
	});
}
