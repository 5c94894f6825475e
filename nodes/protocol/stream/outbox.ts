import type { Connection, Delivery } from './connection';
import type { Answer } from './frames';

export interface Outbox {
	/** The delivery, with an `ack` that finds another way when its own connection is gone. */
	wrap(delivery: Delivery, current: () => Connection | undefined): Delivery;
	/** Sends what could not be sent. */
	flush(connection: Connection | undefined): void;
}

const MOST_KEPT = 1_000;

/**
 * Answers whose connection was lost in the meantime go by the one that took its place, as with the
 * official Node SDK, which sends every answer by its newest socket. What DingTalk makes of them is
 * not documented; if it ignores them, it delivers again, as it would without.
 */
export function createOutbox(): Outbox {
	const kept = new Map<string, Answer>();
	return {
		wrap({ frame, ack }, current) {
			let answered = false;
			const send = (answer: Answer): boolean => {
				if (answered) return false;
				answered = true;
				if (ack(answer) || current()?.answer(frame.messageId, answer)) return true;
				if (kept.size < MOST_KEPT) kept.set(frame.messageId, answer);
				return false;
			};
			return { frame, ack: send };
		},
		flush(connection) {
			for (const [messageId, answer] of kept) {
				if (!connection?.answer(messageId, answer)) return;
				kept.delete(messageId);
			}
		},
	};
}
