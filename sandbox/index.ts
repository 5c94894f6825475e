import type { AddressInfo } from 'node:net';

import { seedCompany } from './company';
import type { Company } from './company';
import { createDispatcher } from './dispatch';
import { Faults } from './faults';
import type { Fault } from './faults';
import { authRoutes } from './http/auth';
import { groupRobotRoutes } from './http/groupRobot';
import { mediaRoutes } from './http/media';
import { robotRoutes } from './http/robot';
import { todoRoutes } from './http/todo';
import { userRoutes } from './http/user';
import { workNotificationRoutes } from './http/workNotification';
import { workRecordRoutes } from './http/workRecord';
import { DINGTALK_LIMITS, Pace } from './limits';
import type { Limits } from './limits';
import { RequestLog } from './log';
import type { LogEntry } from './log';
import { nothingReceived } from './received';
import type { Received } from './received';
import { createHost } from './server';
import { Tokens } from './tokens';
import type { World } from './world';

export type { Company, Fault, LogEntry, Received };

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
	/** A loopback address; default 127.0.0.1. */
	host?: string;
	/** How many more people the company has (`worker1` …). */
	people?: number;
	/** Clock in epoch milliseconds; default the system's. */
	now?: () => number;
}

export interface Sandbox {
	/** New API: `http://127.0.0.1:port`. */
	url: string;
	/** Legacy API, on a port of its own. */
	legacyUrl: string;
	pageUrl: string;
	company: Company;
	/** The group robot's webhook as its owner copies it from DingTalk. */
	robotWebhook: string;
	/** Every request, oldest first. */
	log: LogEntry[];
	/** Requests refused as malformed: unknown route, wrong host, missing or unknown field, wrong type, no token. */
	problems(): Array<LogEntry & { problem: string }>;
	clearLog(): void;
	/** Makes coming requests fail, see {@link Fault}. */
	fault(fault: Fault): void;
	clearFaults(): void;
	/** Ends all access tokens now. */
	expireTokens(): void;
	/** How many times a token was fetched. */
	readonly tokenFetches: number;
	/** What people got. */
	received: Received;
	close(): Promise<void>;
}

const base = (address: AddressInfo | string | null): string => {
	if (!address || typeof address === 'string') throw new Error('The sandbox listens on TCP only');
	return `http://${address.family === 'IPv6' ? `[${address.address}]` : address.address}:${address.port}`;
};

/**
 * Starts a small DingTalk on loopback.
 * @throws Error when a port is taken
 */
export const startSandbox = async (options: SandboxOptions = {}): Promise<Sandbox> => {
	const { tokenTtl = 7200, limits = false, latency = 0, apiPort = 0, oapiPort = 0, host = '127.0.0.1', people = 0, now = Date.now } = options;
	const company = seedCompany(people);
	const received = nothingReceived();
	const log = new RequestLog();
	const faults = new Faults();
	const tokens = new Tokens(company, now, tokenTtl);
	const pace = limits ? new Pace({ ...DINGTALK_LIMITS, ...(limits === true ? {} : limits) }, now) : undefined;
	let lastId = 256_271_667_525;
	const world: World = {
		company,
		received,
		now,
		nextId: () => (lastId += 1),
		push: () => undefined,
		urls: { api: '', oapi: '' },
	};
	const routes = [
		...authRoutes(tokens),
		...userRoutes(world),
		...todoRoutes(world),
		...workRecordRoutes(world),
		...workNotificationRoutes(world),
		...groupRobotRoutes(world, (token) => pace?.robot(token)),
		...robotRoutes(world),
		...mediaRoutes(world),
	];
	const handle = createDispatcher({ tokens, faults, routes, pace, latency });
	const apiHost = await createHost('api', handle, (entry) => log.add(entry), now);
	const oapiHost = await createHost('oapi', handle, (entry) => log.add(entry), now);
	await apiHost.listen({ host, port: apiPort });
	await oapiHost.listen({ host, port: oapiPort });
	world.urls = { api: base(apiHost.server.address()), oapi: base(oapiHost.server.address()) };

	return {
		url: world.urls.api,
		legacyUrl: world.urls.oapi,
		pageUrl: `${world.urls.api}/sandbox`,
		company,
		robotWebhook: `${world.urls.oapi}/robot/send?access_token=${company.groupRobot.accessToken}`,
		log: log.entries,
		problems: () => log.problems(),
		clearLog: () => log.clear(),
		fault: (fault) => faults.add(fault),
		clearFaults: () => faults.clear(),
		expireTokens: () => tokens.expireAll(),
		get tokenFetches() {
			return tokens.fetches;
		},
		received,
		close: async () => {
			await Promise.all([apiHost.close(), oapiHost.close()]);
		},
	};
};
