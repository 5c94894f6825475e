import { setTimeout as sleep } from 'node:timers/promises';
import type { SandboxOptions } from '../../sandbox';

/** How long the tests wait for what takes a second on a quiet machine: a busy one is slow, not wrong. */
export const PATIENCE_MS = 120_000;

/**
 * A DingTalk that waits as long for the answer to a push, for tests of something else than its 1.5 s: with both cores busy, n8n
 * may miss all three pushes of an event, which then is on the failed-events list.
 */
export const PATIENT: SandboxOptions = { callback: { deadline: PATIENCE_MS } };

/** Asks again and again, without pressing, until there is an answer. */
export async function eventually<T>(
	what: string,
	ask: () => Promise<T | undefined>,
	timeoutMs = PATIENCE_MS,
): Promise<T> {
	const end = Date.now() + timeoutMs;
	for (let pause = 50; ; pause = Math.min(pause * 1.5, 500)) {
		const answer = await ask();
		if (answer !== undefined) return answer;
		if (Date.now() > end) throw new Error(`Waited ${timeoutMs / 1000} s for ${what}`);
		await sleep(pause);
	}
}
