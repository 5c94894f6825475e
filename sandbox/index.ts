import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';

import type { FastifyInstance } from 'fastify';

import { createAct } from './act';
import { CallbackSender } from './callback';
import { openCatalog } from './catalog';
import { seedCompany } from './company';
import { seedData } from './data';
import { createDispatcher } from './dispatch';
import { bornEvent, failedEntry } from './events';
import type { FailedEvent, PushedEvent } from './events';
import { Faults } from './faults';
import { createRoutes } from './http';
import { authRoutes } from './http/auth';
import { seedPunches } from './http/attendance';
import { CardCallbacks } from './http/cardCallback';
import { RobotFiles } from './http/robotFile';
import { Sessions } from './http/session';
import { DINGTALK_LIMITS, Pace } from './limits';
import { RequestLog } from './log';
import { servePage } from './page';
import { nothingReceived } from './received';
import { createHost } from './server';
import { speechOf } from './speech';
import { Storage } from './storage';
import { Gateway } from './stream/gateway';
import { streamControls } from './stream/controls';
import { Tokens } from './tokens';
import type { PushOptions, Sandbox, SandboxOptions } from './types';
import type { World } from './world';

export type { Company } from './company';
export type { FailedEvent, PushedEvent } from './events';
export type { Fault, FaultKind } from './faults';
export type { LogEntry } from './log';
export type { Received } from './received';
export type { Sandbox, SandboxOptions } from './types';

/** https://open.dingtalk.com/document/development/obtain-the-event-list-of-failed-push-messages */
const RETRY_AFTER = [10_000, 30_000];
const STREAM = {
	pingEvery: 25_000,
	leaveAfter: 10_000,
	greet: true,
	callbackWithin: 2000,
	ackWithin: 60_000,
	retryAfter: RETRY_AFTER,
};
const CALLBACK = { deadline: 1500, retryAfter: RETRY_AFTER };

const urlOf = (server: Server): string => {
	const { address, family, port } = server.address() as AddressInfo;
	return `http://${family === 'IPv6' ? `[${address}]` : address}:${port}`;
};

const listen = async (app: FastifyInstance, host: string, port: number): Promise<string> => {
	await app.listen({ host, port });
	return urlOf(app.server);
};

/**
 * Starts a small DingTalk on loopback.
 * @throws Error when the address is not a loopback one, or a port is taken
 */
export const startSandbox = async (options: SandboxOptions = {}): Promise<Sandbox> => {
	const {
		tokenTtl = 7200,
		limits = false,
		latency = 0,
		apiPort = 0,
		oapiPort = 0,
		storagePort = 0,
		dialect = 'wire',
		host = '127.0.0.1',
		people = 0,
		now = Date.now,
	} = options;
	if (!/^(127\.|::1$|localhost$)/.test(host)) throw new Error(`The sandbox binds to loopback only, not to ${host}`);

	openCatalog();
	const company = seedCompany(people);
	const log = new RequestLog();
	const faults = new Faults();
	const storage = new Storage(now, (entry) => log.add(entry));
	const events: PushedEvent[] = [];
	const failedEvents: FailedEvent[] = [];
	const speech = speechOf(dialect, company);
	const denied = new Set<string>();
	const altered = new Map<string, (answer: unknown) => unknown>();
	const tokens = new Tokens(company, now, tokenTtl, speech);
	const pace = limits ? new Pace({ ...DINGTALK_LIMITS, ...(limits === true ? {} : limits) }, now, speech) : undefined;
	const sender = new CallbackSender(company, failedEvents, now, { ...CALLBACK, ...options.callback });
	const urls = { api: '', oapi: '' };
	const gateway = new Gateway(company, now, () => `${urls.api.replace('http', 'ws')}/connect`, {
		...STREAM,
		...options.stream,
	});

	const push = (
		eventType: string,
		data: Record<string, unknown>,
		{ via, eventId, bornTime }: PushOptions = {},
	): PushedEvent => {
		const event = bornEvent(company, bornTime ?? now(), eventType, data, eventId);
		events.push(event);
		const streamed = via === undefined ? gateway.subscribed : via === 'stream';
		if (streamed) gateway.pushEvent(event, () => failedEvents.push(failedEntry(event)));
		if (via !== 'stream' && sender.wants(eventType)) void sender.deliver(event);
		return event;
	};

	let lastId = 256_271_667_525;
	const world: World = {
		company,
		received: nothingReceived(),
		data: seedData(company, now()),
		storage,
		dialect,
		speech,
		now,
		nextId: () => (lastId += 1),
		push: (type, data) => void push(type, data),
		urls,
	};
	world.received.punches.push(...seedPunches(now(), world.nextId));
	const sessions = new Sessions(world);
	const files = new RobotFiles(world);
	const cardCallbacks = new CardCallbacks(now, gateway.settings.callbackWithin);
	const act = createAct({ world, gateway, sender, sessions, files, cardCallbacks });
	const routes = options.samplesOnly
		? authRoutes(tokens)
		: createRoutes({ world, tokens, pace, sender, failedEvents, gateway, sessions, files, cardCallbacks });
	const handle = createDispatcher({ tokens, faults, routes, pace, latency, speech, denied, altered });
	const sandbox: Omit<Sandbox, 'url' | 'legacyUrl' | 'storageUrl' | 'pageUrl' | 'robotWebhook'> = {
		company,
		log: log.entries,
		problems: () => log.problems(),
		clearLog: () => log.clear(),
		carriedOut: new Set(routes.map(({ method, path }) => `${method} ${path}`)),
		fault: (fault) => faults.add(fault),
		clearFaults: () => faults.clear(),
		denied,
		alter: (route, change) => void altered.set(route, change),
		expireTokens: () => tokens.expireAll(),
		get tokenFetches() {
			return tokens.fetches;
		},
		received: world.received,
		data: world.data,
		files,
		act,
		push,
		events,
		stream: streamControls(gateway),
		callback: sender,
		failedEvents,
		close: async () => {
			gateway.close();
			sender.close();
			await Promise.all([apiHost.close(), oapiHost.close(), storage.close()]);
		},
	};
	const apiHost = await createHost(
		'api',
		handle,
		(entry) => log.add(entry),
		now,
		(app) => servePage(app, sandbox, urls, files),
	);
	const oapiHost = await createHost('oapi', handle, (entry) => log.add(entry), now);
	urls.api = await listen(apiHost, host, apiPort);
	urls.oapi = await listen(oapiHost, host, oapiPort);
	storage.server.listen(storagePort, host);
	await once(storage.server, 'listening');
	storage.url = urlOf(storage.server);
	gateway.attach(apiHost.server);

	return Object.assign(sandbox, {
		url: urls.api,
		legacyUrl: urls.oapi,
		storageUrl: storage.url,
		pageUrl: `${urls.api}/sandbox`,
		robotWebhook: `${urls.oapi}/robot/send?access_token=${company.groupRobot.accessToken}`,
	});
};
