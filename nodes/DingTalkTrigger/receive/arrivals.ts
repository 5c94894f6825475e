import { clock } from '../../listening/clock';
import type { ReplayMemory } from '../../protocol/callback/replay';
import { type Incoming, likenessesOf, mayHaveComeAs } from '../item/incoming';
import type { Ledger } from '../once/ledger';
import { memoryKey } from '../once/memory';
import type { Ticket } from './inbox';

const DONE: Ticket = { started: Promise.resolve(), ended: Promise.resolve({ failed: false }) };

/** Events that have come over Stream, by what the failed-events list knows them by: DingTalk also lists those that it gave up while they waited here. */
export class Arrivals {
	private readonly underWay = new Map<string, Ticket>();

	/** @param repeatFailed a failed one may run again */
	constructor(
		private readonly ledger: Ledger,
		private readonly memory: ReplayMemory,
		private readonly repeatFailed: boolean,
	) {}

	/** One has come. At its end it is done, unless it was handed back or may run again. */
	note(incoming: Incoming, ticket: Ticket): void {
		const names = likenessesOf(incoming);
		for (const name of names) this.underWay.set(name, ticket);
		const over = (ended: boolean) => {
			for (const name of names) {
				if (this.underWay.get(name) === ticket) this.underWay.delete(name);
				if (ended) this.memory.take(memoryKey(name), clock.now());
			}
		};
		void ticket.ended.then(
			({ failed, handedBack }) => over(handedBack !== true && !(failed && this.repeatFailed)),
			() => over(false),
		);
	}

	/** Whether what the list has is done. */
	isDone(entry: Incoming): boolean {
		const now = clock.now();
		return mayHaveComeAs(entry).some((name) => this.ledger.hasEnded(name) || this.memory.has(memoryKey(name), now));
	}

	/** The ticket of what the list has, where it has come. One that still waits or runs is kept from the list, but not run a second time. */
	ticketOf(entry: Incoming): Ticket | undefined {
		if (this.isDone(entry)) return DONE;
		const [ticket] = mayHaveComeAs(entry).flatMap((name) => this.underWay.get(name) ?? []);
		return ticket;
	}
}
