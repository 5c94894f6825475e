import type { Clock, Dial, Post, Socket } from '../../../../nodes/protocol/stream/ports';

/** Lets promises settle, however long their chain; simulated time stands still. */
export const settle = async () => await new Promise<void>((resolve) => setImmediate(resolve));

/** Time that passes only when told to, for the running clock and the wall clock alike. */
export function createSimulatedClock(start = 1_700_000_000_000) {
	let running = 0;
	let wall = start;
	const timers = new Set<{ at: number; run: () => void }>();
	const clock: Clock = {
		now: () => wall,
		after(delay, run) {
			const timer = { at: running + delay, run };
			timers.add(timer);
			return () => void timers.delete(timer);
		},
	};
	return {
		...clock,
		get timers() {
			return timers.size;
		},
		get running() {
			return running;
		},
		/** The wall clock alone moves: the machine slept, or somebody set the clock. */
		jump: (by: number) => void (wall += by),
		async pass(duration: number) {
			const end = running + duration;
			for (;;) {
				await settle();
				const [next] = [...timers].sort((a, b) => a.at - b.at);
				if (!next || next.at > end) break;
				timers.delete(next);
				wall += next.at - running;
				running = next.at;
				next.run();
			}
			wall += end - running;
			running = end;
			await settle();
		},
	};
}

export type SimulatedClock = ReturnType<typeof createSimulatedClock>;

/** A socket whose other end the test holds. */
export class SimulatedSocket implements Socket {
	readyState = 0;
	readonly sent: Array<{ code: number; headers: Record<string, string>; message: string; data: string }> = [];
	/** A peer that is gone without a word: nothing comes, and the closing handshake never ends. */
	dead = false;
	private readonly listeners: Record<string, Array<(event: { data: unknown }) => void>> = {};

	constructor(readonly url: string) {}

	addEventListener(type: string, listener: (event: { data: unknown }) => void) {
		(this.listeners[type] ??= []).push(listener);
	}

	send(text: string) {
		this.sent.push(JSON.parse(text));
	}

	close() {
		if (this.dead) this.readyState = 2;
		else this.end();
	}

	/** The gateway's side. */
	accept() {
		this.readyState = 1;
		this.fire('open');
	}

	end() {
		if (this.readyState === 3) return;
		this.readyState = 3;
		this.fire('close');
	}

	fail(event: object = {}) {
		this.readyState = 3;
		this.fire('error', event);
		this.fire('close');
	}

	receive(frame: unknown) {
		this.fire('message', { data: typeof frame === 'string' ? frame : JSON.stringify(frame) });
	}

	private fire(type: string, event: object = {}) {
		for (const listener of this.listeners[type] ?? []) listener({ data: undefined, ...event });
	}
}

/** A gateway that answers as the test wants: by default it accepts everybody. */
export class SimulatedGateway {
	/** Running time of every call to `connections/open`, and what it asked for. */
	readonly opens: number[] = [];
	readonly requests: unknown[] = [];
	readonly sockets: SimulatedSocket[] = [];
	/** What the next opens get instead of a ticket. */
	refuse?: { status: number; body: unknown } | Error | Promise<never>;
	/** The most attempts that were under way at the same time. */
	mostAtOnce = 0;
	private answering = 0;
	onDial = (socket: SimulatedSocket): void => socket.accept();

	constructor(private readonly clock: SimulatedClock) {}

	/** The newest socket. */
	get last() {
		return this.sockets[this.sockets.length - 1];
	}

	get live() {
		return this.sockets.filter(({ readyState }) => readyState < 2);
	}

	readonly post: Post = async (_url, body, signal) => {
		this.opens.push(this.clock.running);
		this.requests.push(body);
		this.answering++;
		let over = () => void this.answering--;
		// An attempt that is given up is no longer under way, though this post does not heed it.
		signal.addEventListener('abort', () => over());
		const dialling = this.sockets.filter(({ readyState }) => readyState === 0).length;
		this.mostAtOnce = Math.max(this.mostAtOnce, this.answering + dialling);
		const done = () => [over(), (over = () => {})];
		if (!(this.refuse instanceof Promise)) done();
		if (this.refuse instanceof Error) throw this.refuse;
		if (this.refuse) return await this.refuse;
		const ticket = `t+${this.opens.length}/=`;
		return { status: 200, body: { endpoint: 'wss://gateway.invalid/connect', ticket } };
	};

	readonly dial: Dial = (url) => {
		const socket = new SimulatedSocket(url);
		this.sockets.push(socket);
		void Promise.resolve().then(() => this.onDial(socket));
		return socket;
	};
}

let count = 0;

/** A frame as the gateway sends it. */
export function frame(type: string, topic: string, data: unknown, headers: Record<string, string> = {}) {
	return {
		specVersion: '1.0',
		type,
		headers: { messageId: `m${++count}`, contentType: 'application/json', topic, ...headers },
		data: JSON.stringify(data),
	};
}

export const ping = () => frame('SYSTEM', 'ping', { opaque: 'abc' });
export const farewell = () => frame('SYSTEM', 'disconnect', { reason: 'persistent connection is timeout' });
export const event = (eventId: string) =>
	frame('EVENT', '*', { staffId: 's' }, { eventId, eventType: 'check_in', eventCorpId: 'c', eventBornTime: '1' });
