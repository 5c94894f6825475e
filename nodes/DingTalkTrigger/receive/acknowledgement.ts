import type { Reply } from '../../listening/listener';
import { within } from '../../listening/timeout';
import { CARD_DEFAULT_AFTER } from '../../protocol/callback/card';
import type { Clock } from '../../protocol/stream/ports';
import { CARD_DATA_REQUEST, type Incoming } from '../item/incoming';
import type { Acknowledge } from '../settings';
import type { Ticket } from './inbox';

/** DingTalk delivers again after 60 s without an answer; this leaves a margin. */
const EVENT_DEADLINE = 45_000;

/** An execution that begins late has at least so long, which with the wait before is still within those 60 s. */
const AT_LEAST = 10_000;

/** Waits until an event may be answered, and says how. */
export async function acknowledgement(
	policy: Acknowledge,
	{ kind, item }: Incoming,
	ticket: Ticket,
	clock: Clock,
): Promise<Reply> {
	if (kind === 'card') {
		const ended = await within(clock, CARD_DEFAULT_AFTER, ticket.ended);
		return { taken: true, response: ended?.response };
	}
	if (kind === 'call') {
		const ended = await within(
			clock,
			item.eventType === CARD_DATA_REQUEST ? CARD_DEFAULT_AFTER : EVENT_DEADLINE,
			ticket.ended,
		);
		return { taken: ended?.response !== undefined, response: ended?.response };
	}
	if (policy === 'received') return { taken: true };
	const deadline = clock.now() + EVENT_DEADLINE;
	// One that still waits for its turn is not yet in n8n's hands: DingTalk keeps it until it is, also when it never gets there.
	await Promise.race([ticket.started, ticket.ended]);
	const left = deadline - clock.now();
	// What a crash interrupts is delivered again only while it is unacknowledged. One that waited past the deadline has been delivered again anyway.
	// The wall clock may have been set back meanwhile.
	const patience = left > 0 ? Math.min(Math.max(left, AT_LEAST), EVENT_DEADLINE) : EVENT_DEADLINE;
	const ended = await within(clock, patience, ticket.ended);
	return { taken: !(ended && (ended.handedBack || (policy === 'succeeded' && ended.failed))) };
}
