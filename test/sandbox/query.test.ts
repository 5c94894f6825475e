import type { Schema } from '../../nodes/catalog/types';
import { foldQuery } from '../../sandbox/typed';

const schemas: Record<string, Schema> = {
	ids: { type: 'array', items: { type: 'string' } },
	fields: { type: 'array', items: { type: 'object' } },
	name: { type: 'string' },
};

test.each([
	[
		{ 'ids.1': 'a', 'ids.2': 'b', name: 'n' },
		{ ids: '["a","b"]', name: 'n' },
	],
	[{ 'fields.1.k': 'a', 'fields.1.v': 'b', 'fields.2.k': 'c' }, { fields: '[{"k":"a","v":"b"},{"k":"c"}]' }],
	[
		{ ids: '["a"]', 'name.1': 'x' },
		{ ids: '["a"]', 'name.1': 'x' },
	],
])('%j', (query, folded) => {
	expect(foldQuery(schemas, query as Record<string, string>)).toEqual(folded);
});
