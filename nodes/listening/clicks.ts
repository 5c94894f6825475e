import { CARD_DEFAULT_AFTER } from '../protocol/callback/card';
import { isObject, readJson } from '../protocol/json';
import type { Frame } from '../protocol/stream/frames';
import type { Clock } from '../protocol/stream/ports';
import { CARD_TOPIC } from '../protocol/stream/topics';
import { type Click, type Outcome, cardAnswer } from './exchange';
import type { Listener } from './listener';
import { within } from './timeout';
import { type Ticket, isTicket, readTicket } from './ticket';

/** One that can bring clicks to waiting executions. */
export type Answering = NonNullable<Listener['answering']>;

/** Cards that are remembered: their decisions, and what their clicks left. */
const MOST_KNOWN = 2_000;

interface Known {
	/** The click before, which the next one waits for. */
	last: Promise<Outcome>;
	/** What holds for everybody from now on. */
	decided?: Outcome;
	state?: string;
}

const contentOf = (content: unknown): Record<string, unknown> => {
	if (isObject(content)) return content;
	try {
		const value = typeof content === 'string' ? readJson(content) : undefined;
		return isObject(value) ? value : {};
	} catch {
		return {};
	}
};

/** The click that a frame reports, where its card carries a ticket, genuine or not. */
export function clickIn({ type, topic, data }: Frame): Click | undefined {
	if (type !== 'CALLBACK' || topic !== CARD_TOPIC || !isObject(data) || !isTicket(data.outTrackId)) return undefined;
	const { cardPrivateData } = contentOf(data.content);
	const { actionIds, params } = isObject(cardPrivateData) ? cardPrivateData : {};
	return {
		outTrackId: data.outTrackId,
		userId: String(data.userId ?? ''),
		actionIds: Array.isArray(actionIds) ? actionIds.map(String) : [],
		params: isObject(params) ? params : {},
	};
}

/**
 * The clicks on the cards of Send and Wait. Those on one card go one after the other, so that of two at once the second finds
 * what the first has decided.
 */
export class Clicks {
	private readonly cards = new Map<string, Known>();

	constructor(private readonly clock: Clock) {}

	/** What DingTalk's callback is answered with, in its time; what comes later is brought to the card by a call. */
	async answer(click: Click, { bring, update }: Answering): Promise<object> {
		const ticket = readTicket(click.outTrackId);
		if (!ticket) return {};
		const outcome = this.inTurn(click, ticket, bring);
		const now = await within(this.clock, CARD_DEFAULT_AFTER, outcome);
		if (now) return cardAnswer(now);
		void outcome.then(async (late) => await update(click, late));
		return {};
	}

	private async inTurn(click: Click, ticket: Ticket, bring: Answering['bring']): Promise<Outcome> {
		const { outTrackId } = click;
		const known: Known = this.cards.get(outTrackId) ?? { last: Promise.resolve({ decided: false }) };
		// The newest stand last: the oldest are forgotten.
		this.cards.delete(outTrackId);
		this.cards.set(outTrackId, known);
		for (const oldest of [...this.cards.keys()].slice(0, Math.max(0, this.cards.size - MOST_KNOWN)))
			this.cards.delete(oldest);
		known.last = known.last.then(async () => {
			if (known.decided) return known.decided;
			const outcome = await bring({ ...click, ...(known.state !== undefined && { state: known.state }) }, ticket);
			const { decided, cardData, state } = outcome;
			if (decided) known.decided = { decided, ...(cardData && { cardData }) };
			known.state = state ?? known.state;
			return outcome;
		});
		return await known.last;
	}
}
