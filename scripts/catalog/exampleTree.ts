import type { Schema } from '../../nodes/catalog/types';
import { sample } from './sample';

type Json = Record<string, unknown>;

const isObject = (value: unknown): value is Json =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

/** The type of an example's value; undefined where there is none. */
export function kindOf(value: unknown): Schema['type'] | undefined {
	if (value === undefined || value === null) return undefined;
	if (Array.isArray(value)) return 'array';
	const kind = typeof value;
	return kind === 'string' || kind === 'number' || kind === 'boolean' || kind === 'object' ? kind : undefined;
}

/** The value at a dotted path of an example, lists stepped into at their first entry. */
export function lookup(example: unknown, path: string): unknown {
	let at = example;
	for (const step of path.split('.').filter((part) => part !== '')) {
		if (Array.isArray(at)) at = at[0];
		at = isObject(at) ? at[step] : undefined;
	}
	return at;
}

/** The schema an example's value suggests. Curl samples print every value as text, so a number there may be a number. */
export function fromValue(name: string, value: unknown, curl: boolean): Schema {
	if (Array.isArray(value))
		return value.length > 0 ? { type: 'array', items: fromValue(name, value[0], curl) } : { type: 'array' };
	if (isObject(value)) {
		const members = Object.entries(value).map(([key, member]) => [key, fromValue(key, member, curl)] as const);
		return members.length > 0 ? { type: 'object', properties: Object.fromEntries(members) } : { type: 'object' };
	}
	const kind = kindOf(value) ?? 'any';
	const type = curl && kind === 'string' && /^(true|false|-?\d+)$/.test(String(value)) ? 'any' : kind;
	const example = sample(name, type, value);
	return { type, ...(example !== undefined && { example }) };
}

/** A name without capitals and underscores: `unionId` and `union_id` are one. */
export const plain = (word: string) => word.toLowerCase().replace(/_/g, '');

/** All names in a schema, at any depth, as `plain` writes them. */
export function allNames(schema: Schema, into: Set<string>): Set<string> {
	for (const [name, member] of Object.entries(schema.properties ?? {})) {
		into.add(plain(name));
		allNames(member, into);
	}
	if (schema.items) allNames(schema.items, into);
	return into;
}

/**
 * Adds the members a page's example shows and its table forgot, and returns their paths. An object of
 * which the table knows less than half is another operation's example and adds nothing; a name that the
 * table has elsewhere is misplaced in the example.
 */
export function addShown(root: Schema, example: unknown, curl: boolean, skip: string[]): string[] {
	const names = allNames(root, new Set(skip.map(plain)));
	const added: string[] = [];
	const visit = (schema: Schema, value: unknown, path: string): void => {
		if (Array.isArray(value)) {
			if (schema.type === 'array' && schema.items) for (const entry of value) visit(schema.items, entry, path);
			return;
		}
		const members = schema.type === 'object' ? schema.properties : undefined;
		if (!isObject(value) || !members) return;
		const keys = Object.keys(value);
		const known = keys.filter((key) => key in members);
		for (const key of known) visit(members[key], value[key], path + key + '.');
		if (known.length * 2 < keys.length) return;
		for (const key of keys) {
			const shape = fromValue(key, value[key], curl);
			if (key in members || names.has(plain(key)) || !/^[A-Za-z_]\w*$/.test(key) || (shape.type === 'any' && !curl))
				continue;
			members[key] = shape;
			added.push(path + key);
		}
	};
	visit(root, example, '');
	return added;
}
