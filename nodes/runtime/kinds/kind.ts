import { beginningOf } from '../../protocol/beginning';
import type { Field, Reading } from '../field';
import { InputError } from '../inputError';

/** Reads one field's raw value; given to kinds whose fields hold further fields. */
export type ReadField = (field: Field, raw: unknown, reading: Reading) => Promise<unknown>;

/** All that is to know about one kind of field: what the form shows, when it is empty, what its value is, and what tests fill in. */
export interface Kind {
	/** What the field puts into the form: itself, where this is not said. */
	properties?: (field: Field) => Field[];
	isEmpty: (field: Field, raw: unknown) => boolean;
	/** What an untouched optional field gives; `undefined` where this is not said. */
	untouched?: (field: Field) => unknown;
	/** The value that `request` receives. Throws `InputError` naming the field. `read`: reads the fields inside. */
	read: (field: Field, raw: unknown, reading: Reading, read: ReadField) => unknown;
	/** A value as `read` gives it, for tests. `inside`: values of the fields inside. */
	sample: (field: Field, inside: (fields: readonly Field[]) => Record<string, unknown>) => unknown;
}

/** Nothing, blanks only, or an empty list. */
export const isBlank = (raw: unknown): boolean =>
	raw === undefined ||
	raw === null ||
	(typeof raw === 'string' && raw.trim() === '') ||
	(Array.isArray(raw) && raw.length === 0);

/** A value that is a whole list is read entry by entry. @throws InputError for more entries than DingTalk takes. */
export function atMost<T>(field: Field, entries: T[]): T[] {
	if (field.maxItems !== undefined && entries.length > field.maxItems)
		throw new InputError(
			field.displayName,
			`has ${entries.length} entries; DingTalk accepts at most ${field.maxItems}`,
			`有 ${entries.length} 项，钉钉最多接受 ${field.maxItems} 项`,
		);
	return entries;
}

/** A value in a message, cut so that the sentence stays readable. */
export const shown = (value: unknown): string => {
	const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? String(value));
	return text.length > 80 ? `${beginningOf(text, 80)}…` : text;
};
