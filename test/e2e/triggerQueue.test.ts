import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { type N8n, type N8nProcess, type Redis, eventually, startN8n, startRedis } from '../../scripts/host';
import { root } from '../../scripts/host/build';
import { type Bench, openBench } from './support/bench';
import { type StoredExecution, hasEnded, storedExecutions, tally } from './support/stored';
import { since } from './support/version';
import { type Step, line, trigger } from './support/workflow';

const EVENTS = 100;
const nothing: Step = { name: 'End', type: 'n8n-nodes-base.noOp', typeVersion: 1, parameters: {} };
/** Holds an execution in its worker for a while. */
const pause = (seconds: number): Step => ({
	name: 'Pause',
	type: 'n8n-nodes-base.wait',
	typeVersion: 1.1,
	parameters: { amount: seconds, unit: 'seconds' },
});
const stored = async (userFolder: string, workflow: string) =>
	await storedExecutions(userFolder, workflow, /queue-\w+-\d+/);

/** Queue mode: one main that listens, two workers that execute. */
describe('trigger in queue mode', () => {
	const userFolder = mkdtempSync(join(tmpdir(), 'n8n-queue-'));
	let redis: Redis;
	let bench: Bench;
	let main: N8n;
	let env: NodeJS.ProcessEnv;
	let workers: N8nProcess[] = [];
	beforeAll(async () => {
		redis = await startRedis();
		// A worker that is gone is noticed after seconds, not after a minute.
		env = {
			...redis.queueMode,
			QUEUE_WORKER_LOCK_DURATION: '8000',
			QUEUE_WORKER_LOCK_RENEW_TIME: '2000',
			QUEUE_WORKER_STALLED_INTERVAL: '4000',
		};
		bench = await openBench({ n8n: { env, userFolder }, stream: { retryAfter: 2_000 } });
		if (!bench.n8n) throw new Error('no n8n of its own');
		main = bench.n8n;
		workers = [await main.startWorker(), await main.startWorker()];
	}, 400_000);
	afterAll(async () => {
		await Promise.all(workers.map(async (worker) => await worker.stop()));
		await main.stop();
		await bench.sandbox.close();
		await redis.close();
		rmSync(userFolder, { recursive: true, force: true });
	}, 100_000);
	afterEach(async () => {
		await bench.api.deactivate(workflow);
		expect([bench.sandbox.problems(), bench.sandbox.failedEvents]).toEqual([[], []]);
	});

	let workflow = '';
	const activate = async (name: string, ...steps: Step[]): Promise<void> => {
		workflow = (await bench.activate(line(`queue: ${name}`, [trigger({ events: ['check_in'] }), ...steps, nothing])))
			.id;
	};

	const push = (name: string, count: number): void => {
		for (let index = 0; index < count; index++) {
			const eventId = `queue-${name}-${index}`;
			bench.sandbox.push('check_in', { eventId }, { via: 'stream', eventId });
		}
	};
	const acknowledged = async (count: number, timeoutMs = 200_000) =>
		await eventually(
			`${count} acknowledgements`,
			async () => await Promise.resolve(bench.sandbox.stream.ackedIds.length >= count || undefined),
			timeoutMs,
		);
	/** Every execution of the workflow, once none is under way. */
	const settled = async (): Promise<StoredExecution[]> =>
		await eventually('every execution to end', async () => {
			const all = await stored(userFolder, workflow);
			return all.every(({ status }) => !['new', 'running'].includes(status)) ? all : undefined;
		});

	/**
	 * How many events have no execution that succeeded, or more than one. Three processes on one SQLite file lock each other out
	 * now and then: n8n ends such an execution as failed, which may leave its event out here.
	 */
	async function runsOf(events: number): Promise<{ missing: number; repeated: number; failed: number }> {
		const executions = await settled();
		const succeeded = tally(executions.filter(({ status }) => status === 'success').map(({ event }) => event));
		return {
			missing: events - succeeded.size,
			repeated: [...succeeded.values()].filter((count) => count > 1).length,
			failed: executions.filter(({ status }) => status === 'error').length,
		};
	}

	it('an event that comes twice runs once, and both are acknowledged', async () => {
		await activate('twice');
		push('twice', EVENTS);
		await acknowledged(EVENTS / 2);
		push('twice', EVENTS);
		await acknowledged(2 * EVENTS);
		const { missing, repeated, failed } = await runsOf(EVENTS);
		expect([Math.max(0, missing - failed), repeated]).toEqual([0, 0]);
	}, 300_000);

	it('what the workers have in hand lives on when the main process is killed', async () => {
		await activate('main killed', pause(3));
		const before = bench.sandbox.stream.ackedIds.length;
		push('main', 60);
		await acknowledged(before + 5);
		await main.kill();
		const left = await stored(userFolder, workflow);
		main = await startN8n({ packageDir: root, userFolder, env, port: Number(new URL(bench.url).port) });
		await acknowledged(before + 60);
		expect(left.filter((execution) => !hasEnded(execution)).length).toBeGreaterThan(0);
		// n8n before 2.20 knows no deduplication key, by which a new main process could tell what a worker has.
		const { missing, repeated, failed } = await runsOf(60);
		expect([Math.max(0, missing - failed), repeated]).toEqual([0, since('2.20') ? 0 : expect.any(Number)]);
	}, 400_000);

	it('what goes down with a worker is run again', async () => {
		await activate('worker killed', pause(3));
		const before = bench.sandbox.stream.ackedIds.length;
		push('worker', 40);
		await acknowledged(before + 5);
		await workers[0].kill();
		await acknowledged(before + 40);
		const { missing, repeated, failed } = await runsOf(40);
		// n8n 2 lists those that were lost with it as failed, n8n 1 does not.
		expect([missing <= 1, repeated, failed > 0]).toEqual([true, 0, since('2.20') || expect.any(Boolean)]);
	}, 400_000);
});
