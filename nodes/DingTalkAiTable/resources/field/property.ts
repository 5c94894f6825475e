import { isObject, type Json } from '../../../protocol/json';
import { InputError } from '../../../runtime/inputError';

/** Other settings as DingTalk writes them. @throws InputError where they are no object. */
export function settings(property: unknown): Json {
	if (property === undefined) return {};
	if (isObject(property)) return property;
	throw new InputError('Property (JSON)', 'must be a JSON object', '应为 JSON 对象');
}

/** The `property` of a field; `undefined` where there is nothing to set. */
export function propertyOf(parts: Json): Json | undefined {
	const given = Object.entries(parts).filter(([, value]) => value !== undefined);
	return given.length > 0 ? Object.fromEntries(given) : undefined;
}
