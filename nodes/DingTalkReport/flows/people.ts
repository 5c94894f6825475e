import type { Paging } from '../../protocol/paging';
import type { Json } from '../../runtime/operation';

/** Lists of people of a report: at most 100 a page. https://open.dingtalk.com/document/development/obtains-a-list-of-log-related-personnel-by-type */
export const peoplePaging: Paging = {
	style: 'cursor',
	cursor: 'offset',
	first: 0,
	size: { at: 'size', max: 100 },
	entries: 'result.userid_list',
	next: 'result.next_cursor',
	more: 'result.has_more',
};

/** The list holds bare IDs. */
export const toPerson = ({ value: userid }: Json): Json[] => [{ userid }];
