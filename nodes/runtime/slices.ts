/** A list in slices of at most so many entries, in their order; none for an empty list. `most` may be Infinity. */
export function slices<T>(entries: readonly T[], most: number): T[][] {
	const size = Math.max(1, Math.min(most, entries.length));
	return Array.from({ length: Math.ceil(entries.length / size) }, (_, index) =>
		entries.slice(index * size, (index + 1) * size),
	);
}
