import { createBackoff } from './backoff';
import { type ConnectionEvents, type Delivery, connect } from './connection';
import { type App, GatewayError, type Subscription, openGateway } from './gateway';
import { type Line, STEADY, isDone, newLine } from './line';
import { createOutbox } from './outbox';
import { LONGEST_SILENCE_MS } from './pings';
import type { Clock, Dial, Post } from './ports';

export interface SessionPorts {
	readonly clock: Clock;
	readonly dial: Dial;
	readonly post: Post;
	/** In [0, 1). */
	random(): number;
}

/** `away`: no connection, and it keeps trying. `refused`: the same, and the gateway said why. */
export type SessionState = { readonly name: 'online' } | { readonly name: 'away' | 'refused'; readonly cause: Error };

/** What a session tells its owner. None of these may throw. */
export interface SessionEvents extends Pick<ConnectionEvents, 'unread'> {
	delivery(delivery: Delivery): void;
	/** Told when the state has changed, not for every attempt. */
	state(state: SessionState): void;
}

export interface Session {
	/**
	 * Settles with the first attempt. A gateway that is away resolves it: the session keeps trying.
	 * Rejects with a GatewayError when the gateway refuses the app: the session is then closed.
	 */
	readonly started: Promise<void>;
	/**
	 * The subscriptions have changed: a new connection takes the place of the old one. Resolves when it stands, when an attempt has
	 * failed, and at once where there is no connection to be replaced and none is being opened.
	 */
	resubscribe(): Promise<void>;
	/** Closes everything; resolves when no socket, attempt or timer is left. */
	close(): Promise<void>;
}

const TICK = 5_000;
/** A tick that comes this much late by the wall clock means that the machine slept. */
const JUMP = 30_000;
/** Even the first attempts after good news keep this distance. */
const LEAST_DISTANCE = 1_000;
/** For the gateway's answer and the opening of the socket together. */
const ATTEMPT_TIMEOUT = 20_000;
const CLOSE_GRACE = 3_000;

/**
 * Keeps one live Stream connection of an app. A connection that the gateway will drop, that has
 * been silent too long or that slept with the machine is replaced before it is given up; a lost one
 * is opened again after growing pauses; there is never more than one attempt under way.
 */
export function startSession(
	ports: SessionPorts,
	app: App,
	subscriptions: () => readonly Subscription[],
	events: SessionEvents,
): Session {
	const { clock } = ports;
	const backoff = createBackoff(ports.random);
	const lines = new Set<Line>();
	const outbox = createOutbox();
	let current: Line | undefined;
	let edition = 0;
	let closed = false;
	let attempting: Promise<Error | undefined> | undefined;
	let giveUp = () => {};
	let lastAttempt = -Infinity;
	let callOffAttempt: (() => void) | undefined;
	let callOffTick = () => {};
	let lastTick = clock.now();
	let state: SessionState['name'] | undefined;
	/** The last connection was lost before it had proved alive: the next one is not news until it has. */
	let dubious = false;
	/** A line that was suspected has spoken again: the rhythm of the pings is not relied on any more. */
	let irregular = false;
	let whenEmpty: (() => void) | undefined;
	/** `waiting`: who waits for a connection with what was subscribed to, and the edition that has it. */
	let waiting: Array<{ edition: number; go: () => void }> = [];

	/** Lets those go on whose subscription stands with this edition. */
	function subscribed(upTo: number): void {
		for (const one of waiting) if (one.edition <= upTo) one.go();
		waiting = waiting.filter((one) => one.edition > upTo);
	}

	function tell(news: SessionState): void {
		// After a refusal the gateway may be away as well: there is still no connection, which has been said.
		const same = state === news.name || (state === 'refused' && news.name === 'away');
		if (same || closed) return;
		state = news.name;
		events.state(news);
	}

	/** Sees to it that a new connection is on its way; asking twice makes one. */
	function renew(): void {
		if (attempting || callOffAttempt || closed) return;
		const since = Math.max(0, clock.now() - lastAttempt);
		const pause = Math.max(backoff.pause(), LEAST_DISTANCE - since);
		if (pause <= 0) void begin();
		else callOffAttempt = clock.after(pause, () => void begin());
	}

	function begin(): Promise<Error | undefined> {
		callOffAttempt = undefined;
		lastAttempt = clock.now();
		backoff.attempt();
		const line = newLine(edition);
		attempting = open(line).then(
			() => {
				attempting = undefined;
				adopt(line);
				return undefined;
			},
			(error: Error) => {
				attempting = undefined;
				failed(error);
				return error;
			},
		);
		return attempting;
	}

	async function open(line: Line): Promise<void> {
		const attempt = new AbortController();
		giveUp = () => attempt.abort();
		const callOff = clock.after(ATTEMPT_TIMEOUT, giveUp);
		try {
			const url = await openGateway(ports.post, app, subscriptions(), attempt.signal);
			line.connection = await connect(url, ports, eventsOf(line), attempt.signal);
		} finally {
			callOff();
		}
		lines.add(line);
	}

	function adopt(line: Line): void {
		if (closed) return line.connection?.close();
		current = line;
		outbox.flush(line.connection);
		if (line.proved || !dubious) tell({ name: 'online' });
		subscribed(line.edition);
		if (line.leaving || line.edition !== edition) renew();
	}

	function prove(line: Line): void {
		if (line.proved) return;
		line.proved = true;
		if (line === current) tell({ name: 'online' });
	}

	/** Once for each line: after what breaks every line at once, and brings nothing, the pauses go on growing. */
	function worked(line: Line): void {
		if (line.worked) return;
		line.worked = true;
		backoff.reset();
	}

	function settled(line: Line): void {
		if (line.proved && !line.leaving && line.openFor >= STEADY) worked(line);
	}

	function failed(cause: Error): void {
		const name = cause instanceof GatewayError && cause.refused ? 'refused' : 'away';
		// While an old connection still serves, nothing is lost yet; a refused start is told by `started`.
		if (!current && !(name === 'refused' && state === undefined)) tell({ name, cause });
		subscribed(edition);
		renew();
	}

	const eventsOf = (line: Line): ConnectionEvents => ({
		delivery: (delivery) => {
			if (closed) return;
			const { frame, ack } = outbox.wrap(delivery, () => current?.connection);
			const answered = (answer: Parameters<typeof ack>[0]): boolean => {
				const sent = ack(answer);
				if (sent && current) worked(current);
				return sent;
			};
			events.delivery({ frame, ack: answered });
		},
		heard: (what) => {
			line.silentFor = 0;
			irregular ||= line.suspected;
			if (what === 'farewell') {
				line.leaving = true;
				if (line === current) renew();
			} else if (what === 'greeting') {
				line.greeted = true;
			} else {
				if (what === 'ping') line.pings.came(clock.now(), line.openFor, TICK);
				prove(line);
				settled(line);
			}
		},
		unread: (messageId, length) => {
			if (!closed) events.unread(messageId, length);
		},
		closed: () => {
			lines.delete(line);
			if (lines.size === 0) whenEmpty?.();
			if (line !== current) return;
			current = undefined;
			dubious = !line.proved;
			// A loss counts as an attempt, so that the next one does not follow at once.
			if (!line.leaving) backoff.attempt();
			tell({ name: 'away', cause: new Error('The connection was lost') });
			renew();
		},
	});

	function tick(): void {
		const slept = clock.now() - lastTick > TICK + JUMP;
		lastTick = clock.now();
		for (const line of lines) {
			line.openFor += TICK;
			line.silentFor += TICK;
			if (line.greeted && line.openFor >= STEADY) prove(line);
			settled(line);
			if (line === current) {
				// The last frame may have come just before a tick.
				line.suspected = line.silentFor - TICK > (irregular ? LONGEST_SILENCE_MS : line.pings.patience);
				if (slept || line.suspected) renew();
				continue;
			}
			line.retiredFor += TICK;
			if (isDone(line)) line.connection?.close();
		}
		callOffTick = clock.after(TICK, tick);
	}

	async function resubscribe(): Promise<void> {
		edition++;
		if (current) renew();
		if (closed || (!current && !attempting)) return;
		await new Promise<void>((go) => waiting.push({ edition, go }));
	}

	async function close(): Promise<void> {
		if (closed) return;
		closed = true;
		subscribed(edition);
		giveUp();
		callOffTick();
		callOffAttempt?.();
		const emptied = new Promise<void>((resolve) => (whenEmpty = resolve));
		for (const line of lines) line.connection?.close();
		// An attempt may have come about in this very moment, and its socket is to be closed as well.
		const ended = Promise.resolve(attempting).then(() => (lines.size > 0 ? emptied : undefined));
		// A dead peer never answers the closing handshake: it is not waited for.
		let callOffGrace = () => {};
		const grace = new Promise<void>((resolve) => {
			callOffGrace = clock.after(CLOSE_GRACE, resolve);
		});
		await Promise.race([ended, grace]);
		callOffGrace();
	}

	callOffTick = clock.after(TICK, tick);
	const started = begin().then(async (error) => {
		if (!(error instanceof GatewayError && error.refused)) return;
		await close();
		throw error;
	});
	return { started, resubscribe, close };
}
