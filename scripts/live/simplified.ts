/** What Simplify makes of an answer: members it leaves out, and members it looks for in vain. */
import type { Json } from '../../nodes/protocol/json';
import { shownName } from './names';

export interface Simplified {
	/** Members of the entries that Simplify does not look at. */
	dropped: string[];
	/** Members that it looks for and that no entry has. */
	notFound: string[];
}

/** Names that JavaScript itself looks for. */
const LANGUAGE = new Set(['then', 'toJSON', 'constructor', 'length']);

/** The value, noting which members are asked for and whether they are there. */
function watched<T extends object>(value: T, at: string, note: (path: string, there: boolean) => void): T {
	return new Proxy(value, {
		get(target, name, receiver) {
			const member: unknown = Reflect.get(target, name, receiver);
			if (typeof name !== 'string' || LANGUAGE.has(name)) return member;
			const isList = Array.isArray(target);
			if (isList && !/^\d+$/.test(name)) return member;
			const path = isList ? `${at}[]` : at === '' ? name : `${at}.${name}`;
			if (!isList) note(path, member !== undefined);
			return typeof member === 'object' && member !== null ? watched(member, path, note) : member;
		},
	});
}

const shownPath = (path: string) =>
	path
		.split('.')
		.map((part) => {
			const [name = '', ...lists] = part.split('[]');
			return [shownName(name), ...lists].join('[]');
		})
		.join('.');

/** Runs Simplify on entries and watches what it reads. */
export function watchSimplify(simplify: (entry: Json) => Json, entries: readonly Json[]): Simplified {
	const found = new Set<string>();
	const sought = new Set<string>();
	for (const entry of entries) simplify(watched(entry, '', (path, there) => (there ? found : sought).add(path)));
	const all = new Set(entries.flatMap(Object.keys));
	return {
		dropped: [...new Set([...all].filter((name) => !found.has(name)).map(shownName))].sort(),
		notFound: [...new Set([...sought].filter((path) => !found.has(path)).map(shownPath))].sort(),
	};
}
