/**
 * Works on `count` things, `atOnce` at a time; results in order. The first failure ends it once what is under way has ended:
 * nothing new is started, and the failure of the earliest thing is thrown.
 */
export async function eachOf<T>(count: number, atOnce: number, work: (index: number) => Promise<T>): Promise<T[]> {
	const results: T[] = [];
	const failures: Array<{ index: number; error: unknown }> = [];
	let next = 0;
	const worker = async () => {
		while (next < count && failures.length === 0) {
			const index = next++;
			await work(index).then(
				(result) => (results[index] = result),
				(error: unknown) => failures.push({ index, error }),
			);
		}
	};
	await Promise.all(Array.from({ length: Math.min(count, atOnce) }, worker));
	const [first] = failures.sort((a, b) => a.index - b.index);
	if (first) throw first.error;
	return results;
}

/** How many calls of one item run side by side; their pace is the client's business. */
const AT_ONCE = 10;

/** The same work for every entry, some side by side. */
export const each = async <S, T>(entries: readonly S[], work: (entry: S) => Promise<T>): Promise<T[]> =>
	await eachOf(entries.length, AT_ONCE, async (index) => await work(entries[index] as S));

/** Several lists read as one: side by side for all of them, one after another where `limit` may end it early. */
export async function gather<S, T>(
	parts: readonly S[],
	limit: number,
	read: (part: S, limit: number) => Promise<T[]>,
): Promise<T[]> {
	if (limit === Infinity) return (await each(parts, async (part) => await read(part, limit))).flat();
	const entries: T[] = [];
	for (const part of parts) {
		if (entries.length >= limit) break;
		for (const entry of await read(part, limit - entries.length)) entries.push(entry);
	}
	return entries;
}
