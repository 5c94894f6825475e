import { writeJson } from '../../protocol/json';
import type { Question } from '../ask/question';

/*
 * The variables of the card template; docs/human-in-the-loop.md says how to make one, docs/send-and-wait-card.json has them
 * with example values. `note` is private: each person reads another one. All are sent as
 * texts, buttons as JSON. https://open.dingtalk.com/document/development/create-and-deliver-cards
 */
export const VARIABLES = ['title', 'content', 'status', 'note', 'hasAction', 'btns'] as const;
export type Variables = Partial<Record<(typeof VARIABLES)[number], string>>;

/** The buttons as the card's list shows them. What `params` holds comes back with the click; `state` is what earlier clicks left. */
export const buttonsOf = ({ buttons }: Question, state?: string): string =>
	writeJson(
		buttons.map(({ choice, label }, index) => ({
			text: label,
			color: index === 0 ? 'blue' : 'gray',
			status: 'normal',
			event: {
				type: 'sendCardRequest',
				params: { actionId: choice, params: { decision: choice, ...(state !== undefined && { state }) } },
			},
		})),
	);

/** A card that waits. */
export const openCard = (question: Question): Variables => ({
	title: question.subject,
	content: question.message,
	status: '',
	note: '',
	hasAction: 'true',
	btns: buttonsOf(question),
});

/** What is left when it is decided. */
export const lockedCard = (status: string): Variables => ({ status, hasAction: 'false', btns: '[]' });
