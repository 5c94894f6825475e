import type { Connection } from './connection';
import { ackData } from './frames';
import type { Ack, Frame } from './frames';

export interface DeliverySettings {
	/** Milliseconds for an ack before a frame is pushed again; DingTalk: 60 s. */
	ackWithin: number;
	/** Milliseconds until each further try of a refused or undeliverable event; one number: forever so. DingTalk: 10 s, then 30 s. */
	retryAfter: number[] | number;
}

export interface Delivery {
	messageId: string;
	type: 'EVENT' | 'CALLBACK';
	topic: string;
	frame: Frame;
	attempts: number;
	/** Not to be pushed again. */
	once?: boolean;
	connectionId?: string;
	/** The event was given up (absent: it is then lost, as a robot message is). */
	onGivenUp?: () => void;
	/** The client's answer; undefined when none will come. */
	onAnswer?: (answer: Record<string, unknown> | undefined) => void;
	timer?: NodeJS.Timeout;
}

/** Bookkeeping of what was sent and not yet acknowledged, and its redelivery. */
export class Deliveries {
	readonly unacked = new Map<string, Delivery>();
	readonly acked: string[] = [];
	readonly lost: string[] = [];
	readonly problems: string[] = [];
	/** Every time a frame went out, by message id. */
	readonly attempts = new Map<string, number>();

	private readonly known = new Set<string>();

	constructor(
		private readonly pick: (type: string, topic: string) => Connection | undefined,
		private readonly settings: DeliverySettings,
	) {}

	push(delivery: Delivery): void {
		this.unacked.set(delivery.messageId, delivery);
		this.known.add(delivery.messageId);
		this.attempt(delivery);
	}

	/** What a client answered to an EVENT or CALLBACK frame. */
	answer(connection: Connection, messageId: string, ack: Ack): void {
		const delivery = this.unacked.get(messageId);
		if (!delivery) {
			if (!this.known.has(messageId)) this.problems.push(`ack of an unknown message ${messageId}`);
			return;
		}
		connection.acked += 1;
		const data = ackData(ack);
		if (!data) this.problems.push(`ack of ${messageId}: data is not a JSON text`);
		if (delivery.type === 'EVENT') return this.event(delivery, ack.code === 200 && data?.status !== 'LATER');
		if (data && !('response' in data)) this.problems.push(`ack of ${messageId}: a callback's data has a response`);
		this.settle(delivery);
		delivery.onAnswer?.(ack.code === 200 ? ((data?.response ?? {}) as Record<string, unknown>) : undefined);
	}

	/** A robot message or card callback on a connection that closed is not sent again. */
	dropped(connection: Connection): void {
		for (const delivery of this.unacked.values()) {
			if (delivery.type === 'CALLBACK' && delivery.connectionId === connection.id) this.lose(delivery);
		}
	}

	close(): void {
		for (const { timer } of this.unacked.values()) clearTimeout(timer);
		this.unacked.clear();
	}

	private event(delivery: Delivery, consumed: boolean): void {
		if (consumed) this.settle(delivery);
		else this.later(delivery, this.wait(delivery));
	}

	private settle(delivery: Delivery): void {
		clearTimeout(delivery.timer);
		this.unacked.delete(delivery.messageId);
		this.acked.push(delivery.messageId);
	}

	private lose(delivery: Delivery): void {
		clearTimeout(delivery.timer);
		this.unacked.delete(delivery.messageId);
		this.lost.push(delivery.messageId);
		delivery.onAnswer?.(undefined);
	}

	private wait({ attempts, once }: Delivery): number | undefined {
		const { retryAfter } = this.settings;
		if (once) return undefined;
		return typeof retryAfter === 'number' ? retryAfter : retryAfter[attempts - 1];
	}

	private attempt(delivery: Delivery): void {
		const connection = this.pick(delivery.type, delivery.topic);
		delivery.attempts += 1;
		delivery.connectionId = connection?.id;
		if (!connection) {
			if (delivery.type === 'CALLBACK') this.lose(delivery);
			else this.later(delivery, this.wait(delivery));
			return;
		}
		this.attempts.set(delivery.messageId, (this.attempts.get(delivery.messageId) ?? 0) + 1);
		connection.send({ ...delivery.frame, headers: { ...delivery.frame.headers, connectionId: connection.id } });
		const again = this.wait(delivery) === undefined ? undefined : this.settings.ackWithin;
		// The last try gets its time too, then the event is given up.
		this.later(delivery, again, this.settings.ackWithin);
	}

	/** Tries again after `wait`; where there is no further try, gives up after `grace`. */
	private later(delivery: Delivery, wait: number | undefined, grace = 0): void {
		clearTimeout(delivery.timer);
		const act = () => (wait === undefined ? this.giveUp(delivery) : this.attempt(delivery));
		delivery.timer = setTimeout(act, wait ?? grace).unref();
	}

	private giveUp(delivery: Delivery): void {
		if (!delivery.onGivenUp) return this.lose(delivery);
		this.unacked.delete(delivery.messageId);
		delivery.onGivenUp();
	}
}
