import { type Answer, type Frame, answerText, failureAnswer, lengthOf, parseFrame, pongText } from './frames';
import { type Clock, type Dial, OPEN, type Socket } from './ports';

/** An EVENT or CALLBACK frame and the way to answer it. */
export interface Delivery {
	readonly frame: Frame;
	/** Answers on the connection the frame came by. False: answered before, or that socket is gone. */
	ack(answer: Answer): boolean;
}

/** What a frame says of its connection. A greeting comes with every opening, so it proves no more than that. */
export type Heard = 'greeting' | 'ping' | 'life' | 'farewell';

const HEARD = new Map<string, Heard>([
	['CONNECTED', 'greeting'],
	['REGISTERED', 'greeting'],
	['ping', 'ping'],
	['KEEPALIVE', 'ping'],
	['disconnect', 'farewell'],
]);

/** What a connection tells its owner. None of these may throw. */
export interface ConnectionEvents {
	delivery(delivery: Delivery): void;
	/** A frame of any kind came. */
	heard(what: Heard): void;
	/** A frame that wants an answer could not be read, by its size or its form; `length` in bytes or characters. */
	unread(messageId: string, length: number): void;
	/** The socket is gone, whoever closed it. Told once. */
	closed(): void;
}

export interface Connection {
	/** Deliveries that have not been answered yet. */
	readonly unanswered: number;
	/** Answers a frame that came by another connection. False: this socket is gone. */
	answer(messageId: string, answer: Answer): boolean;
	close(): void;
}

/** How long a socket may take to open: more than the 3 s of the Java SDK, for slow proxies. */
const DIAL_TIMEOUT = 10_000;

/**
 * Dials one socket and serves it until it closes: pings are answered, events and callbacks are
 * delivered, nonsense is answered as such. Resolves when the socket is open, rejects when it does
 * not open or `signal` fires first; then nothing of it is left.
 */
export async function connect(
	url: string,
	{ dial, clock }: { dial: Dial; clock: Clock },
	events: ConnectionEvents,
	signal: AbortSignal,
): Promise<Connection> {
	const socket = dial(url);
	socket.binaryType = 'arraybuffer';
	const opening = opened(socket, hostIn(url), clock, signal);
	const waiting = new Set<string>();
	let gone = false;
	// Listened to from the start: the first frame may come in the same turn as the opening.
	socket.addEventListener('message', ({ data }) => {
		const parsed = parseFrame(data);
		if (!parsed.ok) {
			events.heard('life');
			const { messageId, code } = parsed;
			if (messageId === undefined) return;
			send(answerText(messageId, failureAnswer(code, 'not understood')));
			return events.unread(messageId, lengthOf(data));
		}
		const { frame } = parsed;
		events.heard((frame.type === 'SYSTEM' && HEARD.get(frame.topic)) || 'life');
		if (frame.type === 'SYSTEM') {
			// CONNECTED, REGISTERED and KEEPALIVE want no answer, nor does `disconnect`.
			if (frame.topic === 'ping') send(pongText(frame));
		} else {
			deliver(frame);
		}
	});

	function send(text: string): boolean {
		if (gone || socket.readyState !== OPEN) return false;
		socket.send(text);
		return true;
	}

	function deliver(frame: Frame): void {
		waiting.add(frame.messageId);
		let answered = false;
		events.delivery({
			frame,
			ack: (answer) => {
				if (answered) return false;
				answered = true;
				waiting.delete(frame.messageId);
				return send(answerText(frame.messageId, answer));
			},
		});
	}

	await opening;
	if (socket.readyState !== OPEN) throw new SocketError(hostIn(url), 'closed as soon as it opened');
	socket.addEventListener('close', () => {
		if (gone) return;
		gone = true;
		waiting.clear();
		events.closed();
	});
	return {
		get unanswered() {
			return waiting.size;
		},
		answer: (messageId, answer) => send(answerText(messageId, answer)),
		close: () => socket.close(1000),
	};
}

/** Only the host: the rest of the URL holds the ticket. */
const hostIn = (url: string): string => (URL.canParse(url) ? new URL(url).host : 'DingTalk');

/** What the platform says of a failure: the first code in the chain of causes (`ECONNREFUSED`, `CERT_HAS_EXPIRED`), '' without. */
function codeOf(event: object): string {
	let cause: unknown = 'error' in event ? event.error : undefined;
	for (let depth = 0; depth < 5 && typeof cause === 'object' && cause !== null; depth++) {
		if ('code' in cause && typeof cause.code === 'string') return cause.code;
		cause = 'cause' in cause ? cause.cause : undefined;
	}
	return '';
}

/** The socket did not open: a network, proxy or certificate failure between here and the gateway's socket host. */
export class SocketError extends Error {
	constructor(host: string, what: string, code = '') {
		super(`The socket to ${host} ${what}${code && ` (${code})`}`);
		this.name = 'SocketError';
	}
}

/** Waits for the socket to open, for at most DIAL_TIMEOUT. */
function opened(socket: Socket, host: string, clock: Clock, signal: AbortSignal): Promise<void> {
	return new Promise((resolve, reject) => {
		let settled = false;
		const settle = (error?: Error) => {
			if (settled) return;
			settled = true;
			callOff();
			signal.removeEventListener('abort', abort);
			if (!error) return resolve();
			reject(error);
			socket.close();
		};
		const callOff = clock.after(DIAL_TIMEOUT, () => settle(new SocketError(host, 'did not open in time')));
		const abort = () => settle(new Error('The session was closed'));
		if (signal.aborted) return abort();
		signal.addEventListener('abort', abort);
		socket.addEventListener('open', () => settle());
		socket.addEventListener('error', (event) => settle(new SocketError(host, 'could not be opened', codeOf(event))));
		socket.addEventListener('close', () => settle(new SocketError(host, 'closed before it opened')));
	});
}
