import type { PushedEvent } from '../../../../nodes/protocol/callback/pushedEvent';
import { eventOfFailed, likeness } from '../../../../nodes/protocol/callback/failed';
import {
	BUSY_PAUSE,
	FailedLists,
	type FailedPage,
	LONGEST_PAUSE,
	SHORTEST_PAUSE,
} from '../../../../nodes/DingTalkTrigger/recovery/failedLists';
import { createSimulatedClock, settle } from '../../protocol/stream/simulation';

const event = (eventId: string): PushedEvent => ({
	eventType: 'check_in',
	eventId,
	corpId: 'c',
	occurredAt: 1,
	times: [1],
	data: {},
});

/** A list that gives these pages one after the other, then empty ones. */
function list(...pages: Array<FailedPage | Error>) {
	const asked: number[] = [];
	const clock = createSimulatedClock();
	const reader = () => {
		const kept: string[] = [];
		const states: Array<string | undefined> = [];
		return {
			kept,
			states,
			full: false,
			busy() {
				return this.full;
			},
			read: async () => {
				asked.push(clock.running);
				const page = pages.shift() ?? { events: [], more: false };
				if (page instanceof Error) throw page;
				return page;
			},
			keep: (events: readonly PushedEvent[]) => void kept.push(...events.map(({ eventId }) => eventId)),
			state: (failure: Error | undefined) => void states.push(failure?.message),
		};
	};
	return { clock, asked, reader, lists: new FailedLists(clock) };
}

test('is read to its end at once, for all triggers of an app', async () => {
	const { clock, asked, reader, lists } = list(
		{ events: [event('a'), event('b')], more: true },
		{ events: [event('c')], more: false },
	);
	const [one, two] = [reader(), reader()];
	const leave = [lists.join('app', one), lists.join('app', two)];
	await settle();
	await settle();
	expect([one.kept, two.kept]).toEqual([
		['a', 'b', 'c'],
		['a', 'b', 'c'],
	]);
	expect(asked.length).toBe(3);
	for (const go of leave) await go();
	expect([lists.size, clock.timers]).toEqual([0, 0]);
});

test('is read every 5 minutes while something is found, every 30 in the end', async () => {
	const { clock, asked, reader, lists } = list({ events: [event('a')], more: false });
	const leave = lists.join('app', reader());
	await clock.pass(4 * 60 * 60_000);
	const pauses = asked.slice(1).map((at, index) => at - asked[index]);
	expect(pauses.slice(0, 4)).toEqual([SHORTEST_PAUSE, 2 * SHORTEST_PAUSE, 4 * SHORTEST_PAUSE, LONGEST_PAUSE]);
	expect(new Set(pauses.slice(4))).toEqual(new Set([LONGEST_PAUSE]));
	await leave();
	expect(clock.timers).toBe(0);
});

test('a failure is told once, its end as well, and what came before it is kept', async () => {
	const { clock, reader, lists } = list({ events: [event('a')], more: true }, new Error('busy'), new Error('busy'));
	const one = reader();
	const leave = lists.join('app', one);
	await clock.pass(LONGEST_PAUSE * 2);
	expect([one.kept, one.states]).toEqual([['a'], ['busy', undefined]]);
	await leave();
});

test('a list is read on when what was read of it has been worked off, without a call meanwhile', async () => {
	const { clock, asked, reader, lists } = list(
		{ events: [event('a')], more: true },
		{ events: [event('b')], more: false },
	);
	const one = reader();
	one.keep = (events) => {
		one.kept.push(...events.map(({ eventId }) => eventId));
		one.full = one.kept.length === 1;
	};
	const leave = lists.join('app', one);
	await clock.pass(20 * BUSY_PAUSE);
	expect([one.kept, asked.length]).toEqual([['a'], 1]);
	one.full = false;
	await clock.pass(BUSY_PAUSE);
	expect([one.kept, asked.length]).toEqual([['a', 'b'], 2]);
	await clock.pass(SHORTEST_PAUSE);
	expect(asked.length).toBe(3);
	await leave();
});

test('a page that is under way when the trigger goes is still kept', async () => {
	const { reader, lists } = list({ events: [event('a')], more: false });
	const one = reader();
	const leave = lists.join('app', one);
	await leave();
	expect(one.kept).toEqual(['a']);
});

describe('an event without an id', () => {
	const data = { processInstanceId: 'p', type: 'finish', result: 'agree' };
	const entry = {
		bpms_instance_change: { bpmsCallBackData: data, corpid: 'c' },
		call_back_tag: 'bpms_instance_change',
		event_time: 1_606_126_433_000,
	};

	test('is known by type, time and values, whatever their names and order', () => {
		const known = likeness('bpms_instance_change', 1_606_126_433_000, {
			result: 'agree',
			nested: { id: 'p' },
			kind: ['finish'],
			corpId: 'c',
			timeStamp: '1',
		});
		expect(eventOfFailed(entry, 0)?.eventId).toBe(known);
		for (const other of [
			likeness('bpms_task_change', 1_606_126_433_000, data),
			likeness('bpms_instance_change', 1, data),
			likeness('bpms_instance_change', 1_606_126_433_000, { ...data, result: 'refuse' }),
		]) {
			expect(other).not.toBe(known);
		}
	});

	test('has the fields of a push', () => {
		expect(
			eventOfFailed(
				{
					user_add_org: { userid: ['zhangsan'], corpid: 'c' },
					call_back_tag: 'user_add_org',
					event_time: 1_606_126_433_000,
				},
				0,
			),
		).toMatchObject({ eventType: 'user_add_org', corpId: 'c', data: { userId: ['zhangsan'] } });
		expect(eventOfFailed({ event_time: 1 }, 0)).toBeUndefined();
	});
});
