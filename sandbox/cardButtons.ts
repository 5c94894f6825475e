import type { Card } from './received';

/** A button that a card's template shows from its variable `btns`, as long as `hasAction` is not false. */
export interface CardButton {
	text: string;
	actionId: string;
	params: Record<string, unknown>;
}

interface Stored {
	text?: string;
	event?: { type?: string; params?: { actionId?: string; params?: Record<string, unknown> } };
}

/** The buttons that a person sees on a card. */
export function buttonsOn({ publicData }: Pick<Card, 'publicData'>): CardButton[] {
	if (publicData.hasAction === 'false' || !publicData.btns?.startsWith('[')) return [];
	const stored = JSON.parse(publicData.btns) as Stored[];
	return stored
		.filter(({ event }) => event?.type === 'sendCardRequest')
		.map(({ text = '', event }) => ({
			text,
			actionId: event?.params?.actionId ?? '',
			params: event?.params?.params ?? {},
		}));
}

/** @throws Error when the card shows no such button */
export function buttonOn(card: Pick<Card, 'publicData'>, text: string): CardButton {
	const found = buttonsOn(card).find((one) => one.text === text);
	if (!found) throw new Error(`The card has no button ${text}`);
	return found;
}
