import { acknowledgement } from '../../../../nodes/DingTalkTrigger/receive/acknowledgement';
import { type Ended, Inbox, MOST_WAITING, MOST_WAITING_TEXT } from '../../../../nodes/DingTalkTrigger/receive/inbox';
import type { Incoming } from '../../../../nodes/DingTalkTrigger/item/incoming';
import { createSimulatedClock, settle } from '../../protocol/stream/simulation';

function executions(most: number) {
	const running = new Map<string, (ended: Ended) => void>();
	const order: string[] = [];
	let peak = 0;
	const inbox = new Inbox<{ key: string; size?: number }>(most, async ({ key }, started) => {
		order.push(key);
		started();
		const ended = await new Promise<Ended>((resolve) => {
			running.set(key, resolve);
			peak = Math.max(peak, running.size);
		});
		running.delete(key);
		return ended;
	});
	const end = async (key: string, failed = false) => {
		running.get(key)?.({ failed });
		await settle();
	};
	return { inbox, running, order, end, peak: () => peak };
}

test('so many run at once, the others wait in order, and all end', async () => {
	const { inbox, order, end, peak } = executions(20);
	const keys = Array.from({ length: 5_000 }, (_, index) => `e${index}`);
	const tickets = keys.map((key) => inbox.take({ key }));
	await settle();
	expect(order.length).toBe(20);
	for (const key of keys) {
		await end(key);
		// A newcomer does not overtake those that wait.
		if (key === 'e10') inbox.take({ key: 'late' });
	}
	await Promise.all(tickets.map(async ({ ended }) => await ended));
	expect(order).toEqual([...keys, 'late']);
	expect(peak()).toBe(20);
	await end('late');
	expect(inbox.size).toBe(0);
});

test('what waits is bounded, by number and by size: DingTalk keeps the others, and may send them again later', async () => {
	const { inbox, end } = executions(1);
	for (let index = 0; index < 100_000; index++) inbox.offer({ key: `e${index}` });
	expect(inbox.size).toBe(MOST_WAITING + 1);
	expect([inbox.offer({ key: 'e99999' }), inbox.offer({ key: 'e1' })]).toEqual([undefined, expect.anything()]);
	await settle();
	await end('e0');
	expect(inbox.offer({ key: 'e99999' })).toBeDefined();

	const large = executions(1).inbox;
	for (let index = 0; index < 100; index++) large.offer({ key: `e${index}`, size: 1024 * 1024 });
	expect(large.size).toBe(MOST_WAITING_TEXT / (1024 * 1024) + 1);
	// What nobody else keeps is taken all the same.
	expect(large.take({ key: 'read from the list' })).toBeDefined();
});

test('an event that comes again while it waits or runs is the same', async () => {
	const { inbox, order, end } = executions(1);
	const running = inbox.take({ key: 'a' });
	const waiting = inbox.take({ key: 'b' });
	expect(inbox.take({ key: 'a' })).toBe(running);
	expect(inbox.take({ key: 'b' })).toBe(waiting);
	await settle();
	await end('a');
	await end('b');
	expect(order).toEqual(['a', 'b']);
});

test('closing starts nothing more and hands back what waits', async () => {
	const { inbox, order, end } = executions(1);
	const running = inbox.take({ key: 'a' });
	const waiting = inbox.take({ key: 'b' });
	await settle();
	inbox.close();
	await expect(waiting.ended).resolves.toEqual({ failed: true, handedBack: true });
	await expect(inbox.take({ key: 'c' }).ended).resolves.toMatchObject({ handedBack: true });
	await end('a');
	await expect(running.ended).resolves.toEqual({ failed: false });
	expect([order, inbox.size]).toEqual([['a'], 0]);
});

test('an execution that throws frees its place', async () => {
	const inbox = new Inbox<{ key: string; size?: number }>(1, async ({ key }) => {
		if (key === 'bad') throw new Error('bad');
		return { failed: false };
	});
	await expect(inbox.take({ key: 'bad' }).ended).rejects.toThrow('bad');
	await expect(inbox.take({ key: 'good' }).ended).resolves.toEqual({ failed: false });
	expect(inbox.size).toBe(0);
});

describe('when an event is acknowledged', () => {
	const event = { kind: 'event', key: 'e' } as Incoming;
	const card = { kind: 'card', key: 'c' } as Incoming;

	function ticket() {
		let start = () => {};
		let end: (ended: Ended) => void = () => {};
		const started = new Promise<void>((resolve) => (start = resolve));
		const ended = new Promise<Ended>((resolve) => (end = resolve));
		return { started, ended, start: () => start(), end: (value: Ended) => end(value) };
	}

	function watch<T>(promise: Promise<T>) {
		const seen: T[] = [];
		void promise.then((value) => seen.push(value));
		return seen;
	}

	test('received: at once', async () => {
		const clock = createSimulatedClock();
		await expect(acknowledgement('received', event, ticket(), clock)).resolves.toEqual({ taken: true });
	});

	test.each([
		['finished', false, true],
		['finished', true, true],
		['succeeded', false, true],
		['succeeded', true, false],
	] as const)('%s, failed %s: at its end', async (policy, failed, taken) => {
		const clock = createSimulatedClock();
		const execution = ticket();
		const seen = watch(acknowledgement(policy, event, execution, clock));
		execution.start();
		await clock.pass(44_000);
		expect(seen).toEqual([]);
		execution.end({ failed });
		await settle();
		expect(seen).toEqual([{ taken }]);
		expect(clock.timers).toBe(0);
	});

	/** When it is acknowledged that begins so long after its delivery and does not end. */
	async function acknowledgedAfter(wait: number): Promise<number> {
		const clock = createSimulatedClock();
		const execution = ticket();
		const seen = watch(acknowledgement('finished', event, execution, clock));
		const began = clock.now();
		for (const step of [wait, ...Array.from({ length: 100 }, () => 1_000)]) {
			await clock.pass(step);
			if (clock.now() - began >= wait) execution.start();
			await settle();
			if (seen.length > 0) return clock.now() - began;
		}
		return Infinity;
	}

	test.each([
		['45 s after its delivery', 0, 45_000],
		['45 s after its delivery, though it began later', 20_000, 45_000],
		['10 s after its beginning where that came late, still within 60 s', 44_000, 54_000],
		['45 s after its beginning where it was delivered again meanwhile', 70_000, 115_000],
	])('a long one: %s', async (_, wait, after) => {
		expect(await acknowledgedAfter(wait)).toBe(after);
	});

	test.each([0, 44_000, 50_000])(
		'one that waited %d ms for its turn and is handed back stays with DingTalk',
		async (waited) => {
			const clock = createSimulatedClock();
			const { inbox, end } = executions(1);
			const running = inbox.take({ key: 'runs' });
			const seen = watch(acknowledgement('finished', event, inbox.take({ key: 'waits' }), clock));
			await clock.pass(waited);
			inbox.close();
			await settle();
			expect([seen, clock.timers]).toEqual([[{ taken: false }], 0]);
			await end('runs');
			await running.ended;
		},
	);

	test('succeeded: one that waited past the deadline and then fails is delivered again; one that runs past it is acknowledged', async () => {
		const clock = createSimulatedClock();
		const execution = ticket();
		const seen = watch(acknowledgement('succeeded', event, execution, clock));
		await clock.pass(50_000);
		execution.end({ failed: true });
		await settle();
		expect(seen).toEqual([{ taken: false }]);
		const long = ticket();
		const acknowledged = watch(acknowledgement('succeeded', event, long, clock));
		long.start();
		await clock.pass(45_000);
		expect(acknowledged).toEqual([{ taken: true }]);
	});

	test('a card: with the answer of the workflow, or without one in time', async () => {
		const clock = createSimulatedClock();
		const quick = ticket();
		const answered = watch(acknowledgement('finished', card, quick, clock));
		quick.end({ failed: false, response: { cardData: {} } });
		await settle();
		expect(answered).toEqual([{ taken: true, response: { cardData: {} } }]);

		const slow = watch(acknowledgement('finished', card, ticket(), clock));
		await clock.pass(1_999);
		expect(slow).toEqual([{ taken: true, response: undefined }]);
	});
});
