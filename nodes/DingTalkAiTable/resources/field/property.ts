import { isObject, type Json } from '../../../protocol/json';
import { InputError } from '../../../runtime/inputError';

/** Other settings as DingTalk writes them. @throws InputError where they are no object. */
export function settings(property: unknown): Json {
	if (property === undefined) return {};
	if (isObject(property)) return property;
	throw new InputError('Property (JSON)', 'must be a JSON object', '应为 JSON 对象');
}

/** Choices, and after them those of the names that are not among them. */
export const withChoices = (present: readonly Json[], names: readonly string[]): Json[] => [
	...present,
	...names.filter((wanted) => !present.some(({ name }) => name === wanted)).map((name) => ({ name })),
];

/** The `property` of a field: the JSON, and over it what the form has fields of its own for, where they are filled in; `undefined` where there is nothing to set. */
export function propertyOf(json: Json, own: Json): Json | undefined {
	const filled = Object.entries(own).filter(([, value]) => value !== undefined);
	const property = { ...json, ...Object.fromEntries(filled) };
	return Object.keys(property).length > 0 ? property : undefined;
}
