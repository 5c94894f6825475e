import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import { type Sandbox, startSandbox } from '../../sandbox';
import { type N8n, eventually, startN8n } from '../../scripts/host';
import { root } from '../../scripts/host/build';
import { type Bench, openBench } from './support/bench';
import { hasEnded, storedExecutions, tally } from './support/stored';
import { line, trigger } from './support/workflow';
import { type Yardstick, startYardstick } from './support/yardstick';

/** `E2E_WHOLE=1` sends all 10,000 events, in 18 minutes; without it a tenth of them meets a tenth of the faults, and all three kills. */
const SCALE = process.env.E2E_WHOLE === '1' ? 1 : 0.1;
const some = (count: number): number => Math.ceil(count * SCALE);

/** Milliseconds that the official client's program works for an event: 20 at once make the 30 a second that n8n does here. */
const WORK = 650;
const DRAIN = 300_000;
const HALF_OPEN_FOUND = 90_000;

const stored = async (userFolder: string, workflow: string) =>
	await storedExecutions(userFolder, workflow, /proof-\d+/);

/**
 * The gateway loses lines and takes leave, n8n is killed, and every event has exactly one execution that ended. The
 * official client gets the same, with two exceptions: its gateway is never away for a minute (it would ask some hundred times
 * a second), and half-open lines do not wait for it to notice (it does not).
 */
describe(`${some(10_000).toLocaleString('en')} events over the worst of lines`, () => {
	const userFolder = mkdtempSync(join(tmpdir(), 'n8n-proof-'));
	const report: Record<string, unknown> = {};
	let bench: Bench;
	let n8n: N8n;
	let official: Sandbox;
	let yardstick: Yardstick;
	let workflow: string;
	let pushed = 0;

	/** Both get the event. */
	const push = (): void => {
		const eventId = `proof-${pushed++}`;
		for (const { push: deliver } of [bench.sandbox, official])
			deliver('check_in', { eventId }, { via: 'stream', eventId });
	};
	/** Sends so many events at so many a second. */
	async function stream(count: number, perSecond: number, each: (index: number) => void = () => {}): Promise<void> {
		for (let index = 0; index < count; index++) {
			push();
			each(index);
			await sleep(1_000 / perSecond);
		}
	}
	const acknowledged = async () =>
		await eventually(
			'every event to be acknowledged',
			async () => await Promise.resolve(bench.sandbox.stream.unacked().length === 0 || undefined),
			DRAIN,
		);

	async function crash(): Promise<object> {
		await Promise.all([n8n.kill(), yardstick.crash()]);
		const left = Object.fromEntries(tally((await stored(userFolder, workflow)).map(({ status }) => status)));
		n8n = await startN8n({ packageDir: root, userFolder, port: Number(new URL(bench.url).port) });
		return left;
	}

	beforeAll(async () => {
		// DingTalk's own times, except that no event is given up while the gateway is away.
		bench = await openBench({ n8n: { userFolder }, stream: { retryAfter: 5_000 } });
		if (!bench.n8n) throw new Error('no n8n of its own');
		n8n = bench.n8n;
		official = await startSandbox({ stream: { retryAfter: 5_000 } });
		yardstick = await startYardstick(official, WORK);
		const nothing = { name: 'End', type: 'n8n-nodes-base.noOp', typeVersion: 1, parameters: {} };
		workflow = (await bench.activate(line('proof', [trigger({ events: ['check_in'] }), nothing]))).id;
	}, 400_000);
	afterAll(async () => {
		await yardstick.close();
		await n8n.stop();
		await bench.sandbox.close();
		await official.close();
		rmSync(userFolder, { recursive: true, force: true });
		console.log(JSON.stringify(report, undefined, '\t'));
	});

	it(`${some(100)} times the line drops, ${some(20)} times the gateway takes leave`, async () => {
		await stream(some(5_000), 25, (index) => {
			if (index % 250 === 125) for (const { stream } of [bench.sandbox, official]) stream.disconnect();
			else if (index % 50 === 40) for (const { stream } of [bench.sandbox, official]) stream.dropAll();
		});
		await acknowledged();
		report['after drops and leaves: connections asked for'] = [
			bench.sandbox.stream.opens.length,
			official.stream.opens.length,
		];
	}, 900_000);

	it(`${some(5)} times the line is half open`, async () => {
		const found: number[] = [];
		for (let time = 0; time < some(5); time++) {
			await stream(some(200), 50);
			const asked = bench.sandbox.stream.opens.length;
			for (const { stream } of [bench.sandbox, official]) stream.halfOpen();
			const began = Date.now();
			await stream(some(200), 50);
			official.stream.dropAll();
			await eventually(
				'a new connection',
				async () => await Promise.resolve(bench.sandbox.stream.opens.length > asked || undefined),
				HALF_OPEN_FOUND,
			);
			found.push(Math.round((Date.now() - began) / 1_000));
		}
		await acknowledged();
		report['half-open lines found after (s)'] = found;
		expect(Math.max(...found)).toBeLessThanOrEqual(75);
	}, 900_000);

	it(`${some(2)} times the gateway is away for a minute`, async () => {
		const asked: number[] = [];
		for (let time = 0; time < some(2); time++) {
			const before = bench.sandbox.stream.opens.length;
			bench.sandbox.stream.refuseOpens(60_000);
			official.stream.refuseOpens(2_000);
			for (const { stream } of [bench.sandbox, official]) stream.dropAll();
			await stream(some(500), 25);
			await acknowledged();
			asked.push(bench.sandbox.stream.opens.length - before);
		}
		report['connections asked for while away and after'] = asked;
		expect(Math.max(...asked)).toBeLessThanOrEqual(12);
	}, 900_000);

	it('3 times n8n is killed in mid-burst', async () => {
		const left: object[] = [];
		for (let time = 0; time < 3; time++) {
			const before = bench.sandbox.stream.ackedIds.length;
			const burst = time < 2 ? some(2_000 / 3) : some(10_000) - pushed;
			for (let index = 0; index < burst; index++) push();
			await eventually(
				'a part of the burst to be acknowledged',
				async () => await Promise.resolve(bench.sandbox.stream.ackedIds.length - before > burst / 3 || undefined),
				DRAIN,
			);
			left.push(await crash());
			await acknowledged();
		}
		report['executions by status when n8n was killed'] = left;
	}, 1_200_000);

	it('every event has exactly one execution that ended, and each that a kill interrupted has its successor', async () => {
		const all = Array.from({ length: pushed }, (_, index) => `proof-${index}`);
		const read = async () => {
			const executions = await stored(userFolder, workflow);
			return { executions, ended: tally(executions.filter(hasEnded).map(({ event }) => event)) };
		};
		// One that takes longer than 45 s is acknowledged before it has ended. Which are missing in the end is told below.
		for (let seconds = 0; seconds < 60 && (await read()).ended.size < all.length; seconds++) await sleep(1_000);
		const { executions, ended } = await read();
		// Of those that a kill interrupted n8n may leave one as running for ever.
		const interrupted = executions.filter((execution) => !hasEnded(execution));
		const doneBy = (times: (count: number) => boolean) =>
			all.filter((event) => times(yardstick.done.get(event) ?? 0)).length;
		Object.assign(report, {
			events: pushed,
			'executions by status': Object.fromEntries(tally(executions.map(({ status }) => status))),
			'interrupted, each with its successor': interrupted.map(({ id, event }) => `${id} ${event}`).join(', '),
			'official client': {
				once: doneBy((count) => count === 1),
				never: doneBy((count) => count === 0),
				twice: doneBy((count) => count > 1),
			},
		});
		expect(all.filter((event) => !ended.has(event))).toEqual([]);
		expect(all.filter((event) => (ended.get(event) ?? 0) > 1)).toEqual([]);
		expect(interrupted.filter(({ event = '' }) => ended.get(event) !== 1)).toEqual([]);
		expect([bench.sandbox.failedEvents, bench.sandbox.stream.problems]).toEqual([[], []]);
	}, 120_000);
});
