import type { Json } from './operation';

/** The named members that an entry has, in this order. */
export const pick = (entry: Json, names: readonly string[]): Json =>
	Object.fromEntries(names.filter((name) => entry[name] !== undefined).map((name) => [name, entry[name]]));

/** The same for every object of a list; what is no list gives none. */
export const pickEach = (list: unknown, names: readonly string[]): Json[] =>
	(Array.isArray(list) ? list : []).filter((entry): entry is Json => typeof entry === 'object' && entry !== null).map((entry) => pick(entry, names));
