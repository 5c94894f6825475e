import { DingTalkError, type ErrorFacts, type ErrorKind } from '../../../nodes/protocol/errors';
import { retriesFor, waitBefore, withRetry, type RetryPolicy } from '../../../nodes/protocol/retry';
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

test('throttled calls wait 1, 2, 4 … 60 s and go on, safe or not', async () => {
	expect(await attempt(10, failing('throttled'))).toEqual({
		outcome: 'done',
		calls: 11,
		waits: [1000, 2000, 4000, 8000, 16_000, 32_000, 60_000, 60_000, 60_000, 60_000],
	});
});

test('the waits reach beyond the five minutes for which an IP is blocked', () => {
	const all = Array.from({ length: retriesFor(failing('throttled'), false) }, (_, index) => waitBefore(index, 0));
	expect(all.reduce((sum, ms) => sum + ms, 0)).toBeGreaterThan(5 * 60_000);
});

test('the last error is thrown when patience ends', async () => {
	const error = failing('throttled');
	expect(await attempt(99, error)).toMatchObject({ outcome: error, calls: 11 });
});

test.each<[ErrorKind, boolean, number]>([
	['unreachable', false, 4],
	['unreachable', true, 4],
	['busy', true, 4],
	['busy', false, 1],
	['broken', true, 4],
	['broken', false, 1],
	['auth', true, 1],
	['permission', true, 1],
	['quota', true, 1],
	['refused', true, 1],
])('%s, safe: %p → %i calls at most', async (kind, safe, calls) => {
	const error = failing(kind);
	expect(await attempt(99, error, { safe })).toMatchObject({ outcome: error, calls });
});

test('an error that is not DingTalk’s is never tried again', async () => {
	const error = new TypeError('bug');
	expect(await attempt(99, error, { safe: true })).toMatchObject({ outcome: error, calls: 1, waits: [] });
});

test('what DingTalk asks for is waited at least', async () => {
	expect((await attempt(1, failing('throttled', { waitMs: 7000 }))).waits).toEqual([7000]);
	expect((await attempt(1, failing('throttled', { waitMs: 10 }))).waits).toEqual([1000]);
});

test('jitter adds up to half', () => {
	expect(waitBefore(0, 0)).toBe(1000);
	expect(waitBefore(0, 0.5)).toBe(1250);
	expect(waitBefore(99, 1)).toBe(90_000);
});

test('a cancelled execution does not wait again', async () => {
	const error = failing('throttled');
	expect(await attempt(99, error, { cancelled: () => true })).toMatchObject({ outcome: error, calls: 1, waits: [] });
});
