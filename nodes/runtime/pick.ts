import type { Json } from '../protocol/json';

/** The named members that an entry has, in this order. */
export const pick = (entry: Json, names: readonly string[]): Json =>
	Object.fromEntries(names.filter((name) => entry[name] !== undefined).map((name) => [name, entry[name]]));

/** The objects of a list; what is no list has none. */
export const objectsIn = (list: unknown): Json[] =>
	(Array.isArray(list) ? list : []).filter((entry): entry is Json => typeof entry === 'object' && entry !== null);

/** The named members of every object of a list. */
export const pickEach = (list: unknown, names: readonly string[]): Json[] =>
	objectsIn(list).map((entry) => pick(entry, names));
