import { Turns } from '../../../nodes/runtime/turns';

/** Items that each change a thing: how long reading one takes, and whether its work fails. */
type Item = [thing: string, turnsOfReading: number, fails?: true];

async function turnsOfLoop(count: number): Promise<void> {
	for (let turn = 0; turn < count; turn++) await new Promise(setImmediate);
}

/** What the items did, in the order in which it happened, and what became of each. */
async function work(items: Item[], goesOn: boolean) {
	const turns = new Turns(goesOn);
	const log: string[] = [];
	const outcomes = await Promise.allSettled(
		items.map(async ([thing, reading, fails], index) => {
			const read = turnsOfLoop(reading).then(() => thing);
			return await turns.take(
				read,
				(one) => [one],
				async () => {
					log.push(`${index} begins`);
					await turnsOfLoop(5);
					log.push(`${index} ends`);
					if (fails) throw new Error(`${index} failed`);
					return index;
				},
			);
		}),
	);
	return { log, outcomes: outcomes.map((one) => (one.status === 'fulfilled' ? one.value : String(one.reason))) };
}

test('items of one thing follow one another in their order, however long each is read; others work beside them', async () => {
	const { log, outcomes } = await work(
		[
			['a', 9],
			['b', 0],
			['a', 0],
		],
		true,
	);
	expect(log.filter((line) => !line.startsWith('1'))).toEqual(['0 begins', '0 ends', '2 begins', '2 ends']);
	expect(log.indexOf('1 begins')).toBeLessThan(log.indexOf('0 ends'));
	expect(outcomes).toEqual([0, 1, 2]);
});

test('after one that failed the next has its turn where the workflow goes on, and not where it stops', async () => {
	const items: Item[] = [
		['a', 0, true],
		['a', 0],
	];
	expect((await work(items, true)).outcomes).toEqual(['Error: 0 failed', 1]);
	const { log, outcomes } = await work(items, false);
	expect(outcomes).toEqual(['Error: 0 failed', 'Error: 0 failed']);
	expect(log).toEqual(['0 begins', '0 ends']);
});

test('an item that cannot be read holds up nobody', async () => {
	const turns = new Turns(true);
	const subject = () => ['a'];
	const unread = turns.take(Promise.reject(new Error('unread')), subject, async () => await Promise.resolve(1));
	const next = turns.take(Promise.resolve(), subject, async () => await Promise.resolve(2));
	await expect(unread).rejects.toThrow('unread');
	expect(await next).toBe(2);
});

test('items that change nothing of the kind work side by side', async () => {
	const turns = new Turns(true);
	let together = 0;
	const work = async () => {
		together += 1;
		await turnsOfLoop(5);
		return together;
	};
	const both = [0, 1].map(async () => await turns.take(Promise.resolve(), () => undefined, work));
	expect(await Promise.all(both)).toEqual([2, 2]);
});
