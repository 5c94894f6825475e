import { isObject } from '../protocol/json';
import { InputError, type Json } from '../runtime/operation';

/** A JSON parameter that must be an object; empty is `{}`. @throws InputError naming the field */
export function objectOf(field: string, value: unknown): Json {
	if (value === undefined || value === null || value === '') return {};
	if (isObject(value)) return value;
	throw new InputError(field, 'must be a JSON object', '应为 JSON 对象');
}
