import type { Outcome, SentClick } from '../../listening/exchange';
import type { Choice, Question } from '../ask/question';
import type { Say } from '../words';
import { type Approvals, type Asked, readApprovals, written } from './approvals';
import { buttonsOf } from './variables';

/** A question as a click finds it. */
export interface Waiting extends Asked {
	readonly question: Question;
	/** All of `approvers` must approve. */
	readonly all: boolean;
	readonly say: Say;
}

/** What a click means: an outcome that changes nothing for the workflow, or the end of the wait. */
export type Decision = { readonly outcome: Outcome } | { readonly approved: boolean; readonly approvals: Approvals };

const told = (text: string): Decision => ({ outcome: { decided: false, privateData: { note: text } } });

/** The button that was pressed: by its parameters, else by its ID, to which a list in a card may add its number. */
function choiceIn({ params, actionIds }: SentClick, { buttons }: Question): Choice | undefined {
	const named = params.decision === undefined ? actionIds.map((id) => id.replace(/\d{1,4}$/, '')) : [params.decision];
	const pressed = buttons.find(({ choice }) => named.includes(choice))?.choice;
	return pressed === 'respond' ? undefined : pressed;
}

/** Decides what a click does. `approvers` empty: everybody who sees the card may answer. `now` in epoch ms. */
export function decide(click: SentClick, waiting: Waiting, now: number): Decision {
	const { question, approvers, all, say } = waiting;
	if (click.userId === '' || (approvers.length > 0 && !approvers.includes(click.userId))) return told(say('stranger'));
	const choice = choiceIn(click, question);
	if (choice === undefined) return told(say('notOffered'));
	const before = all ? readApprovals([click.params.state, click.state], waiting) : new Map<string, number>();
	if (before.has(click.userId) && choice === 'approve') return told(say('twice'));
	if (choice === 'decline') return { approved: false, approvals: before };
	const approvals = new Map(before).set(click.userId, now);
	if (!all || approvers.every((userId) => approvals.has(userId))) return { approved: true, approvals };
	const state = written(approvals, waiting);
	const status = `${say('someApproved')}${approvals.size}/${approvers.length}`;
	return { outcome: { decided: false, cardData: { status, btns: buttonsOf(question, state) }, state } };
}
