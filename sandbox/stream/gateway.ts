import { randomUUID } from 'node:crypto';
import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';

import { WebSocketServer } from 'ws';
import type { WebSocket } from 'ws';

import type { Company } from '../company';
import { ApiError, api } from '../errors';
import type { PushedEvent } from '../events';
import { isLoopback } from '../loopback';
import { Connection } from './connection';
import { Deliveries } from './deliveries';
import type { DeliverySettings } from './deliveries';
import { parseAck, systemFrame } from './frames';
import type { Ack, Frame, Subscription } from './frames';

export interface GatewaySettings extends DeliverySettings {
	/** Milliseconds between SYSTEM pings; 0: none. DingTalk: 20 to 30 s. */
	pingEvery: number;
	/** Milliseconds between SYSTEM `disconnect` and the end of the connection; DingTalk: about 10 s. */
	leaveAfter: number;
	/** Send SYSTEM `CONNECTED` and `REGISTERED` on every new connection. */
	greet: boolean;
	/** Milliseconds a card callback's answer may take; DingTalk: 2 s. */
	callbackWithin: number;
}

export interface OpenRequest {
	clientId: string;
	clientSecret: string;
	subscriptions: Subscription[];
	ua?: string;
}

/** The Stream gateway: hands out tickets, keeps the connections, shares frames out over them. */
export class Gateway {
	readonly connections: Connection[] = [];
	readonly deliveries: Deliveries;
	/** When each connection was asked for, epoch milliseconds. */
	readonly opens: number[] = [];
	/** True once any connection subscribed to events: from then on events wait for one. */
	subscribed = false;

	private readonly tickets = new Map<string, OpenRequest>();
	private readonly sockets = new WebSocketServer({ noServer: true });
	private readonly timers = new Set<NodeJS.Timeout>();
	private refuseUntil = 0;
	private turn = 0;

	constructor(
		private readonly company: Company,
		private readonly now: () => number,
		private readonly endpoint: () => string,
		readonly settings: GatewaySettings,
	) {
		this.deliveries = new Deliveries((type, topic) => this.pick(type, topic), settings);
		if (settings.pingEvery > 0) this.timers.add(setInterval(() => this.ping(), settings.pingEvery).unref());
	}

	/** `POST /v1.0/gateway/connections/open`. @throws ApiError wrong id or secret, no usable subscription, gateway away */
	open(request: OpenRequest): { endpoint: string; ticket: string } {
		this.opens.push(this.now());
		if (this.now() < this.refuseUntil) throw new ApiError('system.error', 'system error', 503);
		const { clientId, clientSecret, subscriptions } = request;
		if (clientId !== this.company.appKey || clientSecret !== this.company.appSecret) throw api.clientIdOrSecret();
		const fits = ({ type, topic }: Subscription) =>
			type === 'EVENT' ? topic === '*' : type === 'CALLBACK' && topic.startsWith('/v1.0/');
		if (subscriptions.length === 0 || !subscriptions.every(fits)) throw api.invalid('subscriptions');
		const ticket = randomUUID();
		this.tickets.set(ticket, request);
		return { endpoint: this.endpoint(), ticket };
	}

	/** Takes WebSockets on `/connect?ticket=…`; a ticket serves once. */
	attach(server: Server): void {
		server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
			if (!isLoopback(request.headers.host))
				return void socket.end('HTTP/1.1 421 Misdirected Request\r\nConnection: close\r\n\r\n');
			const url = new URL(request.url ?? '/', 'http://gateway');
			const ticket = url.searchParams.get('ticket') ?? '';
			const opened = url.pathname === '/connect' ? this.tickets.get(ticket) : undefined;
			this.tickets.delete(ticket);
			if (!opened || this.now() < this.refuseUntil)
				return void socket.end('HTTP/1.1 401 Unauthorized\r\nConnection: close\r\n\r\n');
			this.sockets.handleUpgrade(request, socket, head, (webSocket) => this.welcome(webSocket, opened));
		});
	}

	pushEvent(event: PushedEvent, onGivenUp: () => void): void {
		const headers = {
			eventType: event.eventType,
			eventId: event.eventId,
			eventBornTime: String(event.bornTime),
			eventCorpId: event.corpId,
			eventUnifiedAppId: this.company.unifiedAppId,
		};
		const frame = this.frame('EVENT', '*', event.data, headers);
		this.deliveries.push({
			messageId: frame.headers.messageId,
			type: 'EVENT',
			topic: '*',
			frame,
			attempts: 0,
			onGivenUp,
		});
	}

	/**
	 * @param once true: not pushed again when no ack comes, as a card callback, whose person has long gone on
	 * @returns the client's answer; undefined when there was none in time
	 */
	pushCallback(topic: string, data: object, once: boolean): Promise<Record<string, unknown> | undefined> {
		const frame = this.frame('CALLBACK', topic, data);
		return new Promise((resolve) => {
			const late = setTimeout(() => resolve(undefined), this.settings.callbackWithin).unref();
			this.timers.add(late);
			const onAnswer = (answer: Record<string, unknown> | undefined) => {
				clearTimeout(late);
				this.timers.delete(late);
				resolve(answer);
			};
			this.deliveries.push({
				messageId: frame.headers.messageId,
				type: 'CALLBACK',
				topic,
				frame,
				attempts: 0,
				once,
				onAnswer,
			});
		});
	}

	/** Cuts every connection. */
	dropAll(): void {
		for (const connection of [...this.connections]) connection.cut();
	}

	/** Announces the end of a connection (default: all): nothing more is delivered to it, and it closes soon after. */
	disconnect(chosen = [...this.connections], reason = 'persistent connection is timeout'): void {
		for (const connection of chosen.filter(({ state }) => state === 'open')) {
			connection.send(systemFrame('disconnect', `system-${randomUUID()}`, this.now(), { reason }));
			connection.state = 'leaving';
			const timer = setTimeout(() => connection.close(), this.settings.leaveAfter).unref();
			this.timers.add(timer);
		}
	}

	/** From now on nothing passes on the connections that stand, though their sockets answer pings. */
	halfOpen(): void {
		for (const connection of this.connections) connection.state = 'dead';
	}

	/** No connection can be opened for so many milliseconds. */
	refuseOpens(ms: number): void {
		this.refuseUntil = this.now() + ms;
	}

	close(): void {
		for (const timer of this.timers) clearTimeout(timer);
		this.deliveries.close();
		this.dropAll();
		this.sockets.close();
	}

	private frame(type: 'EVENT' | 'CALLBACK', topic: string, data: object, headers: Record<string, string> = {}): Frame {
		const shared = {
			appId: this.company.unifiedAppId,
			contentType: 'application/json',
			messageId: randomUUID(),
			time: String(this.now()),
			topic,
		};
		return { specVersion: '1.0', type, headers: { ...shared, ...headers }, data: JSON.stringify(data) };
	}

	/** Each frame goes to one connection, in turn. */
	private pick(type: string, topic: string): Connection | undefined {
		const fit = this.connections.filter(
			(one) => (one.state === 'open' || one.state === 'dead') && one.takes(type, topic),
		);
		this.turn += 1;
		return fit[this.turn % fit.length];
	}

	private welcome(socket: WebSocket, { subscriptions, ua = '' }: OpenRequest): void {
		const connection = new Connection(randomUUID(), this.now(), subscriptions, ua, socket);
		this.connections.push(connection);
		if (subscriptions.some(({ type }) => type === 'EVENT')) this.subscribed = true;
		if (this.settings.greet) {
			for (const topic of ['CONNECTED', 'REGISTERED'])
				connection.send(systemFrame(topic, `system-${randomUUID()}`, this.now()));
		}
		socket.on('message', (data: Buffer) => this.hear(connection, data.toString()));
		socket.on('error', () => connection.cut());
		socket.on('close', () => {
			connection.state = 'closed';
			this.connections.splice(this.connections.indexOf(connection), 1);
			this.deliveries.dropped(connection);
		});
	}

	private hear(connection: Connection, text: string): void {
		if (connection.state === 'dead') return;
		const ack: Ack | undefined = parseAck(text);
		const messageId = ack?.headers?.messageId;
		if (!ack || !messageId) return void this.deliveries.problems.push(`not an ack: ${text.slice(0, 200)}`);
		if (messageId.startsWith('ping-')) return this.pong(connection, messageId, ack);
		if (messageId.startsWith('system-')) return;
		this.deliveries.answer(connection, messageId, ack);
	}

	private pong(connection: Connection, messageId: string, { code, data }: Ack): void {
		connection.pongs += 1;
		const echoed = code === 200 && data === JSON.stringify({ opaque: messageId });
		if (!echoed) this.deliveries.problems.push(`ping ${messageId} was not echoed`);
	}

	private ping(): void {
		for (const connection of this.connections) {
			const messageId = `ping-${randomUUID()}`;
			connection.pings += 1;
			connection.send(systemFrame('ping', messageId, this.now(), { opaque: messageId }));
		}
	}
}
