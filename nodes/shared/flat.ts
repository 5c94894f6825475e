import type { Json } from '../protocol/json';

/**
 * A record as one flat object: what tells it first, then its values by the names that its table gives them. A column that is named like
 * a member of `head` comes as `id (2)`: what is taken for the ID of a record must be that.
 */
export function flat(head: Json, values: Json): Json {
	const all: Json = { ...head };
	for (const [name, value] of Object.entries(values)) {
		let free = name;
		for (let times = 2; free in head || (free !== name && free in values); times++) free = `${name} (${times})`;
		all[free] = value;
	}
	return all;
}
