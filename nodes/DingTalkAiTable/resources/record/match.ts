import { isObject, type Json } from '../../../protocol/json';
import type { Paging } from '../../../protocol/paging';
import { each } from '../../../runtime/each';
import type { Column } from '../../../runtime/field';
import type { Api } from '../../../runtime/operation';
import type { Place } from '../../flows/columns';

export const LIST = 'POST /v1.0/notable/bases/{baseId}/sheets/{sheetIdOrName}/records/list';

/** Pages of records. https://open.dingtalk.com/document/development/api-notable-listrecords */
export const recordPaging: Paging = {
	style: 'token',
	cursor: 'nextToken',
	size: { at: 'maxResults', max: 100 },
	entries: 'records',
	next: 'nextToken',
	more: 'hasMore',
};

/** Up to so many items each has a look-up of its own; more read the sheet once. */
const LOOKED_UP_ONE_BY_ONE = 20;

/** Types whose values are numbers, which may come as text with other digits: "12.50", "1E3". */
const NUMBERS = new Set(['number', 'currency', 'rating', 'progress', 'date']);

/** The same value however the API writes it: numbers may come as text, choices as objects. */
function plain(value: unknown, native = ''): string {
	if (Array.isArray(value)) return value.map((one) => plain(one, native)).join('\n');
	if (isObject(value))
		return String(value.name ?? value.unionId ?? value.deptId ?? value.link ?? JSON.stringify(value));
	const text = String(value ?? '').trim();
	return NUMBERS.has(native) && text !== '' && Number.isFinite(Number(text)) ? String(Number(text)) : text;
}

/** What tells a record by its matching fields. */
export const keyOf = (values: Json, match: readonly string[], columns: readonly Column[]): string =>
	JSON.stringify(match.map((name) => [name, plain(values[name], columns.find(({ id }) => id === name)?.native)]));

interface Wanted {
	columns: Json;
	match: string[];
	key: string;
	known: readonly Column[];
}

/** Ids of the records that match, by key: one look-up per key for a few items, one reading of the sheet for many. */
export async function existingRecords(
	api: Api,
	{ base: baseId, sheet: sheetIdOrName, operator: operatorId }: Place,
	wanted: readonly Wanted[],
): Promise<Map<string, string[]>> {
	const [first] = wanted;
	const found = new Map<string, string[]>();
	if (!first) return found;
	const { match, known } = first;
	const where = { path: { baseId, sheetIdOrName }, query: { operatorId } };
	const note = (records: readonly Json[]) => {
		for (const { id, fields } of records) {
			const key = keyOf(isObject(fields) ? fields : {}, match, known);
			found.set(key, [...(found.get(key) ?? []), String(id)]);
		}
	};
	const keys = [...new Map(wanted.map((one) => [one.key, one])).values()];
	if (keys.length > LOOKED_UP_ONE_BY_ONE) {
		note(await api.list(LIST, { ...where, body: { fieldIdOrNames: match } }, recordPaging, Infinity));
		return found;
	}
	const lookUps = await each(keys, async ({ columns }) => {
		const conditions = match.map((field) => ({ field, operator: 'equal', value: [columns[field]].flat() }));
		const body = { filter: { combination: 'and', conditions }, fieldIdOrNames: match };
		return await api.list(LIST, { ...where, body }, recordPaging, 2);
	});
	for (const records of lookUps) note(records);
	return found;
}
