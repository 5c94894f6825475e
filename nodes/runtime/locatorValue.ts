import { isObject } from '../protocol/json';

/** What a resource locator holds, whatever its mode; anything else is its own value. */
export const locatorValue = (raw: unknown): unknown => (isObject(raw) && 'value' in raw ? raw.value : raw);

/** Name of the field that takes more entries beside a field of several locators. */
export const moreOf = (name: string) => `${name}More`;

/** A field of several locators and the field of further ones beside it, as one list of raw values. */
export function everyOf(first: unknown, more: unknown): unknown[] {
	const entries = isObject(more) ? Object.values(more).flat() : [];
	return [
		first,
		...entries.map((entry: unknown) =>
			isObject(entry) && 'entry' in entry ? entry.entry : isObject(entry) && 'person' in entry ? entry.person : entry,
		),
	];
}
