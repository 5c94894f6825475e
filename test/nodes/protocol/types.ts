/** What a request may say: TypeScript refuses each marked line, and a mark that nothing needs. Checked by `npm run check`. */
import type { Paging } from '../../../nodes/protocol/paging';
import { jsonText, type Parts, type Query } from '../../../nodes/protocol/request';

const list: Paging = { style: 'token', in: 'query', cursor: 'nextToken', entries: 'list', next: 'nextToken' };

export const good: Parts[] = [
	{ body: [{ id: 1 }, 'a'] },
	{ query: { name: 'a', count: 1, long: 176322897889314512n, yes: true, none: undefined } },
	{ query: { userIds: ['a', 'b'], counts: [1, 2n] } },
	{ query: { filter: jsonText({ a: 1 }), ids: jsonText(['a']) } },
];
export const path: Parts<'GET /v1.0/x/{id}'> = { path: { id: 176322897889314512n } };

// @ts-expect-error an object in a query says how it is written: jsonText
export const object: Query = { filter: { a: 1 } };
// @ts-expect-error and so does a list of objects
export const objects: Query = { filters: [{ a: 1 }] };
// @ts-expect-error a list in a list is no repeated name
export const lists: Query = { ids: [['a']] };
// @ts-expect-error a date is none of the forms that DingTalk writes moments in
export const date: Query = { from: new Date(0) };
// @ts-expect-error what nobody looked at yet
export const stranger: Query = { from: JSON.parse('1') as unknown };
// @ts-expect-error a body is an object or a list
export const text: Parts = { body: 'text' };
// @ts-expect-error only lists and objects are made JSON texts
export const quoted: Query = { id: jsonText('a') };
// @ts-expect-error pages are asked for in the query or in the body
export const headers: Paging = { ...list, in: 'headers' };
