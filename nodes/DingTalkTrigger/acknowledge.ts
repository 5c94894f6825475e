import { CARD_DEFAULT_AFTER } from '../protocol/callback/card';
import type { Clock } from '../protocol/stream/ports';
import type { Outcome } from './hub';
import type { Ticket } from './inbox';
import type { Incoming } from './incoming';
import type { Acknowledge } from './settings';
import { within } from './within';

/** DingTalk delivers again after 60 s without an answer; this leaves a margin. */
const EVENT_DEADLINE = 45_000;

/** Waits until an event may be answered, and says how. */
export async function acknowledgement(policy: Acknowledge, { kind }: Incoming, ticket: Ticket, clock: Clock): Promise<Outcome> {
	if (kind === 'card') {
		const ended = await within(clock, CARD_DEFAULT_AFTER, ticket.ended);
		return { taken: true, response: ended?.response };
	}
	if (policy === 'received') return { taken: true };
	// One that still waits for its turn is not yet in n8n's hands: DingTalk keeps it until it is, also when it never gets there.
	const ended = (await within(clock, EVENT_DEADLINE, ticket.ended)) ?? (await Promise.race([ticket.ended, ticket.started]));
	return { taken: !(ended && (ended.handedBack || (policy === 'succeeded' && ended.failed))) };
}
