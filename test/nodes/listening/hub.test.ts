import { Hub } from '../../../nodes/listening/hub';
import type { Listener, Reply } from '../../../nodes/listening/listener';
import type { Frame } from '../../../nodes/protocol/stream/frames';
import { SimulatedGateway, createSimulatedClock, event, frame, ping, settle } from '../protocol/stream/simulation';

const app = { host: 'https://api.invalid', clientId: 'id', clientSecret: 'secret' };
const CARD = '/v1.0/card/instances/callback';

const idOf = ({ headers, messageId }: Frame) => headers.eventId ?? messageId;

class Trigger implements Listener {
	readonly taken: string[] = [];
	readonly states: string[] = [];
	topics = [{ type: 'EVENT', topic: '*' }] as Listener['topics'];
	reply: Promise<Reply> = Promise.resolve({ taken: true });

	constructor(
		private readonly prefix = '',
		readonly isTest = false,
	) {}

	wants(frame: Frame) {
		return idOf(frame).startsWith(this.prefix) || frame.topic === CARD;
	}

	async take(frame: Frame) {
		this.taken.push(idOf(frame));
		return await this.reply;
	}

	failed = (error: unknown) => {
		throw error;
	};

	stop = () => {};

	state({ name }: { name: string }) {
		this.states.push(name);
	}
}

function setUp() {
	const clock = createSimulatedClock();
	const gateway = new SimulatedGateway(clock);
	const hub = new Hub();
	const ports = { clock, dial: gateway.dial, post: gateway.post, random: () => 0 };
	const deliver = async (sent: ReturnType<typeof event>) => {
		gateway.last.receive(sent);
		await settle();
		const answer = gateway.last.sent.find(({ headers }) => headers.messageId === sent.headers.messageId);
		return answer && { code: answer.code, data: answer.data };
	};
	return {
		clock,
		gateway,
		hub,
		deliver,
		join: async (listener: Listener, secret = 'secret') =>
			await hub.join({ ...app, clientSecret: secret }, listener, ports),
	};
}

const SUCCESS = { code: 200, data: '{"status":"SUCCESS"}' };
const LATER = { code: 200, data: '{"status":"LATER"}' };

test('two triggers on one app share a connection, and each gets all that it wants', async () => {
	const { gateway, deliver, join, hub } = setUp();
	const [a, b] = [new Trigger('a'), new Trigger('')];
	await Promise.all([join(a), join(b)]);
	for (const id of ['a1', 'b1', 'a2']) expect(await deliver(event(id))).toEqual(SUCCESS);
	expect([a.taken, b.taken]).toEqual([
		['a1', 'a2'],
		['a1', 'b1', 'a2'],
	]);
	expect([gateway.opens.length, hub.size]).toEqual([1, 1]);
});

test('the answer waits for all and is LATER when one says so', async () => {
	const { deliver, join, clock, gateway } = setUp();
	const [quick, slow] = [new Trigger(), new Trigger()];
	let end: (reply: Reply) => void = () => {};
	slow.reply = new Promise((resolve) => (end = resolve));
	await Promise.all([join(quick), join(slow)]);
	expect(await deliver(event('e'))).toBeUndefined();
	end({ taken: false });
	await clock.pass(0);
	expect(gateway.last.sent[0].data).toBe(LATER.data);
});

test('what nobody wants is acknowledged, an unknown topic is not', async () => {
	const { deliver, join, clock } = setUp();
	await join(new Trigger('a'));
	await clock.pass(11_000);
	expect(await deliver(event('b'))).toEqual(SUCCESS);
	expect(await deliver(frame('CALLBACK', '/v1.0/nobody/knows', {}))).toMatchObject({ code: 404 });
});

test('a card gets the answer of the workflow', async () => {
	const { deliver, join } = setUp();
	const trigger = new Trigger();
	trigger.reply = Promise.resolve({ taken: true, response: { cardData: { cardParamMap: { status: 'ok' } } } });
	await join(trigger);
	const click = frame('CALLBACK', CARD, { outTrackId: 't' });
	expect(await deliver(click)).toEqual({
		code: 200,
		data: '{"response":{"cardData":{"cardParamMap":{"status":"ok"}}}}',
	});
	trigger.reply = Promise.resolve({ taken: true });
	expect(await deliver(frame('CALLBACK', CARD, {}))).toEqual({ code: 200, data: '{"response":{}}' });
});

test('a test run gets a copy, and has no say', async () => {
	const { deliver, join } = setUp();
	const [active, test] = [new Trigger(), new Trigger('', true)];
	test.reply = new Promise(() => {});
	await Promise.all([join(active), join(test)]);
	expect(await deliver(event('e'))).toEqual(SUCCESS);
	expect([active.taken, test.taken]).toEqual([['e'], ['e']]);
});

test('the subscription is the union: it grows and shrinks with the triggers, without a gap', async () => {
	const { clock, gateway, join, deliver } = setUp();
	const events = new Trigger();
	await join(events);
	const cards = new Trigger('none');
	cards.topics = [{ type: 'CALLBACK', topic: CARD }];
	const joining = join(cards);
	await clock.pass(1_000);
	const leave = await joining;
	const [first, second] = gateway.sockets;
	expect([first.readyState, second.readyState]).toEqual([1, 1]);
	expect(gateway.requests[1]).toMatchObject({
		subscriptions: [
			{ type: 'CALLBACK', topic: CARD },
			{ type: 'EVENT', topic: '*' },
		],
	});
	await leave();
	await clock.pass(3_000);
	expect(gateway.requests[2]).toMatchObject({ subscriptions: [{ type: 'EVENT', topic: '*' }] });
	expect(await deliver(event('e'))).toEqual(SUCCESS);
	// The same wishes open nothing.
	await join(new Trigger());
	await clock.pass(20_000);
	expect([gateway.opens.length, gateway.live.length]).toEqual([3, 1]);
});

test('a trigger with new topics listens when they are subscribed to, also while the first connection is being opened', async () => {
	const { clock, gateway, join } = setUp();
	const cards = new Trigger();
	cards.topics = [{ type: 'CALLBACK', topic: CARD }];
	const done: string[] = [];
	const both = [join(new Trigger()).then(() => done.push('events')), join(cards).then(() => done.push('cards'))];
	await settle();
	expect([gateway.opens.length, done]).toEqual([1, ['events']]);
	await clock.pass(1_000);
	expect([gateway.opens.length, done]).toEqual([2, ['events', 'cards']]);
	await Promise.all(both);
});

test.each(['away', 'slow'])(
	'a gateway that is %s keeps a trigger with new topics waiting for 10 s at most',
	async (how) => {
		const { clock, gateway, join } = setUp();
		await join(new Trigger());
		if (how === 'slow') gateway.onDial = () => {};
		else gateway.refuse = { status: 503, body: '' };
		const cards = new Trigger();
		cards.topics = [{ type: 'CALLBACK', topic: CARD }];
		let listens = false;
		const joining = join(cards).then(() => (listens = true));
		await clock.pass(how === 'slow' ? 9_000 : 0);
		expect(listens).toBe(false);
		await clock.pass(1_000);
		expect(listens).toBe(true);
		await joining;
	},
);

test('when the last one goes, everything is closed', async () => {
	const { clock, gateway, hub, join } = setUp();
	const leaves = await Promise.all([join(new Trigger()), join(new Trigger())]);
	await leaves[0]();
	await leaves[0]();
	expect(gateway.live.length).toBe(1);
	await leaves[1]();
	expect([gateway.live.length, clock.timers, hub.size]).toEqual([0, 0, 0]);
});

test('the connection stays until what was taken is answered, also when a test run ends meanwhile, and a trigger that comes back takes it over', async () => {
	const { clock, gateway, hub, join, deliver } = setUp();
	const [first, second] = [new Trigger(), new Trigger()];
	let end: (reply: Reply) => void = () => {};
	first.reply = new Promise((resolve) => (end = resolve));
	const leave = await join(first);
	const endTest = await join(new Trigger('', true));
	await deliver(event('e'));
	const leaving = leave();
	await endTest();
	await clock.pass(1_000);
	expect([gateway.live.length, hub.size]).toEqual([1, 1]);
	const leaveAgain = await join(second);
	end({ taken: true });
	await leaving;
	expect([gateway.live.length, gateway.opens.length, hub.size]).toEqual([1, 1, 1]);
	expect(gateway.last.sent.map(({ data }) => data)).toEqual([SUCCESS.data]);
	await leaveAgain();
	expect([gateway.live.length, clock.timers, hub.size]).toEqual([0, 0, 0]);
});

test('an answer that does not come is waited for 10 s', async () => {
	const { clock, gateway, join, deliver } = setUp();
	const trigger = new Trigger();
	trigger.reply = new Promise(() => {});
	const leave = await join(trigger);
	await deliver(event('e'));
	const leaving = leave();
	await clock.pass(9_999);
	expect(gateway.live.length).toBe(1);
	await clock.pass(1);
	await leaving;
	expect([gateway.live.length, clock.timers]).toEqual([0, 0]);
});

test('a refused app fails every trigger that joins, leaves nothing, and may try again', async () => {
	const { clock, gateway, hub, join } = setUp();
	gateway.refuse = { status: 401, body: { code: 'invalidClientIdOrSecret', message: 'wrong' } };
	const joining = [join(new Trigger()), join(new Trigger())];
	await Promise.all(joining.map(async (one) => await expect(one).rejects.toMatchObject({ refused: true })));
	expect([clock.timers, hub.size]).toEqual([0, 0]);
	gateway.refuse = undefined;
	await join(new Trigger());
	expect([gateway.live.length, hub.size]).toEqual([1, 1]);
});

test('a changed secret, another host or another app is another connection', async () => {
	const { clock, gateway, hub, join } = setUp();
	const ports = { clock, dial: gateway.dial, post: gateway.post, random: () => 0 };
	const others = [
		{ ...app, host: 'https://api.other.invalid' },
		{ ...app, clientId: 'other' },
	].map(async (other) => await hub.join(other, new Trigger(), ports));
	const leaves = await Promise.all([join(new Trigger()), join(new Trigger(), 'changed'), ...others]);
	expect([gateway.live.length, hub.size]).toEqual([4, 4]);
	await leaves[2]();
	expect([gateway.live.length, hub.size]).toEqual([3, 3]);
});

test('the state is told once per change, however many triggers and attempts there are, also when the first trigger has gone', async () => {
	const { clock, gateway, join } = setUp();
	const triggers = [new Trigger(), new Trigger(), new Trigger()];
	const leaves = await Promise.all(triggers.map(async (trigger) => await join(trigger)));
	gateway.refuse = new Error('ECONNREFUSED');
	gateway.last.receive(ping());
	gateway.last.end();
	await clock.pass(8 * 3_600_000);
	await leaves[0]();
	gateway.refuse = undefined;
	await clock.pass(60_000);
	expect(triggers.map(({ states }) => states)).toEqual([['online', 'away'], ['online'], []]);
});

describe('triggers that are not there for a moment', () => {
	test('while n8n starts: what nobody wants yet is put off, what somebody takes is kept for the others', async () => {
		const { clock, deliver, join } = setUp();
		await join(new Trigger('a'));
		expect(await deliver(event('b1'))).toEqual(LATER);
		expect(await deliver(event('a1'))).toEqual(SUCCESS);
		await clock.pass(5_000);
		const second = new Trigger('');
		await join(second);
		expect(second.taken).toEqual(['a1']);
		expect(await deliver(event('b1'))).toEqual(SUCCESS);
		await clock.pass(6_000);
		expect(await deliver(event('a2'))).toEqual(SUCCESS);
		const third = new Trigger('');
		await join(third);
		expect(third.taken).toEqual([]);
	});

	test('while one is restarted: what it wants is put off, for 10 s', async () => {
		const { clock, deliver, join } = setUp();
		await join(new Trigger('a'));
		const leave = await join(new Trigger('b'));
		await clock.pass(11_000);
		await leave();
		expect(await deliver(event('b1'))).toEqual(LATER);
		expect(await deliver(event('a1'))).toEqual(SUCCESS);
		await clock.pass(11_000);
		expect(await deliver(event('b1'))).toEqual(SUCCESS);
	});
});
