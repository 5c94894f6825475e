import { Latecomers } from '../../../nodes/listening/latecomers';
import type { Frame } from '../../../nodes/protocol/stream/frames';

const frame: Frame = { type: 'EVENT', topic: '*', messageId: 'm', headers: {}, data: {}, text: '{}' };
const listener = { wants: () => true, take: async () => await Promise.resolve({ taken: true }), failed: () => {} };
const HOUR = 3_600_000;

test.each([
	['back', -HOUR],
	['forward', HOUR],
])('a clock that is set %s puts off events no longer than the first 10 s', (_, by) => {
	let now = 1_700_000_000_000;
	const latecomers = new Latecomers({ now: () => now });
	expect(latecomers.mayWant(frame, false)).toBe(true);
	now += by;
	expect(latecomers.mayWant(frame, false)).toBe(false);
	// The moment of the opening comes once more.
	now -= by;
	expect(latecomers.mayWant(frame, false)).toBe(false);
});

test('nor those that a trigger wanted which is gone for good', () => {
	let now = 1_700_000_000_000;
	const latecomers = new Latecomers({ now: () => now });
	now += 60_000;
	latecomers.left(listener);
	expect(latecomers.mayWant(frame, false)).toBe(true);
	now -= HOUR;
	expect(latecomers.mayWant(frame, false)).toBe(false);
	now += HOUR;
	expect(latecomers.mayWant(frame, false)).toBe(false);
});

test('one that comes gets what was taken in the 10 s before, and nothing older', () => {
	let now = 1_700_000_000_000;
	const latecomers = new Latecomers({ now: () => now });
	const got: string[] = [];
	const late = {
		...listener,
		take: async ({ messageId }: Frame) => {
			got.push(messageId);
			return await Promise.resolve({ taken: true });
		},
	};
	latecomers.mayWant({ ...frame, messageId: 'early' }, true);
	now += 9_000;
	latecomers.mayWant({ ...frame, messageId: 'later' }, true);
	now += 999;
	latecomers.arrived(late);
	expect(got.splice(0)).toEqual(['early', 'later']);
	now += 1;
	latecomers.arrived(late);
	expect(got.splice(0)).toEqual(['later']);
	// Nothing else has come since.
	now += HOUR;
	latecomers.arrived(late);
	expect(got).toEqual([]);
});
