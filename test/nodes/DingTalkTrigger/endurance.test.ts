import { acknowledgement } from '../../../nodes/DingTalkTrigger/receive/acknowledgement';
import { Inbox } from '../../../nodes/DingTalkTrigger/receive/inbox';
import type { Incoming } from '../../../nodes/DingTalkTrigger/item/incoming';
import { FailedLists } from '../../../nodes/DingTalkTrigger/recovery/failedLists';
import { Hub } from '../../../nodes/listening/hub';
import { usableUntil } from '../../../nodes/protocol/auth';
import { createReplayMemory } from '../../../nodes/protocol/callback/replay';
import { DingTalkError } from '../../../nodes/protocol/errors';
import { tokensOf } from '../../../nodes/runtime/token';
import { heapInUse } from '../../support/heap';
import { SimulatedGateway, createSimulatedClock, event, farewell, ping } from '../protocol/stream/simulation';

const [SECOND, MINUTE, HOUR, DAY] = [1_000, 60_000, 3_600_000, 86_400_000];
const KILOBYTE = 1024;
const DAYS = 8;
const EVENTS_APART = MINUTE;
const PINGS_APART = 30 * SECOND;
const EXECUTION = 3 * SECOND;
/** The end of each hour: long enough for every list to be read. */
const QUIET = 32 * MINUTE;
const TOKEN_LIFE = 2 * HOUR;
const app = { host: 'https://api.invalid', clientId: 'endurance', clientSecret: 'secret' };

const clock = createSimulatedClock();
const gateway = new SimulatedGateway(clock);

/** DingTalk's side of the events: pushed, pushed once more, then on the failed-events list. */
class Events {
	private readonly owed = new Map<
		string,
		{ pushes: number; messageIds: string[]; runs: number; acknowledged: boolean }
	>();
	readonly failed: string[] = [];
	sent = 0;
	twice = 0;

	push(eventId = `e${this.sent++}`): void {
		const owed = this.owed.get(eventId) ?? { pushes: 0, messageIds: [], runs: 0, acknowledged: false };
		const { last } = gateway;
		const frame = event(eventId);
		owed.pushes += 1;
		owed.messageIds.push(frame.headers.messageId);
		this.owed.set(eventId, owed);
		if (last.readyState === 1 && !last.dead) last.receive(frame);
	}

	ran(eventId: string): void {
		const owed = this.owed.get(eventId);
		if (!owed || owed.runs > 0) this.twice += 1;
		else owed.runs += 1;
	}

	/** What has been answered is done with; what has not is pushed again. */
	round(): void {
		const answered = new Set(
			gateway.sockets.flatMap(({ sent }) =>
				sent.splice(0).flatMap(({ headers, data }) => (data.includes('SUCCESS') ? [headers.messageId] : [])),
			),
		);
		for (const [eventId, owed] of this.owed) {
			owed.acknowledged ||= owed.messageIds.some((id) => answered.has(id));
			if (owed.runs > 0 && (owed.acknowledged || owed.pushes > 2)) this.owed.delete(eventId);
			else if (owed.acknowledged) throw new Error(`${eventId} was acknowledged and has not been run`);
			else if (owed.pushes === 2) {
				this.failed.push(eventId);
				owed.pushes = 3;
			} else if (owed.pushes < 2) this.push(eventId);
		}
	}

	get left(): number {
		return this.owed.size;
	}
}

/** What n8n keeps of the credential, and the calls that executions make with it. */
class Tokens {
	private stored = {};
	private good = '';
	private goodUntil = 0;
	fetches = 0;
	refusals = 0;

	/** DingTalk ends the token before its time. */
	end = () => void (this.good = '');

	call = async (): Promise<void> => {
		const data = { apiHost: app.host, clientId: app.clientId, clientSecret: app.clientSecret, ...this.stored };
		const one = tokensOf({ type: 'dingTalkApi', data }, async (session) => {
			this.fetches += 1;
			this.good = `token ${this.fetches}`;
			this.goodUntil = clock.now() + TOKEN_LIFE;
			const token = { accessToken: this.good, expiresAt: this.goodUntil };
			this.stored = { accessToken: this.good, expiresAt: usableUntil(token, clock.now()) };
			await Promise.resolve();
			Object.assign(session.data, this.stored);
		})();
		for (;;) {
			await one.ready();
			if (one.data().accessToken === this.good && clock.now() < this.goodUntil) return;
			this.refusals += 1;
			const refusal = new DingTalkError({ code: '40014', kind: 'auth', message: 'invalid token' });
			if (!one.again(refusal)) throw refusal;
		}
	};
}

// Not a mock of jest's, which would remember each of its calls.
const { now } = Date;
beforeAll(() => void (Date.now = clock.now));
afterAll(() => void (Date.now = now));

test('eight days of events, drops, leaves, dead lines, gateways away, tokens and failed events: all done once, nothing left over', async () => {
	const [events, tokens, hub, lists] = [new Events(), new Tokens(), new Hub(), new FailedLists(clock)];
	const memory = createReplayMemory(2 * HOUR);
	const failures: unknown[] = [];
	const inbox = new Inbox<Incoming>(20, async ({ key }, started) => {
		if (!memory.take(key, clock.now())) return { failed: false };
		started();
		events.ran(key);
		await tokens.call().catch((error: unknown) => failures.push(error));
		await new Promise<void>((resolve) => clock.after(EXECUTION, resolve));
		return { failed: false };
	});
	const incoming = (key: string): Incoming => ({
		kind: 'event',
		key,
		item: { eventType: 'check_in', eventId: key, corpId: 'c', occurredAt: '2026-11-27T00:00:00Z', data: {} },
	});
	const listener = {
		topics: [{ type: 'EVENT', topic: '*' }] as const,
		isTest: false,
		wants: () => true,
		take: async ({ headers: { eventId = '' } }: { headers: Readonly<Record<string, string>> }) => {
			const ticket = inbox.offer(incoming(eventId));
			return ticket ? await acknowledgement('finished', incoming(eventId), ticket, clock) : { taken: false };
		},
		state: () => {},
		failed: (error: unknown) => void failures.push(error),
		stop: () => inbox.close(),
	};
	let polls = 0;
	const reader = {
		read: async () => {
			polls += 1;
			const page = events.failed.splice(0, 200).map((eventId) => ({
				eventType: 'check_in',
				eventId,
				corpId: 'c',
				occurredAt: clock.now(),
				times: [],
				data: {},
			}));
			return await Promise.resolve({ events: page, more: events.failed.length > 0 });
		},
		busy: () => false,
		keep: (page: ReadonlyArray<{ eventId: string }>) => page.forEach(({ eventId }) => inbox.take(incoming(eventId))),
		state: () => {},
	};
	const ports = { clock, dial: gateway.dial, post: gateway.post, random: () => 0.5 };
	const leaveHub = await hub.join(app, listener, ports);
	const leaveList = lists.join('app', reader);
	let callOffPing = () => {};
	const pinging = () => {
		if (gateway.last.readyState === 1 && !gateway.last.dead) gateway.last.receive(ping());
		callOffPing = clock.after(PINGS_APART, pinging);
	};
	pinging();

	const [timers, heap]: [Set<number>, number[]] = [new Set(), []];
	for (let hour = 0; hour < DAYS * 24; hour++) {
		const old = gateway.last;
		if (hour % 24 === 23) old.dead = true;
		else if (hour % 24 === 11) {
			gateway.refuse = { status: 503, body: '' };
			old.end();
			tokens.end();
		} else if (hour % 6 === 5) old.receive(farewell());
		else if (hour > 0) old.end();
		for (let passed = 0; passed < HOUR - QUIET; passed += EVENTS_APART) {
			if (passed < 15 * MINUTE) events.push();
			await clock.pass(EVENTS_APART);
			if (passed === 6 * MINUTE) gateway.refuse = undefined;
			events.round();
		}
		// The platform gives up a socket whose peer is gone.
		old.dead = false;
		if (old !== gateway.last) old.end();
		await clock.pass(QUIET);
		expect(gateway.live).toHaveLength(1);
		// In one hour in which the list is polled and nothing else is under way.
		timers.add(clock.timers);
		// What the test itself keeps of the past.
		gateway.sockets.splice(0, gateway.sockets.length - 1);
		gateway.requests.length = gateway.opens.length = 0;
		if (hour % 24 === 23) heap.push(heapInUse());
	}
	events.round();
	expect({ failures, left: events.left, twice: events.twice }).toEqual({ failures: [], left: 0, twice: 0 });
	expect(events.sent).toBe(DAYS * 24 * 15);
	// A token for each 115 minutes, and one for each that DingTalk ended.
	expect(tokens.fetches).toBeLessThanOrEqual((DAYS * DAY) / (115 * MINUTE) + DAYS);
	// Every 30 minutes, and a little oftener after each event that was on the list.
	expect(polls).toBeGreaterThanOrEqual(DAYS * 48);
	expect(polls).toBeLessThan(DAYS * 60);
	expect([...timers]).toHaveLength(1);
	// Code is compiled and dropped at moments of its own, up to some 500 KB: the least of three days, before and after 1,440 events and 96 connections.
	expect(Math.min(...heap.slice(-3)) - Math.min(...heap.slice(1, 4))).toBeLessThan(400 * KILOBYTE);

	callOffPing();
	const leaving = Promise.all([leaveHub(), leaveList()]);
	await clock.pass(30 * SECOND);
	await leaving;
	expect([clock.timers, gateway.live.length, hub.size, lists.size, inbox.size]).toEqual([0, 0, 0, 0, 0]);
});
