import { createBackoff } from '../../../../nodes/protocol/stream/backoff';

const pauses = (chance: number, attempts: number) => {
	const backoff = createBackoff(() => chance);
	return Array.from({ length: attempts }, () => {
		const pause = backoff.pause();
		backoff.attempt();
		return pause / 1000;
	});
};

test('the pauses double up to a minute, stretched by chance', () => {
	expect(pauses(0, 9)).toEqual([0, 1, 2, 4, 8, 16, 32, 48, 48]);
	expect(pauses(1, 9)).toEqual([0, 1.25, 2.5, 5, 10, 20, 40, 60, 60]);
	expect(Math.max(...pauses(0.999, 2_000))).toBeLessThanOrEqual(60);
});

test('good news makes the next attempt a first one', () => {
	const backoff = createBackoff(() => 0);
	backoff.attempt();
	backoff.attempt();
	backoff.reset();
	expect(backoff.pause()).toBe(0);
});
