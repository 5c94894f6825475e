import { createHash, createHmac } from 'node:crypto';

import { failedEntry } from '../../sandbox/events';
import { encrypt, signature } from '../../sandbox/crypto';
import { eventually } from '../../scripts/host';
import { type Bench, openBench } from './support/bench';
import { type Step, dingTalk, line, trigger } from './support/workflow';

/** A node that does nothing, so that the trigger's workflow has an end. */
const nothing: Step = { name: 'End', type: 'n8n-nodes-base.noOp', typeVersion: 1, parameters: {} };
const pause = (seconds: number): Step => ({
	name: 'Pause',
	type: 'n8n-nodes-base.wait',
	typeVersion: 1.1,
	parameters: { amount: seconds, unit: 'seconds' },
});
const hook = (id: string, parameters: object = {}): Step => ({
	...trigger({ connection: 'webhook', ...parameters }),
	webhookId: `7219e000-0000-4000-8000-${id.padStart(12, '0')}`,
});
const numbers = (count: number) => Array.from({ length: count }, (_, index) => index);

const TRIGGER = 'DingTalk Trigger';

/** Waits until a workflow has had so many executions that ended. */
const ended = async ({ api }: Bench, id: string, count: number, timeoutMs = 120_000) =>
	await eventually(
		`${count} executions`,
		async () => {
			const done = await api.executions(id, { status: ['success', 'error', 'crashed', 'canceled'] });
			return done.length >= count ? done : undefined;
		},
		timeoutMs,
	);

describe('trigger over Stream', () => {
	let bench: Bench;
	beforeAll(async () => (bench = await openBench()));
	afterEach(async () => {
		expect(bench.sandbox.problems()).toEqual([]);
		expect(bench.sandbox.stream.problems).toEqual([]);
	});
	afterAll(async () => await bench.close());

	it('answers a message to the robot through its session webhook', async () => {
		const { act, received } = bench.sandbox;
		const { id } = await bench.activate(
			line('trigger: reply', [
				trigger({ receive: ['robotMessages'] }),
				dingTalk('robot', 'reply', { messageType: 'text', text: '={{ "You said: " + $json.text }}' }),
			]),
		);
		await act.sendRobotMessage({ text: '你好' });
		const [execution] = await bench.api.ended(id);
		expect(execution.error()).toBeUndefined();
		expect(received.messages.filter(({ by }) => by === 'session')).toMatchObject([
			{ to: 'group', content: { content: 'You said: 你好' } },
		]);
		await bench.api.deactivate(id);
	});

	it('answers a click on a card within the deadline, and updates the card when it is late', async () => {
		const { act, received, clearLog } = bench.sandbox;
		const respond = (status: string) => dingTalk('card', 'respond', { publicData: JSON.stringify({ status }) });
		const quick = await bench.activate(
			line('trigger: card', [
				trigger({ receive: ['cardCallbacks'], filters: { actionIds: 'quick' } }),
				respond('done'),
			]),
		);
		const slow = await bench.activate(
			line('trigger: late card', [
				trigger({ receive: ['cardCallbacks'], filters: { actionIds: 'slow' } }),
				pause(3),
				respond('late'),
			]),
		);
		expect(await act.clickCard({ outTrackId: 'quick', actionId: 'quick' })).toMatchObject({
			cardData: { cardParamMap: { status: 'done' } },
		});
		expect((await bench.api.ended(quick.id))[0].error()).toBeUndefined();

		clearLog();
		const answer = await act.clickCard({ outTrackId: 'slow', actionId: 'slow' });
		expect(answer).not.toHaveProperty('cardData');
		expect((await bench.api.ended(slow.id))[0].error()).toBeUndefined();
		expect(received.cards.find(({ outTrackId }) => outTrackId === 'slow')).toMatchObject({
			publicData: { status: 'late' },
		});
		expect(
			bench.sandbox.log.filter(({ method, path }) => method === 'PUT' && path === '/v1.0/card/instances'),
		).toHaveLength(1);
		for (const { id } of [quick, slow]) await bench.api.deactivate(id);
	});

	it("the editor's test run gets an event over the active workflow's connection, which loses none", async () => {
		const { push, stream } = bench.sandbox;
		const workflow = line('trigger: test run', [trigger({ events: ['check_in'] }), nothing]);
		const active = await bench.activate(workflow);
		const testRun = await bench.api.start((await bench.save(workflow)).id, TRIGGER);
		if (testRun === undefined) throw new Error('n8n waits for a call');
		for (const index of numbers(10)) {
			push('check_in', { index }, { via: 'stream' });
			await new Promise((resolve) => setTimeout(resolve, 200));
		}
		const shown = await bench.api.execution(testRun);
		expect(shown.json<{ eventType: string }>(TRIGGER)).toMatchObject([{ eventType: 'check_in' }]);
		expect(await ended(bench, active.id, 10)).toHaveLength(10);
		expect(stream.connections).toHaveLength(1);
		await bench.api.deactivate(active.id);
	});

	it('two workflows on one app each get all they filter for of 1,000 events, over one connection', async () => {
		const { push, stream } = bench.sandbox;
		const approvals = await bench.activate(
			line('trigger: approvals', [trigger({ events: ['bpms_instance_change'] }), nothing]),
		);
		const both = await bench.activate(
			line('trigger: both', [trigger({ events: ['bpms_instance_change', 'check_in'] }), nothing]),
		);
		expect(stream.connections).toHaveLength(1);
		for (const index of numbers(1_000)) {
			push(
				['bpms_instance_change', 'check_in'][index % 10] ?? 'blackboard_sent',
				{ index },
				{ via: 'stream', eventId: `two-${index}` },
			);
		}
		await eventually('every event to be acknowledged', async () => (stream.unacked().length === 0 ? true : undefined));
		expect(await ended(bench, approvals.id, 100)).toHaveLength(100);
		expect(await ended(bench, both.id, 200)).toHaveLength(200);
		for (const { id } of [approvals, both]) await bench.api.deactivate(id);
		await eventually('the connection to close', async () => (stream.connections.length === 0 ? true : undefined));
	});
});

describe('trigger over a bad line', () => {
	let bench: Bench;
	// DingTalk waits 60 s for an answer and tries again after 10 and 30 s; a half-open connection outlasts that.
	beforeAll(
		async () =>
			(bench = await openBench({
				stream: { ackWithin: 20_000, retryAfter: numbers(20).map(() => 2_000), leaveAfter: 2_000 },
			})),
	);
	afterAll(async () => await bench.close());

	it('each of 500 events has exactly one ended execution', async () => {
		const { push, stream, failedEvents } = bench.sandbox;
		const { id } = await bench.activate(line('trigger: bad line', [trigger({ events: ['check_in'] }), nothing]));
		const faults = [
			() => stream.dropAll(),
			() => stream.disconnect(),
			() => stream.halfOpen(),
			() => stream.dropAll(),
			() => stream.refuseOpens(3_000),
		];
		for (const index of numbers(500)) {
			push('check_in', { index }, { via: 'stream', eventId: `line-${index}` });
			if (index % 100 === 50) faults[Math.floor(index / 100)]();
			if (index % 10 === 0) await new Promise((resolve) => setTimeout(resolve, 20));
		}
		await eventually(
			'every event to be acknowledged',
			async () => (stream.unacked().length === 0 ? true : undefined),
			150_000,
		);
		const done = await ended(bench, id, 500);
		const indexes: unknown[] = [];
		for (const { id: execution } of done)
			indexes.push((await bench.api.execution(execution)).json<{ data: { index: number } }>(TRIGGER)[0].data.index);
		expect(indexes.sort((a, b) => Number(a) - Number(b))).toEqual(numbers(500));
		expect([failedEvents, stream.problems]).toEqual([[], []]);
	}, 240_000);
});

describe('trigger over webhook', () => {
	let bench: Bench;
	beforeAll(async () => (bench = await openBench({ callback: { retryAfter: [20] } })));
	afterAll(async () => await bench.close());

	it('fetches what could not be pushed, once, and what it had is not run again', async () => {
		const { company, failedEvents, callback, push } = bench.sandbox;
		const bornTime = Date.now() - 600_000;
		const failing = (index: number) =>
			failedEntry({
				eventType: 'check_in',
				eventId: '',
				bornTime: bornTime + index,
				corpId: company.corpId,
				data: { staffId: `s${index}` },
			});
		failedEvents.push(...numbers(205).map(failing));
		const { id } = await bench.activate(
			line('trigger: recover', [hook('1', { registration: 'automatic', events: ['check_in'] }), nothing]),
		);
		const done = await ended(bench, id, 205);
		expect([done.length, failedEvents]).toEqual([205, []]);
		const [{ eventType, data }] = (await bench.api.execution(done[0].id)).json<{ eventType: string; data: object }>(
			TRIGGER,
		);
		expect([eventType, data]).toEqual(['check_in', { staffId: expect.stringMatching(/^s\d+$/) }]);

		push('check_in', { staffId: 'pushed' }, { via: 'http', bornTime });
		await ended(bench, id, 206);
		await bench.api.deactivate(id);
		expect(callback.registration).toBeUndefined();
		// It came, though DingTalk did not notice; and DingTalk lists two it has listed before.
		failedEvents.push(
			failedEntry({
				eventType: 'check_in',
				eventId: '',
				bornTime,
				corpId: company.corpId,
				data: { staffId: 'pushed' },
			}),
			failing(3),
			failing(204),
			failing(205),
		);
		await bench.api.activate(id);
		await ended(bench, id, 207);
		await eventually('the list to be read', async () => (failedEvents.length === 0 ? true : undefined));
		await new Promise((resolve) => setTimeout(resolve, 1_000));
		expect(await bench.api.executions(id)).toHaveLength(207);
		await bench.api.deactivate(id);
	});

	it('refuses what is forged, replayed, stale, too big or nonsense, and runs nothing', async () => {
		const { id } = await bench.activate(
			line('trigger: refuse', [
				hook('2', { registration: 'automatic', receive: ['events', 'robotMessages'], events: ['check_in'] }),
				nothing,
			]),
		);
		const { url, token, aesKey, owner } = bench.sandbox.callback.registration ?? {
			url: '',
			token: '',
			aesKey: '',
			owner: '',
		};
		const push = (change: { token?: string; owner?: string; at?: number; eventId?: string } = {}) => {
			const plain = {
				EventType: 'check_in',
				EventTime: Date.now(),
				CorpId: owner,
				eventId: change.eventId ?? 'forged',
				staffId: 's',
			};
			const sealed = encrypt(aesKey, change.owner ?? owner, JSON.stringify(plain));
			const timestamp = String(change.at ?? Date.now());
			const query = new URLSearchParams({
				signature: signature(change.token ?? token, timestamp, 'nonce', sealed),
				timestamp,
				nonce: 'nonce',
			});
			return { url: `${url}?${query.toString()}`, body: JSON.stringify({ encrypt: sealed }) };
		};
		const post = async (call: { url: string; body: string }, headers: Record<string, string> = {}) =>
			(
				await fetch(call.url, {
					method: 'POST',
					headers: { 'content-type': 'application/json', ...headers },
					body: call.body,
				})
			).status;
		const genuine = push({ eventId: 'genuine' });
		expect(await post(genuine)).toBe(200);
		const at = String(Date.now());
		const wrongSign = createHmac('sha256', createHash('sha256').update('guessed').digest('hex'))
			.update(at)
			.digest('base64');
		const statuses = [
			await post(genuine),
			await post(push({ token: 'guessed' })),
			await post(push({ owner: 'another app' })),
			await post(push({ at: Date.now() - 2 * 60 * 60_000 })),
			await post({ url, body: JSON.stringify({ encrypt: 'AAAA' }) }),
			await post({ url, body: '{"broken' }),
			await post({ url, body: JSON.stringify({ encrypt: 'A'.repeat(1_100_000) }) }),
			await post(
				{ url, body: JSON.stringify({ msgId: 'm', text: { content: 'hi' } }) },
				{ timestamp: at, sign: wrongSign },
			),
		];
		expect(statuses).toEqual([409, 401, 401, 401, 401, expect.any(Number), 413, 401]);
		for (const status of statuses) expect([status >= 400, status < 500]).toEqual([true, true]);
		await ended(bench, id, 1);
		expect(await bench.api.executions(id)).toHaveLength(1);
		await bench.api.deactivate(id);
	});

	it('shows its output before it has run', async () => {
		const response = await bench.api.rest.fetch('GET', '/schemas/n8n-nodes-dingtalk-suite.dingTalkTrigger/1.0.0.json');
		expect(response.status).toBe(200);
	});
});
