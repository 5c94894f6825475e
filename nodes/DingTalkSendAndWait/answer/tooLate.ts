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

/** A button that is tapped twice sends the same answer again within so many ms; later it is a new try of one that failed. */
const TAPPED_TWICE = 2_000;

const taken = new Map<string, { since: number; answer: string }>();

/** Why an answer to this question does not count any more, in the reader's words; undefined while it does. */
export function whyClosed(note: Note | undefined, answered: number, now: number, say: Say): string | undefined {
	if (answered !== note?.round) return say('over');
	return now > note.till - CLOSES_BEFORE ? say('tooLate') : undefined;
}

/**
 * The question is answered from now on, by whoever comes first. `same`: the first one's answer once more, as a button that was
 * tapped twice sends it; `other`: somebody else's of the same moment.
 */
export function takeQuestion(
	context: IWebhookFunctions,
	round: number,
	now: number,
	answer: object,
): 'first' | 'same' | 'other' {
	for (const [old, { since }] of taken) if (now - since > TAKEN_UP_WITHIN) taken.delete(old);
	const question = `${context.getSignedResumeUrl()} ${round}`;
	const written = JSON.stringify(answer);
	const before = taken.get(question);
	if (before && before.answer !== written) return 'other';
	if (before && now - before.since <= TAPPED_TWICE) return 'same';
	taken.set(question, { since: now, answer: written });
	return 'first';
}
