import { pauseAfter, Writer, type Shown, type Stage } from '../../../nodes/DingTalkAiCard/card/writer';
import { VirtualClock } from '../../support/clock';

const RULES = { everyMs: 500, mostUpdates: 30, isFinal: (error: unknown) => error === 'final' };

/** A card that needs so many milliseconds for an update; `fails` says which error the nth ends with. */
function stageOn(
	clock: VirtualClock,
	{ takes = 50, waits = 0, fails }: { takes?: number; waits?: number; fails?: (count: number) => unknown } = {},
) {
	const updates: Array<Shown & { at: number }> = [];
	const instead: Array<[Shown, Shown | undefined]> = [];
	let [underWay, most, opened, count] = [0, 0, 0, 0];
	const stage: Stage = {
		open: async () => {
			opened++;
			await clock.sleep(100);
		},
		update: async (newest) => {
			most = Math.max(most, ++underWay);
			// The call's turn comes later than it was asked for.
			await clock.sleep(waits);
			const sent = newest();
			const error = fails?.(++count);
			updates.push({ ...sent, at: clock.now() });
			await clock.sleep(takes);
			underWay--;
			return error === undefined ? sent : await Promise.reject(error);
		},
		instead: async (shown, last) => void instead.push([shown, last]),
	};
	return { stage, updates, instead, most: () => most, opened: () => opened };
}

/** The model's words, one every so many ms; then the end. */
async function write(clock: VirtualClock, writer: Writer, words: number, everyMs: number, ending: 'done' | 'failed') {
	writer.open();
	for (let count = 1; count <= words; count++) {
		await clock.sleep(everyMs);
		writer.write(() => 'x'.repeat(count));
	}
	return await writer.finish('x'.repeat(words), ending);
}

const gaps = (updates: Array<{ at: number }>) =>
	updates.slice(1).map(({ at }, index) => at - (updates[index]?.at ?? 0));

test('one update under way, the newest text wins, never faster than said, the last at once', async () => {
	const clock = new VirtualClock();
	const { stage, updates, most, opened } = stageOn(clock);
	const arrival = await clock.run(write(clock, new Writer(stage, clock, RULES), 100, 30, 'done'));
	expect([most(), opened()]).toEqual([1, 1]);
	const before = updates.slice(0, -1);
	expect(before.length).toBeGreaterThan(4);
	expect(gaps(before).every((gap) => gap >= 500)).toBe(true);
	for (const { text, at } of before)
		// A word every 30 ms: what it shows is what had been written at that moment.
		expect(Math.abs(text.length - (at - 1_700_000_000_000) / 30)).toBeLessThanOrEqual(2);
	expect(updates.at(-1)).toMatchObject({ text: 'x'.repeat(100), ending: 'done', at: 1_700_000_003_000 });
	expect(arrival).toEqual({ by: 'card', updates: updates.length });
});

test('an update whose turn comes late takes along what was written since, and ends the card when the answer has ended', async () => {
	const clock = new VirtualClock();
	const { stage, updates } = stageOn(clock, { waits: 2000 });
	const arrival = await clock.run(write(clock, new Writer(stage, clock, RULES), 60, 30, 'done'));
	expect(updates.map(({ text, ending }) => [text.length, ending])).toEqual([[60, 'done']]);
	expect(arrival).toEqual({ by: 'card', updates: 1 });
});

test.each([2, 10, 30])(
	'at most %i updates, the last of them at the end, however long it takes',
	async (mostUpdates) => {
		const clock = new VirtualClock();
		const { stage, updates } = stageOn(clock);
		await clock.run(write(clock, new Writer(stage, clock, { ...RULES, mostUpdates }), 3000, 100, 'done'));
		expect(updates).toHaveLength(mostUpdates);
		expect(updates.at(-1)).toMatchObject({ text: 'x'.repeat(3000), ending: 'done' });
	},
);

test('the pause doubles each time half of what was left is used up', () => {
	const pauses = [0, 7, 8, 11, 12, 13, 14, 15].map((updates) => pauseAfter(updates, { everyMs: 500, mostUpdates: 16 }));
	expect(pauses).toEqual([500, 500, 1000, 1000, 2000, 2000, 4000, 8000]);
});

test('an answer that comes at once is one update', async () => {
	const clock = new VirtualClock();
	const { stage, updates, opened } = stageOn(clock);
	const writer = new Writer(stage, clock, RULES);
	expect(await clock.run(writer.finish('whole', 'failed'))).toEqual({ by: 'card', updates: 1 });
	expect([opened(), updates]).toMatchObject([1, [{ text: 'whole', ending: 'failed' }]]);
	expect(await writer.finish('other', 'done')).toEqual({ by: 'card', updates: 1 });
	expect(updates).toHaveLength(1);
});

test('an update that fails in passing is made up for by the next', async () => {
	const clock = new VirtualClock();
	const { stage, updates, instead } = stageOn(clock, { fails: (count) => (count === 2 ? 'busy' : undefined) });
	const arrival = await clock.run(write(clock, new Writer(stage, clock, RULES), 100, 30, 'done'));
	expect(updates.length).toBeGreaterThan(3);
	expect([arrival.by, instead]).toEqual(['card', []]);
});

test.each([
	['a refusal for good', (count: number) => (count === 2 ? 'final' : undefined), 2, 'final'],
	['a last update that fails', (count: number) => (count === 2 ? undefined : 'busy'), 7, 'busy'],
])('%s: the whole answer comes in another way', async (_, fails, most, error) => {
	const clock = new VirtualClock();
	const { stage, updates, instead } = stageOn(clock, { fails });
	const arrival = await clock.run(write(clock, new Writer(stage, clock, RULES), 100, 30, 'done'));
	expect(updates.length).toBeLessThanOrEqual(most);
	expect(instead).toEqual([[{ text: 'x'.repeat(100), ending: 'done' }, { text: expect.stringMatching(/^x+$/) }]]);
	expect(arrival).toEqual({ by: 'message', updates: updates.length, error });
});

test('a card that cannot be opened is not updated; where nothing else works either, that is told', async () => {
	const clock = new VirtualClock();
	const { stage, updates } = stageOn(clock);
	const broken: Stage = {
		...stage,
		open: async () => await Promise.reject(new Error('no card')),
		instead: async (_, last) => await Promise.reject(new Error(`no message, ${String(last)}`)),
	};
	const arrival = await clock.run(write(clock, new Writer(broken, clock, RULES), 10, 30, 'done'));
	expect(arrival).toEqual({ by: 'nothing', updates: 0, error: new Error('no message, undefined') });
	expect(updates).toEqual([]);
});
