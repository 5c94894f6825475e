import type { Schema } from '../../nodes/catalog/types';
import { isMembers, put } from '../members';
import type { Members } from '../members';

/** The members of a value that its page documents; an object without documented members keeps all of its own. */
export const documented = (schema: Schema, value: unknown): unknown => {
	const { type, items, properties } = schema;
	if (type === 'array' && items && Array.isArray(value)) return value.map((one) => documented(items, one));
	if (type !== 'object' || !properties || !isMembers(value)) return value;
	return Object.fromEntries(
		Object.entries(properties).flatMap(([name, member]) =>
			value[name] === undefined ? [] : [[name, documented(member, value[name])]],
		),
	);
};

/** What an answer says beside the entry: that it worked, or the entry's id. */
const aside = (name: string, { type }: Schema, id: unknown): unknown => {
	if (name === 'success' || name === 'result') return type === 'boolean' ? true : name === 'result' ? id : undefined;
	return undefined;
};

/**
 * An entry as the answer of a documented operation: where the page has the entry's members at the top, there; else in
 * the page's object (`{"space":{…}}`), as `{"result":<id>}` or as `{"result":true}`.
 */
export const pour = (response: Schema | undefined, entry: object, id: unknown): Members => {
	const members = Object.entries(response?.properties ?? {});
	const own = entry as Members;
	const wrapped = !members.some(([name]) => own[name] !== undefined);
	const [holder] = wrapped ? members.filter(([, { type, properties }]) => type === 'object' && properties) : [];
	return Object.fromEntries(
		members.flatMap(([name, schema]) => {
			const value =
				name === holder?.[0]
					? documented(schema, own)
					: own[name] === undefined
						? aside(name, schema, id)
						: documented(schema, own[name]);
			return value === undefined ? [] : [[name, value]];
		}),
	);
};

const LISTED = ['object', 'string', 'number', 'any'];

/** Where a page's answer has its list, and what an entry of it looks like: the outermost list of it. */
export const listIn = (schema: Schema | undefined, at?: string): { at: string; items: Schema } => {
	const [root, name] = schema?.type === 'array' ? [{ result: schema }, at ?? 'result'] : [schema?.properties, at];
	let level: Array<[string, Schema]> = Object.entries(root ?? {});
	while (level.length > 0) {
		const found = level.find(
			([path, { type, items }]) =>
				type === 'array' && (name === undefined || path === name) && LISTED.includes(items?.type ?? 'any'),
		);
		if (found) return { at: found[0], items: found[1].items ?? { type: 'any' } };
		level = level.flatMap(([path, { properties }]) =>
			Object.entries(properties ?? {}).map(([inner, one]): [string, Schema] => [`${path}.${inner}`, one]),
		);
	}
	throw new Error(`The page documents no list${at ? ` at ${at}` : ''}`);
};

/** A page of entries as the answer of a documented operation. */
export const pourList = (
	{ at, items }: ReturnType<typeof listIn>,
	entries: Array<{ entry: object; id: unknown }>,
): Members => {
	const answer: Members = {};
	const ids = items.type === 'string' || items.type === 'number';
	put(
		answer,
		at,
		entries.map(({ entry, id }) => (ids ? id : documented(items, entry))),
	);
	return answer;
};
