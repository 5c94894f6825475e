import { Share } from '../../../nodes/protocol/share';
import { limiters, simulate } from './processes';

const rate = { calls: 20, perMs: 1000 };
const callsOf = (share: Share, now: number) => rate.perMs / share.apartMs(rate, now);
/** Calls have gone well for some seconds. */
function atWork(): Share {
	const share = new Share(() => 0.5);
	share.started(-5000);
	return share;
}
const refusal = (now: number) => ({ started: now - 10, now, rate, recent: 0, askedMs: 0 });

/** Of all calls at most; more processes have to try more often to find out what is theirs. */
const mostRefused: Record<number, number> = { 1: 0, 2: 0.1, 3: 0.15, 5: 0.15, 10: 0.22, 20: 0.33 };

describe.each(Object.entries(limiters))('20 calls in %s', (_, limiter) => {
	test.each([3, 10, 20])(
		'%i processes use at least 0.85 of the limit, none twice as much as another',
		async (processes) => {
			const outcomes = await Promise.all(
				[3, 7, 9].map(async (seed) => await simulate({ processes, calls: 300, seed }, limiter())),
			);
			const mean = (of: 'used' | 'refused' | 'unfairness') =>
				outcomes.reduce((sum, outcome) => sum + outcome[of], 0) / outcomes.length;
			expect(mean('used')).toBeGreaterThan(0.85);
			expect(mean('refused')).toBeLessThan(mostRefused[processes] ?? 0);
			expect(mean('unfairness')).toBeLessThan(2);
			expect(outcomes.map(({ failed }) => failed)).toEqual([0, 0, 0]);
		},
		600_000,
	);

	test.each([2, 3])(
		'%i processes of which one comes 5 s after the other: each gets its share',
		async (processes) => {
			const outcomes = await Promise.all(
				[3, 7, 9, 13, 17, 19].map(
					async (seed) => await simulate({ processes, calls: 600, seed, apartMs: 5000 }, limiter()),
				),
			);
			expect(Math.max(...outcomes.map(({ unfairness }) => unfairness))).toBeLessThan(3);
			expect(outcomes.map(({ failed }) => failed)).toEqual([0, 0, 0, 0, 0, 0]);
		},
		600_000,
	);

	test.each([0, 50, 500, 2000])('one process with answers after %i ms: nothing is refused', async (latencyMs) => {
		expect(await simulate({ processes: 1, calls: 300, latencyMs }, limiter())).toMatchObject({ refused: 0, failed: 0 });
	});
});

test('a refusal that stands alone takes a tenth and stops nothing, however often', () => {
	const share = atWork();
	for (const now of [1000, 11_000, 21_000, 31_000]) {
		expect(share.apartMs(rate, now)).toBe(0);
		share.refused(refusal(now));
		share.accepted();
		expect(callsOf(share, now)).toBeCloseTo(18);
	}
	expect(share.stoppedUntil).toBe(31_000);
});

test('the second refusal within a second takes more than one alone does', () => {
	const share = atWork();
	share.refused(refusal(1000));
	share.accepted();
	share.refused(refusal(1900));
	expect(callsOf(share, 1900)).toBeCloseTo(13.28);
	expect(share.stoppedUntil).toBe(2150);
});

test('what DingTalk asks for is kept to after one that stands alone', () => {
	const share = atWork();
	share.refused({ ...refusal(1000), askedMs: 3000 });
	expect([share.apartMs(rate, 1000), share.stoppedUntil]).toEqual([1000 / 18, 4000]);
});

test('a refusal takes three tenths, and each second gives a call back, up to the setting', () => {
	const share = new Share(() => 0.5);
	expect(share.apartMs(rate, 0)).toBe(0);
	share.refused(refusal(1000));
	expect(callsOf(share, 1000)).toBeCloseTo(14);
	expect(share.stoppedUntil).toBe(1250);
	expect(callsOf(share, 2000)).toBeGreaterThanOrEqual(15);
	expect(callsOf(share, 2000)).toBeLessThan(15.5);
	expect(share.apartMs(rate, 10_000)).toBe(0);
});

test('the other refusals of one burst take nothing more', () => {
	const share = new Share(() => 0.5);
	for (let index = 0; index < 13; index++) share.refused({ ...refusal(1000 + index), started: 990 });
	expect(callsOf(share, 1012)).toBeCloseTo(14, 0);
	expect(share.stoppedUntil).toBe(1250);
});

test('while nothing gets through, the stops grow to a minute; what gets through ends that', () => {
	const share = new Share(() => 1);
	const stops: number[] = [];
	for (let now = 0; now < 600_000; now = share.stoppedUntil) {
		share.refused({ ...refusal(now), started: now });
		stops.push(share.stoppedUntil - now);
	}
	expect(stops[0]).toBe(375);
	expect(Math.max(...stops)).toBe(22_500);
	expect(stops.length).toBeLessThan(60);
	share.accepted();
	share.refused({ ...refusal(700_000), started: 700_000 });
	expect(share.stoppedUntil).toBe(700_375);
});

test('without a setting the first refusal teaches how much DingTalk took in the last window', () => {
	const share = new Share(() => 0.5);
	const unpaced = { calls: Infinity, perMs: 1000 };
	share.refused({ ...refusal(1000), rate: unpaced, recent: 300 });
	expect(1000 / share.apartMs(unpaced, 1000)).toBeCloseTo(210);
	expect(share.apartMs(unpaced, 600_000)).toBe(0);
});
