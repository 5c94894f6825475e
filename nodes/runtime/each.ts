/** How many things may be worked on at once. */
export interface Room {
	/** Whether one more may begin while so many are under way. */
	more: (underWay: number) => boolean;
	/** Names whom to tell when there may be more room although nothing has ended. */
	onMore?: (tell: () => void) => void;
}

/** Room for so many. */
export const roomFor = (most: number): Room => ({ more: (underWay) => underWay < most });

/**
 * Works on `count` things, as many at a time as there is room; results in order. The first failure ends it once what is under
 * way has ended: nothing new is started, and the failure of the earliest thing is thrown.
 */
export async function eachOf<T>(count: number, room: Room | number, work: (index: number) => Promise<T>): Promise<T[]> {
	const { more, onMore } = typeof room === 'number' ? roomFor(room) : room;
	const results: T[] = [];
	const failures: Array<{ index: number; error: unknown }> = [];
	let next = 0;
	let underWay = 0;
	await new Promise<void>((done) => {
		const begin = () => {
			while (next < count && failures.length === 0 && more(underWay)) {
				const index = next++;
				underWay += 1;
				void work(index)
					.then(
						(result) => (results[index] = result),
						(error: unknown) => failures.push({ index, error }),
					)
					.then(() => {
						underWay -= 1;
						begin();
					});
			}
			if (underWay === 0) done();
		};
		onMore?.(begin);
		begin();
	});
	const [first] = failures.sort((a, b) => a.index - b.index);
	if (first) throw first.error;
	return results;
}

/** How many calls of one item run side by side: what 20 calls a second need that take two seconds each. Their pace is the client's business. */
const AT_ONCE = 40;

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
