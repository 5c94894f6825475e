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
			// A code other than 0, and an example that shows a failure, would say that the call failed.
			return Object.fromEntries(
				Object.entries(properties ?? {}).map(([name, member]) => [
					name,
					name === 'errorcode' ? '0' : name === 'success' && member.type === 'boolean' ? true : sample(member),
				]),
			);
		default:
			return example ?? 'text';
	}
};

/** Every list has this many pages of two entries and a last one of one. */
const PAGES = 3;
const FULL = 2;

const pageOf = ({ style, cursor, first }: Paging, given: Members, size: number): number => {
	const at = Number(pick(given, cursor) ?? 0) || 0;
	if (style === 'offset') return Math.floor(at / size) + 1;
	// A time is where a list of moments begins.
	if (first === 'now' && at > PAGES) return 1;
	return Math.max(1, style === 'page' && typeof first === 'number' ? at - first + 1 : at);
};

/** The last entry of a page with the next cursor in it, where a list goes on by what its entries hold. */
function marked(entry: unknown, next: string, page: number): unknown {
	const [, inside] = /\.-1(?:\.([^|]+))?/.exec(next) ?? [];
	if (inside === undefined || !isMembers(entry)) return String(page + 1);
	const copy = structuredClone(entry);
	put(copy, inside, typeof pick(copy, inside) === 'number' ? page + 1 : String(page + 1));
	return copy;
}

const paged = (answer: Members, paging: Paging, given: Members): Members => {
	const { entries, more, next, size } = paging;
	const asked = (size && Number(pick(given, size))) || FULL;
	// Without a flag or a next cursor only a page that is not full tells the end.
	const full = paging.style === 'offset' || (!more && !next) ? asked : FULL;
	const page = pageOf(paging, given, full);
	const last = page >= PAGES;
	const list = pick(answer, entries);
	const [entry = {}] = Array.isArray(list) ? (list as unknown[]) : [];
	const byEntry = next?.includes('-1') === true;
	// A list that goes on behind its last entry has ended when there is nothing behind that.
	const ended = byEntry && !more && page === PAGES + 1;
	const made = Array.from({ length: ended ? 0 : last ? 1 : full }, () => structuredClone(entry));
	if (byEntry && made.length > 0) made.push(marked(made.pop(), next, page));
	put(answer, entries, made);
	if (more) put(answer, more, !last);
	if (next && !byEntry)
		put(answer, next, last ? undefined : typeof pick(answer, next) === 'number' ? page + 1 : String(page + 1));
	return answer;
};

/** The answer of an operation that the sandbox knows by its schema only; a list in three pages. */
export const sampleAnswer = ({ response, paging }: Row, { query, body }: Call): unknown => {
	const answer = response ? sample(response) : {};
	return paging && isMembers(answer) ? paged(answer, paging, { ...query, ...body }) : answer;
};
