import type { Row, Schema } from '../nodes/catalog/types';
import type { Call } from './world';

/** A value of the documented shape: its example where it has one of the right type. */
export const sample = (schema: Schema): unknown => {
	const { type, example, properties, items } = schema;
	switch (type) {
		case 'string':
			return typeof example === 'string' ? example : String(schema.enum?.[0] ?? 'text');
		case 'number':
			return typeof example === 'number' ? example : Number(example ?? schema.enum?.[0] ?? 1) || 1;
		case 'boolean':
			return typeof example === 'boolean' ? example : true;
		case 'array':
			return items ? [sample(items)] : [];
		case 'map':
			return items ? { key: sample(items) } : {};
		case 'object':
			return Object.fromEntries(Object.entries(properties ?? {}).map(([name, member]) => [name, sample(member)]));
		default:
			return example ?? null;
	}
};

/** The answer of an operation that the sandbox knows by its schema only. */
export const sampleAnswer = ({ response }: Row, _call: Call): unknown => (response ? sample(response) : {});
