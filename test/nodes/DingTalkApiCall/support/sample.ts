import type { Row, Schema } from '../../../../nodes/catalog/types';
import type { Given } from '../../../../nodes/DingTalkApiCall/parts';

/** Text that no careless encoding survives. */
export const TEXT = '值 a/b+c&d=e?%41#"é';
/** Text for places in a path and a header: the official SDK refuses or misroutes others there. */
export const PLAIN = 'id 1+2';

const MOMENTS: Record<NonNullable<Schema['time']>, string | number> = {
	ms: 1764550800000,
	s: 1764550800,
	iso: '2025-12-01T01:00:00Z',
	chinaTime: '2025-12-01 09:00:00',
	chinaDate: '2025-12-01',
	chinaDay: '20251201',
};

/** A value of every member: what the catalog says can be sent. */
export function sampleOf(schema: Schema, text = TEXT): unknown {
	const { type, items, properties, time } = schema;
	if (schema.enum) return schema.enum[0];
	if (time) return type === 'string' ? String(MOMENTS[time]) : MOMENTS[time];
	switch (type) {
		case 'number':
			return 7;
		case 'boolean':
			return true;
		case 'array':
			return items ? [sampleOf(items, text), sampleOf(items, text)] : [text];
		case 'map':
			return { '键 k': items ? sampleOf(items, text) : text };
		case 'object':
			return properties ? membersOf(properties, text) : { a: text };
		default:
			return text;
	}
}

const membersOf = (members: Record<string, Schema> | undefined, text: string) =>
	Object.fromEntries(Object.entries(members ?? {}).map(([name, schema]) => [name, sampleOf(schema, text)]));

/** A request with every parameter that a row knows. */
export const requestOf = (row: Row): Required<Given> => ({
	path: membersOf(row.pathParams, PLAIN),
	query: membersOf(row.query, TEXT),
	headers: membersOf(row.headers, PLAIN),
	body: row.body ? sampleOf(row.body) : {},
});
