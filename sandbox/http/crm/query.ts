import type { CrmEntry, CrmField } from '../../data/crm';
import { ApiError } from '../../errors';
import { isMembers } from '../../members';
import { parsed } from '../../typed';

interface Condition {
	fieldId: string;
	filterType?: string;
	value: string | string[];
}

/** A field's value as texts: that of a list, of a linked entry its IDs. */
const textsOf = (value: unknown): string[] => {
	const own = typeof value === 'string' && /^[[{]/.test(value) ? parsed(value) : value;
	if (Array.isArray(own)) return own.map(String);
	if (!isMembers(own)) return own === undefined ? [] : [String(own)];
	const links = typeof own.extendValue === 'string' ? parsed(own.extendValue) : undefined;
	const list = isMembers(links) && Array.isArray(links.list) ? (links.list as Array<{ instanceId: string }>) : [];
	return [...textsOf(own.value), ...list.map(({ instanceId }) => instanceId)];
};

const SYSTEM: Record<string, (entry: CrmEntry) => string[]> = {
	gmt_create: ({ created }) => [String(created)],
	gmt_modified: ({ modified }) => [String(modified)],
	principal: ({ owners }) => owners,
	participant: ({ participants }) => participants,
};

const MEETS: Record<string, (own: string[], wanted: string | string[]) => boolean> = {
	EQ: (own, wanted) => own.includes(String(wanted)),
	SEARCH: (own, wanted) => own.some((one) => one.includes(String(wanted))),
	IN: (own, wanted) => Array.isArray(wanted) && own.some((one) => wanted.includes(one)),
	BETWEEN: (own, wanted) => {
		const [from, to] = Array.isArray(wanted) ? wanted.map(Number) : [];
		return own.some((one) => Number(one) >= (from ?? NaN) && Number(one) <= (to ?? NaN));
	},
};

/** The entries that meet a query, in its order. https://open.dingtalk.com/document/development/inner-query-dsl-description */
export const queried = (entries: CrmEntry[], fields: CrmField[], query: unknown): CrmEntry[] => {
	if (query === undefined || query === '') return [...entries];
	const given = typeof query === 'string' ? parsed(query) : query;
	if (!isMembers(given)) throw new ApiError('queryDsl.invalid.json', 'queryDsl is not json format');
	const groups = (given.queryGroupList ?? []) as Array<{ queryObjectList: Condition[] }>;
	const conditions = groups.flatMap(({ queryObjectList }) => queryObjectList);
	for (const { fieldId, filterType = 'EQ' } of conditions)
		if (!MEETS[filterType] || (!SYSTEM[fieldId] && !fields.some(({ name }) => name === fieldId)))
			throw new ApiError('businessError', `businessError, ${fieldId} ${filterType}`);
	const found = entries.filter((entry) =>
		conditions.every(({ fieldId, filterType = 'EQ', value }) =>
			MEETS[filterType]?.(SYSTEM[fieldId]?.(entry) ?? textsOf(entry.data[fieldId]), value),
		),
	);
	const by = given.orderFieldId === 'gmt_modified' ? 'modified' : 'created';
	const sign = given.order === 'ASC' ? 1 : -1;
	return found.sort((a, b) => sign * (a[by] - b[by]));
};
