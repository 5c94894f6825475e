import { DingTalkError, type ErrorFacts, type ErrorKind } from '../../../nodes/protocol/errors';
import { waitBefore, withRetry, type RetryPolicy } from '../../../nodes/protocol/retry';
import { VirtualClock } from '../../support/clock';

const failing = (kind: ErrorKind, facts: Partial<ErrorFacts> = {}) =>
	new DingTalkError({ code: 'c', message: 'm', kind, ...facts });

/** Calls that fail so many times; what came of it and how long was waited. */
async function attempt(times: number, error: unknown, policy: Partial<RetryPolicy> = {}) {
	const clock = new VirtualClock();
	let calls = 0;
	const call = async () => (++calls > times ? await Promise.resolve('done') : await Promise.reject(error));
	const outcome = await clock.run(
		withRetry(call, { safe: false, random: () => 0, sleep: clock.sleep, ...policy }).catch((cause: unknown) => cause),
	);
	return { outcome, calls, waits: clock.waits };
}

test('waits 1, 2, 4 s, and goes on', async () => {
	expect(await attempt(3, failing('unreachable'))).toEqual({ outcome: 'done', calls: 4, waits: [1000, 2000, 4000] });
});

test.each<[ErrorKind, boolean, number]>([
	['unreachable', false, 4],
	['unreachable', true, 4],
	['busy', true, 4],
	['busy', false, 1],
	['broken', true, 4],
	['broken', false, 1],
	// The pace has waited already.
	['throttled', true, 1],
	['auth', true, 1],
	['permission', true, 1],
	['quota', true, 1],
	['refused', true, 1],
])('%s, safe: %p → %i calls at most', async (kind, safe, calls) => {
	const error = failing(kind);
	expect(await attempt(99, error, { safe })).toMatchObject({ outcome: error, calls });
});

test.each<[ErrorKind, number]>([
	['busy', 4],
	['broken', 4],
	['refused', 1],
])('%s before the call itself went out: repeated, whatever the call would do', async (kind, calls) => {
	const error = failing(kind, { unsent: true });
	expect(await attempt(99, error, { safe: false })).toMatchObject({ outcome: error, calls });
});

test('an error that is not DingTalk’s is never tried again', async () => {
	const error = new TypeError('bug');
	expect(await attempt(99, error, { safe: true })).toMatchObject({ outcome: error, calls: 1, waits: [] });
});

test('what DingTalk asks for is waited at least', async () => {
	expect((await attempt(1, failing('busy', { waitMs: 7000 }), { safe: true })).waits).toEqual([7000]);
	expect((await attempt(1, failing('busy', { waitMs: 10 }), { safe: true })).waits).toEqual([1000]);
});

test('jitter adds up to half', () => {
	expect(waitBefore(0, 0)).toBe(1000);
	expect(waitBefore(0, 0.5)).toBe(1250);
	expect(waitBefore(2, 1)).toBe(6000);
});

test('a cancelled execution is not tried again', async () => {
	const cancelled = new Error('cancelled');
	const sleep = async () => await Promise.reject(cancelled);
	expect(await attempt(99, failing('unreachable'), { sleep })).toMatchObject({ outcome: cancelled, calls: 1 });
});
