import { once } from 'node:events';
import { type IncomingMessage, type Server, type ServerResponse, createServer } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';

export interface Answered {
	readonly code: number;
	readonly headers: Record<string, string>;
	readonly data: string;
}

/** Answers a call of `connections/open`. */
export type OpenAnswer = (response: ServerResponse, gateway: NastyGateway) => void;

/** JSON with a status. */
export const json =
	(status: number, body: unknown): OpenAnswer =>
	(response) =>
		void response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));

/** The answer of a gateway in good health, or with another endpoint or ticket. */
export const welcome =
	(endpoint?: string, ticket = 'a+/=&b#c?d e'): OpenAnswer =>
	(response, { port }) =>
		json(200, { endpoint: endpoint ?? `ws://127.0.0.1:${port}/connect`, ticket })(response, {} as NastyGateway);

/** A gateway on loopback that does whatever a test tells it, however wrong. */
export class NastyGateway {
	/** The bodies of the calls to `connections/open`. */
	readonly opens: object[] = [];
	/** The targets of the upgrades: path and query. */
	readonly dialled: string[] = [];
	/** The sockets in the order of their opening, also those that are closed. */
	readonly sockets: WebSocket[] = [];
	readonly answers: Answered[] = [];
	/** Most attempts under way at once: opens that wait for an answer, sockets that wait for their upgrade. */
	mostAtOnce = 0;
	open: OpenAnswer = welcome();
	/** What becomes of a socket: true lets it open. */
	upgrade: (socket: Duplex) => boolean = () => true;
	onSocket: (socket: WebSocket) => void = () => {};
	private underWay = 0;
	private readonly raw = new Set<Socket>();

	private constructor(
		private readonly server: Server,
		private readonly accepting = new WebSocketServer({ noServer: true, skipUTF8Validation: true }),
	) {
		server.on('connection', (socket: Socket) => {
			this.raw.add(socket);
			socket.on('close', () => this.raw.delete(socket));
			socket.on('error', () => {});
		});
		server.on('request', (request: IncomingMessage, response: ServerResponse) => void this.asked(request, response));
		server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => this.dial(request, socket, head));
	}

	static async listen(): Promise<NastyGateway> {
		const server = createServer();
		server.listen(0, '127.0.0.1');
		await once(server, 'listening');
		return new NastyGateway(server);
	}

	get port(): number {
		return (this.server.address() as AddressInfo).port;
	}

	get url(): string {
		return `http://127.0.0.1:${this.port}`;
	}

	/** The sockets that stand. */
	get live(): WebSocket[] {
		return this.sockets.filter(({ readyState }) => readyState === 1);
	}

	/** TCP connections, of whatever kind. */
	get connections(): number {
		return this.raw.size;
	}

	send(socket: WebSocket, frame: object): void {
		socket.send(JSON.stringify(frame));
	}

	/** Ends HTTP connections that are kept for further calls. */
	dropIdle(): void {
		this.server.closeIdleConnections();
	}

	async close(): Promise<void> {
		for (const socket of this.raw) socket.destroy();
		await new Promise((resolve) => this.server.close(resolve));
	}

	private begin(over: (listener: () => void) => void): void {
		this.mostAtOnce = Math.max(this.mostAtOnce, ++this.underWay);
		let done = false;
		over(() => {
			if (!done) this.underWay--;
			done = true;
		});
	}

	private async asked(request: IncomingMessage, response: ServerResponse): Promise<void> {
		this.begin((listener) => response.on('close', listener).on('finish', listener));
		const chunks: Buffer[] = [];
		for await (const chunk of request) chunks.push(chunk as Buffer);
		this.opens.push(JSON.parse(Buffer.concat(chunks).toString() || '{}') as object);
		this.open(response, this);
	}

	private dial(request: IncomingMessage, socket: Duplex, head: Buffer): void {
		this.dialled.push(request.url ?? '');
		let over = () => {};
		this.begin((listener) => {
			over = listener;
			// The attempt is over when the other side has given it up.
			socket
				.on('close', listener)
				.on('error', () => {})
				.on('end', () => socket.destroy())
				.resume();
		});
		if (!this.upgrade(socket)) return;
		this.accepting.handleUpgrade(request, socket, head, (client) => {
			over();
			this.sockets.push(client);
			client.on('error', () => {});
			client.on('message', (text) => this.answers.push(JSON.parse(String(text)) as Answered));
			this.onSocket(client);
		});
	}
}

/** Running time and wall clock, both so many times as fast; the wall clock can be set. */
export function createFastClock(factor: number) {
	let offset = 0;
	const began = performance.now();
	const timers = new Set<NodeJS.Timeout>();
	return {
		now: () => 1_700_000_000_000 + offset + (performance.now() - began) * factor,
		after(delay: number, run: () => void) {
			const timer = setTimeout(() => {
				timers.delete(timer);
				run();
			}, delay / factor);
			timers.add(timer);
			return () => {
				clearTimeout(timer);
				timers.delete(timer);
			};
		},
		jump: (by: number) => void (offset += by),
		get timers() {
			return timers.size;
		},
	};
}
