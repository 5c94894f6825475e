import type { IWebhookFunctions } from 'n8n-workflow';

import type { Note } from '../ask/note';
import type { Say } from '../words';

/**
 * n8n goes on by itself at the limit, and what it needs to take up an answer must be over by then: so many ms before the
 * limit an answer is too late. What comes later than that never meets n8n's own waking.
 */
const CLOSES_BEFORE = 2_000;

/** Until n8n has taken up an answer it lets another one through: for so many ms the first one is remembered here. */
const TAKEN_UP_WITHIN = 10_000;

const taken = new Map<string, number>();

/** Why an answer to this question does not count any more, in the reader's words; undefined while it does. */
export function whyClosed({ round, till }: Note, answered: number, now: number, say: Say): string | undefined {
	if (answered !== round) return say('over');
	return now > till - CLOSES_BEFORE ? say('tooLate') : undefined;
}

/** The question is answered from now on, by whoever comes first: false for everybody else of the same moment. */
export function takeQuestion(context: IWebhookFunctions, { round }: Note, now: number): boolean {
	for (const [old, since] of taken) if (now - since > TAKEN_UP_WITHIN) taken.delete(old);
	const question = `${context.getSignedResumeUrl()} ${round}`;
	if (taken.has(question)) return false;
	taken.set(question, now);
	return true;
}
