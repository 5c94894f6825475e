import { createHash } from 'crypto';

import type { Clock } from '../protocol/stream/ports';
import type { Delivery } from '../protocol/stream/connection';
import { answerFor, callbackAnswer, failureAnswer } from '../protocol/stream/frames';
import type { App, Subscription } from '../protocol/stream/gateway';
import { type Session, type SessionPorts, type SessionState, startSession } from '../protocol/stream/session';
import { Absent } from './absent';
import type { Incoming } from './incoming';
import { fromFrame } from './item';
import { within } from './within';

/** How a trigger has dealt with an event. `taken: false`: it is to be delivered again. */
export interface Outcome {
	readonly taken: boolean;
	/** What a call that expects a result is answered with. */
	readonly response?: unknown;
}

/** One trigger that uses a connection. */
export interface Member {
	readonly subscriptions: readonly Subscription[];
	/** The editor's test run: it gets a copy and has no say in the answer. */
	readonly isTest: boolean;
	wants(incoming: Incoming): boolean;
	/** Resolves when the event may be answered. */
	take(incoming: Incoming): Promise<Outcome>;
	/** The connection has come or gone. Told to one of an app's triggers. */
	state(state: SessionState): void;
	/** Starts nothing more; what it has not started is not taken. */
	stop(): void;
}

/** Resolves when the member has left; the last one to leave closes the connection. */
export type Leave = () => Promise<void>;

interface Shared {
	readonly session: Session;
	readonly members: Set<Member>;
	readonly absent: Absent;
	/** Answers that are owed, and who is at work on them. */
	readonly owed: Map<Promise<void>, readonly Member[]>;
	readonly clock: Clock;
	subscribed: string;
}

const keyOf = ({ host, clientId, clientSecret }: App): string =>
	createHash('sha256')
		.update(JSON.stringify([host, clientId, clientSecret]))
		.digest('hex');

/** How long a trigger that goes waits for its executions, so that they are acknowledged and not run again. */
const GRACE = 10_000;

/** Every subscription that any member needs, once. */
export const unionOf = (members: Iterable<Pick<Member, 'subscriptions'>>): Subscription[] => {
	const byTopic = new Map(
		[...members].flatMap(({ subscriptions }) => subscriptions.map((one) => [`${one.type} ${one.topic}`, one] as const)),
	);
	return [...byTopic].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, one]) => one);
};

/**
 * One Stream connection per app in this process, whatever the number of triggers: DingTalk shares an
 * app's events out over its connections, so that two connections would each miss what the other got.
 */
export class Hub {
	private readonly apps = new Map<string, Shared>();

	/** The number of connections kept. */
	get size(): number {
		return this.apps.size;
	}

	/**
	 * Adds a trigger to the app's connection, opening it for the first one. Throws a GatewayError when
	 * the gateway refuses the app; a gateway that is away is tried again until it is back.
	 */
	async join(app: App, member: Member, ports: SessionPorts): Promise<Leave> {
		const key = keyOf(app);
		const known = this.apps.get(key);
		if (known && !member.isTest) known.absent.arrived(member);
		const shared = known ?? this.open(key, app, member, ports);
		shared.members.add(member);
		this.resubscribe(shared);
		const leave = async () => await this.leave(key, shared, member);
		await shared.session.started.catch(async (error: unknown) => {
			await leave();
			throw error;
		});
		return leave;
	}

	private open(key: string, app: App, first: Member, ports: SessionPorts): Shared {
		const { clock } = ports;
		const [members, absent, owed] = [new Set([first]), new Absent(clock), new Map<Promise<void>, readonly Member[]>()];
		const subscriptions = () => unionOf(members);
		const session = startSession(ports, app, subscriptions, {
			delivery: (delivery) => {
				const takers = [...members];
				const answered = answer(delivery, takers, absent, clock.now()).finally(() => owed.delete(answered));
				owed.set(answered, takers);
			},
			state: (state) => {
				// Their log is the same one: one line is enough.
				const [first] = members;
				first?.state(state);
			},
		});
		const shared: Shared = { session, members, absent, owed, clock, subscribed: JSON.stringify(subscriptions()) };
		this.apps.set(key, shared);
		return shared;
	}

	private resubscribe(shared: Shared): void {
		const subscribed = JSON.stringify(unionOf(shared.members));
		if (subscribed === shared.subscribed) return;
		shared.subscribed = subscribed;
		shared.session.resubscribe();
	}

	private async leave(key: string, shared: Shared, member: Member): Promise<void> {
		if (!shared.members.delete(member)) return;
		if (!member.isTest) shared.absent.left(member);
		if (shared.members.size > 0) this.resubscribe(shared);
		member.stop();
		const own = [...shared.owed]
			.filter(([, takers]) => !member.isTest && takers.includes(member))
			.map(([answered]) => answered);
		// The connection stays for the answers that are still owed; another trigger may join it meanwhile.
		await within(shared.clock, GRACE, Promise.all(own));
		if (shared.members.size > 0) return;
		if (this.apps.get(key) === shared) this.apps.delete(key);
		await shared.session.close();
	}
}

/** Hands a delivery to all who want it and answers when each has said that it may be. */
async function answer(
	{ frame, ack }: Delivery,
	members: readonly Member[],
	absent: Absent,
	now: number,
): Promise<void> {
	const incoming = fromFrame(frame, now);
	if (!incoming) return void ack(failureAnswer(404, 'no handler'));
	const takers = members.filter((member) => member.wants(incoming));
	for (const member of takers) if (member.isTest) void member.take(incoming);

	const active = takers.filter(({ isTest }) => !isTest);
	// Only events come again; a robot message or a card click that is put off is lost.
	const missed = frame.type === 'EVENT' && absent.mayWant(incoming, takers.length > 0);
	const outcomes = await Promise.all(active.map(async (member) => await member.take(incoming)));
	const taken = !missed && outcomes.every((outcome) => outcome.taken);
	const { response } = outcomes.find((outcome) => outcome.response !== undefined) ?? {};
	ack(frame.type === 'CALLBACK' && response !== undefined ? callbackAnswer(response) : answerFor(frame, taken));
}

/** The process's hub. */
export const hub = new Hub();
