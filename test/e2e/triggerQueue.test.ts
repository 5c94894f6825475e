import { type N8nProcess, type Redis, eventually, startRedis } from '../../scripts/host';
import { type Bench, openBench } from './support/bench';
import { line, trigger } from './support/workflow';

const EVENTS = 100;

/** Queue mode: one main that listens, two workers that execute. */
describe('trigger in queue mode', () => {
	let redis: Redis;
	let bench: Bench;
	let workers: N8nProcess[] = [];
	beforeAll(async () => {
		redis = await startRedis();
		bench = await openBench({ n8n: { env: redis.queueMode }, stream: { retryAfter: [2_000, 2_000, 2_000, 2_000] } });
		const { n8n } = bench;
		if (!n8n) throw new Error('no n8n of its own');
		workers = [await n8n.startWorker(), await n8n.startWorker()];
	}, 400_000);
	afterAll(async () => {
		await Promise.all(workers.map(async (worker) => await worker.stop()));
		await bench.close();
		await redis.close();
	}, 100_000);

	it('an event that comes twice runs once, and both are acknowledged', async () => {
		const { push, stream, problems, failedEvents } = bench.sandbox;
		const { id } = await bench.activate(line('trigger: queue', [trigger({ events: ['check_in'] }), { name: 'End', type: 'n8n-nodes-base.noOp', typeVersion: 1, parameters: {} }]));
		for (let index = 0; index < EVENTS; index++) push('check_in', { index }, { via: 'stream', eventId: `queue-${index}` });
		await eventually('half of the events to be acknowledged', 120_000, async () => (stream.ackedIds.length > EVENTS / 2 ? true : undefined));
		for (let index = 0; index < EVENTS; index++) push('check_in', { index }, { via: 'stream', eventId: `queue-${index}` });
		await eventually('every event to be acknowledged', 120_000, async () => (stream.unacked().length === 0 ? true : undefined));
		expect(stream.ackedIds).toHaveLength(2 * EVENTS);
		const executions = await eventually('every execution to end', 60_000, async () => {
			const all = await bench.api.executions(id);
			return all.every(({ stoppedAt }) => stoppedAt !== null) ? all : undefined;
		});
		// Three processes on one SQLite file lock each other out now and then: n8n ends such an execution as failed.
		expect(executions.filter(({ status }) => !['success', 'error'].includes(status))).toEqual([]);
		const indexes: unknown[] = [];
		for (const { id: execution } of executions) indexes.push((await bench.api.execution(execution)).json<{ data: { index: number } }>('DingTalk Trigger')[0]?.data.index);
		expect(executions).toHaveLength(EVENTS);
		expect(new Set(indexes.filter((index) => index !== undefined)).size).toBe(indexes.filter((index) => index !== undefined).length);
		expect([problems(), failedEvents]).toEqual([[], []]);
	}, 300_000);
});
