import type { RobotFiles } from './http/robotFile';
import type { Act } from './act';
import type { CallbackSettings, Registration, SentCallback } from './callback';
import type { Company } from './company';
import type { Data } from './data';
import type { FailedEvent, PushedEvent } from './events';
import type { Fault } from './faults';
import type { Limits } from './limits';
import type { LogEntry } from './log';
import type { Received } from './received';
import type { Dialect } from './speech';
import type { Connection } from './stream/connection';
import type { GatewaySettings } from './stream/gateway';

export interface SandboxOptions {
	/** Life of an access token in seconds; default 7200. */
	tokenTtl?: number;
	/** Enforce DingTalk's call rates: `true` its own numbers, or some of one's own. */
	limits?: boolean | Partial<Limits>;
	/** Milliseconds before every answer. */
	latency?: number;
	/** Ports of the two hosts; 0 (default): any free one. */
	apiPort?: number;
	oapiPort?: number;
	/** Port of the host where files are put and fetched. */
	storagePort?: number;
	/** A loopback address; default 127.0.0.1. */
	host?: string;
	/** Where recordings of the wire and DingTalk's pages differ: `wire` (default) or as the `page` says. */
	dialect?: Dialect;
	/** How many more people the company has (`worker1` …). */
	people?: number;
	/** Times of the Stream gateway; DingTalk's own by default. */
	stream?: Partial<GatewaySettings>;
	/** Times of the HTTP callback; DingTalk's own by default. */
	callback?: Partial<CallbackSettings>;
	/** Clock in epoch milliseconds; default the system's. */
	now?: () => number;
	/** Every operation but those of tokens answers by its catalog row alone, whatever the company has: a witness of requests only. */
	samplesOnly?: boolean;
}

export interface PushOptions {
	/** Only over Stream, or only over the HTTP callback; default: over whatever is connected. */
	via?: 'stream' | 'http';
	eventId?: string;
	/** Epoch milliseconds. */
	bornTime?: number;
}

/** A connected Stream client and its controls. */
export interface StreamControls {
	/** Live connections, oldest first. */
	readonly connections: readonly Connection[];
	/** When each connection was asked for (`connections/open`), epoch milliseconds. */
	readonly opens: readonly number[];
	/** Message ids, in the order of their acks. */
	readonly ackedIds: readonly string[];
	/** Message ids sent or waiting, without an ack. */
	unacked(): string[];
	/** Robot messages and card callbacks that will not be sent again. */
	readonly lost: readonly string[];
	/** How often a message was sent out. */
	attempts(messageId: string): number;
	/** What clients did against the protocol. */
	readonly problems: readonly string[];
	/** Cuts every connection without a word. */
	dropAll(): void;
	/** SYSTEM `disconnect` to every connection (or one): nothing new is delivered to it, and it closes soon. */
	disconnect(connection?: Connection): void;
	/** Connections stand and answer WebSocket pings, but nothing passes any more. */
	halfOpen(): void;
	/** Opening a connection fails for so many milliseconds. */
	refuseOpens(ms: number): void;
}

export interface Sandbox {
	/** New API: `http://127.0.0.1:port`. */
	url: string;
	/** Legacy API, on a port of its own. */
	legacyUrl: string;
	/** The object storage, on a port of its own: a host that must never see an access token. */
	storageUrl: string;
	/** The page that shows all of this. */
	pageUrl: string;
	company: Company;
	/** The group robot's webhook as its owner copies it from DingTalk. */
	robotWebhook: string;
	/** Every request, oldest first. */
	log: LogEntry[];
	/** Requests refused as malformed: unknown route, wrong host, missing or unknown field, wrong type, no token. */
	problems(): Array<LogEntry & { problem: string }>;
	clearLog(): void;
	/** `POST /topapi/v2/user/get`: operations that are really carried out; all others answer by their schema. */
	readonly carriedOut: ReadonlySet<string>;
	/** Makes coming requests fail, see {@link Fault}. */
	fault(fault: Fault): void;
	clearFaults(): void;
	/** Permissions that the app lacks (`Calendar.Event.Write`); at the start it has all. A call that needs one is refused. */
	readonly denied: Set<string>;
	/** Changes what an operation answers (`POST /topapi/v2/user/get`): as where DingTalk is not as its pages say. */
	alter(route: string, change: (answer: unknown) => unknown): void;
	/** Files that people sent the robot: `put` gives the code of a message. */
	files: Pick<RobotFiles, 'put'>;
	/** Ends all access tokens now. */
	expireTokens(): void;
	/** How many times a token was fetched. */
	readonly tokenFetches: number;
	/** What people got. */
	received: Received;
	/** What the company has in each product: its calendar, its AI tables, its files. */
	data: Data;
	/** Does what a person does in the app. */
	act: Act;
	/** Sends an event to every subscriber. */
	push(eventType: string, data: Record<string, unknown>, options?: PushOptions): PushedEvent;
	/** Every event that happened, whether or not anybody subscribed. */
	events: readonly PushedEvent[];
	stream: StreamControls;
	/** The registered HTTP callback; set it to register one as the console does (no `check_url`). */
	callback: {
		registration?: Registration;
		/** Where robot messages go in HTTP mode; absent: over Stream. */
		robotUrl?: string;
		readonly sent: readonly SentCallback[];
	};
	/** Events that no subscriber took; `get_call_back_failed_result` gives and removes them. */
	failedEvents: FailedEvent[];
	close(): Promise<void>;
}
