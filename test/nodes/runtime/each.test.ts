import { eachOf, gather } from '../../../nodes/runtime/each';

/** Lets what is already settled go on. */
const turn = async () => await new Promise((resolve) => setImmediate(resolve));

test('no more than so many at once, results in order', async () => {
	let running = 0;
	let most = 0;
	const results = await eachOf(7, 3, async (index) => {
		most = Math.max(most, (running += 1));
		for (let i = index; i < 7; i++) await turn();
		running -= 1;
		return index;
	});
	expect(results).toEqual([0, 1, 2, 3, 4, 5, 6]);
	expect(most).toBe(3);
});

test('whoever makes room says when there is more', async () => {
	let most = 1;
	let tell = () => {};
	const ends: Array<() => void> = [];
	const begun: number[] = [];
	const room = { more: (underWay: number) => underWay < most, onMore: (more: () => void) => (tell = more) };
	const all = eachOf(4, room, async (index) => {
		begun.push(index);
		await new Promise<void>((end) => ends.push(end));
		return index;
	});
	expect(begun).toEqual([0]);
	most = 3;
	tell();
	expect(begun).toEqual([0, 1, 2]);
	ends[1]?.();
	await turn();
	expect(begun).toEqual([0, 1, 2, 3]);
	for (const end of ends) end();
	expect(await all).toEqual([0, 1, 2, 3]);
	tell();
	expect(begun).toHaveLength(4);
});

test('nothing to do is done at once', async () => {
	expect(await eachOf(0, 3, async () => await Promise.reject(new Error('never')))).toEqual([]);
});

test('after a failure nothing new starts, and the earliest failure is thrown', async () => {
	const started: number[] = [];
	const work = async (index: number) => {
		started.push(index);
		await turn();
		throw new Error(`failed ${index}`);
	};
	await expect(eachOf(9, 2, work)).rejects.toThrow('failed 0');
	expect(started).toEqual([0, 1]);
});

test('parts of a list: a limit ends the reading, and each part is asked for what is still missing', async () => {
	const asked: Array<[string, number]> = [];
	const read = async (part: string, limit: number) => {
		asked.push([part, limit]);
		return await Promise.resolve([...part].slice(0, limit));
	};
	expect(await gather(['abc', 'def', 'ghi'], 5, read)).toEqual(['a', 'b', 'c', 'd', 'e']);
	expect(asked).toEqual([
		['abc', 5],
		['def', 2],
	]);
	expect(await gather(['abc', 'def'], Infinity, read)).toEqual(['a', 'b', 'c', 'd', 'e', 'f']);
});
