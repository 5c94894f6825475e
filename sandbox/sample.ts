import type { Paging, Row, Schema } from '../nodes/catalog/types';
import { isMembers, pick, put } from './members';
import type { Members } from './members';
import type { Call } from './world';

/** A value of the documented shape: its example where it has one of the right type. */
export const sample = (schema: Schema): unknown => {
	const { type, properties, items } = schema;
	const example = schema.enum && !schema.enum.includes(schema.example as string) ? schema.enum[0] : schema.example;
	switch (type) {
		case 'string':
			return typeof example === 'string' ? example : 'text';
		case 'number':
			return typeof example === 'number' ? example : Number(example ?? 1) || 1;
		case 'boolean':
			return typeof example === 'boolean' ? example : true;
		case 'array':
			return items ? [sample(items)] : [];
		case 'map':
			return items ? { key: sample(items) } : {};
		case 'object':
			// A code other than 0 would say that the call failed.
			return Object.fromEntries(
				Object.entries(properties ?? {}).map(([name, member]) => [name, name === 'errorcode' ? '0' : sample(member)]),
			);
		default:
			return example ?? 'text';
	}
};

/** Every list has this many pages of two entries and a last one of one. */
const PAGES = 3;
const FULL = 2;

const pageOf = ({ style, cursor }: Paging, given: Members, size: number): number => {
	const at = Number(pick(given, cursor) ?? 0) || 0;
	return style === 'offset' ? Math.floor(at / size) + 1 : Math.max(1, at);
};

const paged = (answer: Members, paging: Paging, given: Members): Members => {
	const { entries, more, next, size } = paging;
	const asked = (size && Number(pick(given, size))) || FULL;
	// Without a flag or a next cursor only a page that is not full tells the end.
	const full = paging.style === 'offset' || (!more && !next) ? asked : FULL;
	const page = pageOf(paging, given, full);
	const last = page >= PAGES;
	const list = pick(answer, entries);
	const [entry = {}] = Array.isArray(list) ? (list as unknown[]) : [];
	put(
		answer,
		entries,
		Array.from({ length: last ? 1 : full }, () => structuredClone(entry)),
	);
	if (more) put(answer, more, !last);
	if (next) put(answer, next, last ? undefined : typeof pick(answer, next) === 'number' ? page + 1 : String(page + 1));
	return answer;
};

/** The answer of an operation that the sandbox knows by its schema only; a list in three pages. */
export const sampleAnswer = ({ response, paging }: Row, { query, body }: Call): unknown => {
	const answer = response ? sample(response) : {};
	return paging && isMembers(answer) ? paged(answer, paging, { ...query, ...body }) : answer;
};
