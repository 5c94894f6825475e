import { isObject, readExact } from '../protocol/json';
import { InputError, type Json } from '../runtime/operation';

/** A JSON parameter: parsed where it is text, its long integers as `bigint`. Throws `InputError` naming the field. */
export function jsonOf(field: string, value: unknown): unknown {
	if (typeof value !== 'string') return value;
	let reason = '';
	try {
		return readExact(value);
	} catch (error) {
		reason = error instanceof Error ? error.message : '';
	}
	throw new InputError(field, `is not valid JSON (${reason})`, `不是有效的 JSON（${reason}）`);
}

/** A JSON parameter that must be an object; empty is `{}`. */
export function objectOf(field: string, value: unknown): Json {
	if (value === undefined || value === null || value === '') return {};
	const parsed = jsonOf(field, value);
	if (isObject(parsed)) return parsed;
	throw new InputError(field, 'must be a JSON object', '应为 JSON 对象');
}
