import { DingTalkError } from './errors';

/** How a failed call may be tried again. */
export interface RetryPolicy {
	/** Whether a second identical call does no harm (reads, or DingTalk was given an idempotency key). */
	safe: boolean;
	/** Throws when the execution was cancelled, which ends the retries. */
	sleep: (ms: number) => Promise<void>;
	/** 0 … 1. */
	random: () => number;
}

/** Waits: 1, 2, 4 s as DingTalk advises, each with up to half of itself in jitter. https://open.dingtalk.com/document/development/how-to-process-api-throttling-on-the-dingtalk-server */
const FIRST_WAIT_MS = 1000;
/** At most three retries when DingTalk is busy. https://open.dingtalk.com/document/development/server-api-error-codes-1 */
const RETRIES = 3;

/** Whether an error of this kind may be retried. A throttled call is the pace's business: it has waited there already. */
function isRetried({ kind, facts }: DingTalkError, safe: boolean): boolean {
	return kind === 'unreachable' || ((safe || facts.unsent === true) && (kind === 'busy' || kind === 'broken'));
}

/** Milliseconds before retry number `attempt` (0-based). `askedMs`: how long DingTalk wants to be left alone at least. */
export const waitBefore = (attempt: number, random: number, askedMs = 0): number =>
	Math.max(askedMs, FIRST_WAIT_MS * 2 ** attempt) * (1 + random / 2);

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
		if (!(error instanceof DingTalkError) || attempt >= RETRIES || !isRetried(error, policy.safe)) throw error;
		await policy.sleep(waitBefore(attempt, policy.random(), error.facts.waitMs));
	}
}
