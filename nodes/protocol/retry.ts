import { DingTalkError } from './errors';

/** How a failed call may be tried again. */
export interface RetryPolicy {
	/** Whether a second identical call does no harm (reads, or DingTalk was given an idempotency key). */
	safe: boolean;
	sleep: (ms: number) => Promise<void>;
	/** 0 … 1. */
	random: () => number;
	/** Asked before each wait; `true` ends the retries (a cancelled execution). */
	cancelled?: () => boolean;
}

/** Waits: 1, 2, 4 … 60 s as DingTalk advises, each with up to half of itself in jitter. https://open.dingtalk.com/document/development/how-to-process-api-throttling-on-the-dingtalk-server */
const FIRST_WAIT_MS = 1000;
const LONGEST_WAIT_MS = 60_000;
/** A blocked IP is free again after 5 minutes, 1+2+4+…+60+60… s: ten waits reach beyond it. https://open.dingtalk.com/document/development/call-frequency-limit */
const THROTTLED_RETRIES = 10;
/** At most three retries when DingTalk is busy. https://open.dingtalk.com/document/development/server-api-error-codes-1 */
const BUSY_RETRIES = 3;

/** How often an error of this kind may be retried. */
export function retriesFor(error: DingTalkError, safe: boolean): number {
	if (error.kind === 'throttled') return THROTTLED_RETRIES;
	if (error.kind === 'unreachable') return BUSY_RETRIES;
	if (error.kind === 'busy' || error.kind === 'broken') return safe ? BUSY_RETRIES : 0;
	return 0;
}

/** Milliseconds before retry number `attempt` (0-based). */
export const waitBefore = (attempt: number, random: number, askedMs = 0): number =>
	Math.max(askedMs, Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** attempt)) * (1 + random / 2);

/** Wraps a call: repeats it after growing, jittered waits while its error allows. Throws the last error. */
export async function withRetry<T>(call: () => Promise<T>, policy: RetryPolicy): Promise<T> {
	for (let attempt = 0; ; attempt++) {
		const outcome = await call().then(
			(value) => ({ value }),
			(error: unknown) => ({ error }),
		);
		if ('value' in outcome) return outcome.value;
		const { error } = outcome;
		if (error instanceof DingTalkError) error.facts.attempts = attempt + 1;
		if (!(error instanceof DingTalkError) || attempt >= retriesFor(error, policy.safe) || policy.cancelled?.())
			throw error;
		await policy.sleep(waitBefore(attempt, policy.random(), error.facts.waitMs));
	}
}
