import { createHash } from 'crypto';

import type { Clock } from '../protocol/stream/ports';
import type { Delivery } from '../protocol/stream/connection';
import { answerFor, callbackAnswer, failureAnswer } from '../protocol/stream/frames';
import type { App, Subscription } from '../protocol/stream/gateway';
import { type Session, type SessionPorts, startSession } from '../protocol/stream/session';
import { isKnownTopic } from '../protocol/stream/topics';
import { Clicks, clickIn } from './clicks';
import { Latecomers } from './latecomers';
import type { Leave, Listener } from './listener';
import { within } from './timeout';

interface Shared {
	readonly session: Session;
	readonly listeners: Set<Listener>;
	readonly latecomers: Latecomers;
	readonly clicks: Clicks;
	/** Answers that are owed, and who is at work on them. */
	readonly owed: Map<Promise<void>, readonly Listener[]>;
	readonly clock: Clock;
	subscribed: string;
	/** How many that go still wait for their answers. */
	leaving: number;
}

const keyOf = ({ host, clientId, clientSecret }: App): string =>
	createHash('sha256')
		.update(JSON.stringify([host, clientId, clientSecret]))
		.digest('hex');

/** How long a listener that goes is waited for, so that what it has taken is acknowledged and not delivered again. */
const GRACE = 10_000;

/**
 * How long a new listener is kept waiting for a connection with its topics. Before that stands, robot messages and clicks go past
 * it and do not come again. Where the gateway is slow or away, the connection follows later. ms.
 */
const SUBSCRIBING = 10_000;

/** Every topic that any listener needs, once. */
const unionOf = (listeners: Iterable<Pick<Listener, 'topics'>>): Subscription[] => {
	const byTopic = new Map(
		[...listeners].flatMap(({ topics }) => topics.map((one) => [`${one.type} ${one.topic}`, one] as const)),
	);
	return [...byTopic].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, one]) => one);
};

/**
 * One Stream connection per app in this process, whatever the number of listeners: DingTalk shares an
 * app's events out over its connections, so that two connections would each miss what the other got.
 */
export class Hub {
	private readonly apps = new Map<string, Shared>();

	/** The number of connections kept. */
	get size(): number {
		return this.apps.size;
	}

	/** Whether somebody in this process takes clicks on the app's cards to the executions that wait for them. */
	answers(app: App): boolean {
		const { listeners = [] } = this.apps.get(keyOf(app)) ?? {};
		return [...listeners].some(({ isTest, answering }) => answering !== undefined && !isTest);
	}

	/**
	 * Adds a listener to the app's connection, opening it for the first one. Throws a GatewayError when
	 * the gateway refuses the app; a gateway that is away is tried again until it is back. Resolves when what it listens to arrives.
	 */
	async join(app: App, listener: Listener, ports: SessionPorts): Promise<Leave> {
		const key = keyOf(app);
		const known = this.apps.get(key);
		if (known && !listener.isTest) known.latecomers.arrived(listener);
		const shared = known ?? this.open(key, app, listener, ports);
		shared.listeners.add(listener);
		const subscribed = this.resubscribe(shared);
		const leave = async () => await this.leave(key, shared, listener);
		await shared.session.started.catch(async (error: unknown) => {
			await leave();
			throw error;
		});
		await within(shared.clock, SUBSCRIBING, subscribed);
		return leave;
	}

	private open(key: string, app: App, first: Listener, ports: SessionPorts): Shared {
		const { clock } = ports;
		const [listeners, latecomers, clicks, owed] = [
			new Set([first]),
			new Latecomers(clock),
			new Clicks(clock),
			new Map<Promise<void>, readonly Listener[]>(),
		];
		const subscriptions = () => unionOf(listeners);
		const session = startSession(ports, app, subscriptions, {
			delivery: (delivery) => {
				const takers = [...listeners];
				const answered = answer(delivery, takers, { latecomers, clicks }).finally(() => owed.delete(answered));
				owed.set(answered, takers);
			},
			unread: (messageId, length) => {
				const [first] = listeners;
				// Quoted, and not longer than DingTalk's: it goes into the log.
				const id = JSON.stringify(messageId.slice(0, 100));
				first?.failed(new Error(`message ${id} of ${length} bytes could not be read and was refused`));
			},
			state: (state) => {
				// Their log is the same one: one line is enough.
				const [first] = listeners;
				first?.state(state);
			},
		});
		const subscribed = JSON.stringify(subscriptions());
		const shared: Shared = { session, listeners, latecomers, clicks, owed, clock, subscribed, leaving: 0 };
		this.apps.set(key, shared);
		return shared;
	}

	private async resubscribe(shared: Shared): Promise<void> {
		const subscribed = JSON.stringify(unionOf(shared.listeners));
		if (subscribed === shared.subscribed) return;
		shared.subscribed = subscribed;
		await shared.session.resubscribe();
	}

	private async leave(key: string, shared: Shared, listener: Listener): Promise<void> {
		if (!shared.listeners.delete(listener)) return;
		if (!listener.isTest) shared.latecomers.left(listener);
		if (shared.listeners.size > 0) void this.resubscribe(shared);
		listener.stop();
		const own = [...shared.owed]
			.filter(([, takers]) => !listener.isTest && takers.includes(listener))
			.map(([answered]) => answered);
		// The connection stays for the answers that are still owed; another listener may join it meanwhile.
		shared.leaving++;
		await within(shared.clock, GRACE, Promise.all(own));
		shared.leaving--;
		if (shared.listeners.size + shared.leaving > 0) return;
		if (this.apps.get(key) === shared) this.apps.delete(key);
		await shared.session.close();
	}
}

type Remembered = Pick<Shared, 'latecomers' | 'clicks'>;

/** Hands a delivery to all who want it and answers when each has said that it may be. Never rejects. */
async function answer(delivery: Delivery, listeners: readonly Listener[], app: Remembered): Promise<void> {
	await handOut(delivery, listeners, app).catch((error: unknown) => {
		// Only a fault of ours comes here: DingTalk keeps the event, and somebody hears of it.
		delivery.ack(answerFor(delivery.frame, false));
		listeners[0]?.failed(error);
	});
}

async function handOut(
	{ frame, ack }: Delivery,
	listeners: readonly Listener[],
	{ latecomers, clicks }: Remembered,
): Promise<void> {
	if (!isKnownTopic(frame)) return void ack(failureAnswer(404, 'no handler'));
	const click = clickIn(frame);
	if (click) {
		// It belongs to an execution that waits; its ticket is not for anybody's items.
		const answering = listeners.find(({ isTest, answering: able }) => able && !isTest)?.answering;
		return void ack(callbackAnswer(answering ? await clicks.answer(click, answering) : {}));
	}
	const takers = listeners.filter((listener) => listener.wants(frame));
	for (const listener of takers)
		if (listener.isTest) void listener.take(frame).catch((error: unknown) => listener.failed(error));

	const active = takers.filter(({ isTest }) => !isTest);
	// Only events come again; a robot message or a card click that is put off is lost.
	const missed = frame.type === 'EVENT' && latecomers.mayWant(frame, takers.length > 0);
	const replies = await Promise.all(active.map(async (listener) => await listener.take(frame)));
	const taken = !missed && replies.every((reply) => reply.taken);
	const { response } = replies.find((reply) => reply.response !== undefined) ?? {};
	ack(frame.type === 'CALLBACK' && response !== undefined ? callbackAnswer(response) : answerFor(frame, taken));
}

/** The process's hub. */
export const hub = new Hub();
