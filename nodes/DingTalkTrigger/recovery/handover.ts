import type { IDataObject } from 'n8n-workflow';

import type { PushedEvent } from '../../protocol/callback/pushedEvent';
import { type Filters, passes } from '../filters';
import { fromFailedEvent } from '../item/event';
import type { Incoming } from '../item/incoming';
import type { Ticket } from '../receive/inbox';

/** What a trigger does with events that come back. */
export interface Recovering {
	readonly filters: Filters;
	/** The node's static data, where events are kept until n8n has them. */
	readonly data: IDataObject;
	/** Whether this event has come by the ordinary way, by its likeness, and is in safe hands. */
	hasCome(incoming: Incoming): boolean;
	take(incoming: Incoming): Ticket;
}

/** Events of a page. https://open.dingtalk.com/document/development/obtain-the-event-list-of-failed-push-messages */
const MOST_KEPT = 200;

/**
 * Hands events over and keeps each until its execution has ended. n8n saves the static data when an
 * execution begins: so the last one begins when all others have ended, which saves that they have.
 */
export class Handover {
	private readonly running = new Set<string>();
	private held?: Incoming;

	constructor(private readonly ports: Recovering) {}

	/** Events that were kept when n8n went down. */
	resume(): void {
		const kept = this.kept;
		// A single event may have ended without that being saved: it counts as done where n8n refuses its key. Of several, those that had begun were interrupted.
		this.hand(kept.map((event) => ({ ...fromFailedEvent(event), resumed: kept.length === 1 })));
	}

	/** Whether more than a page of the list still waits. */
	get busy(): boolean {
		return this.kept.length > MOST_KEPT;
	}

	/** Hands over once more what n8n did not begin. */
	retry(): void {
		const left = this.kept.map(fromFailedEvent);
		this.hand(left.filter(({ key }) => !this.running.has(key) && key !== this.held?.key));
	}

	keep(events: readonly PushedEvent[]): void {
		const known = new Set(this.kept.map(({ eventId }) => eventId));
		const fresh = [...new Map(events.map((event) => [event.eventId, event])).values()]
			.filter(({ eventId }) => !known.has(eventId))
			.filter(
				(event) => passes(this.ports.filters, fromFailedEvent(event)) && !this.ports.hasCome(fromFailedEvent(event)),
			);
		this.kept = [...this.kept, ...fresh];
		this.hand(fresh.map(fromFailedEvent));
	}

	private hand(all: Incoming[]): void {
		const last = all.at(-1);
		if (!last) return;
		if (this.held) this.take(this.held);
		this.held = last;
		for (const incoming of all.slice(0, -1)) this.take(incoming);
		this.handLast();
	}

	private handLast(): void {
		if (!this.held || this.running.size > 0) return;
		this.take(this.held);
		this.held = undefined;
	}

	private take(incoming: Incoming): void {
		this.running.add(incoming.key);
		const { ended } = this.ports.take(incoming);
		const over = (handedBack: boolean) => {
			this.running.delete(incoming.key);
			if (!handedBack) this.kept = this.kept.filter(({ eventId }) => eventId !== incoming.item.eventId);
			this.handLast();
		};
		// An event that n8n would not begin is kept.
		void ended.then(
			({ handedBack }) => over(handedBack === true),
			() => over(true),
		);
	}

	private get kept(): PushedEvent[] {
		return Array.isArray(this.ports.data.recovering) ? (this.ports.data.recovering as unknown as PushedEvent[]) : [];
	}

	private set kept(events: PushedEvent[]) {
		if (events.length > 0 || this.kept.length > 0) this.ports.data.recovering = JSON.parse(JSON.stringify(events));
	}
}
