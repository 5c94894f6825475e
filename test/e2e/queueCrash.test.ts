import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import {
	type N8n,
	type N8nProcess,
	type Postgres,
	type Redis,
	eventually,
	startN8n,
	startPostgres,
	startRedis,
} from '../../scripts/host';
import { root } from '../../scripts/host/build';
import { type Bench, openBench } from './support/bench';
import { tally } from './support/stored';
import { since } from './support/version';
import { type Step, line, trigger } from './support/workflow';

/** `E2E_WHOLE=1`: as many events and crashes as docs/verification-trigger.md tells of. */
const WHOLE = process.env.E2E_WHOLE === '1';
const EVENTS = WHOLE ? 1_000 : 300;
const CRASHES = WHOLE ? 3 : 1;
const WORKERS = 3;

/** An execution takes a second, so that many are under way when all goes down. */
const pause: Step = {
	name: 'Pause',
	type: 'n8n-nodes-base.wait',
	typeVersion: 1.1,
	parameters: { amount: 1, unit: 'seconds' },
};
const nothing: Step = { name: 'End', type: 'n8n-nodes-base.noOp', typeVersion: 1, parameters: {} };

interface Row {
	readonly id: number;
	readonly status: string;
	readonly event: string | null;
}

/** n8n before 2.40 does not replace an execution that it has stored and nobody has begun: such an event may run twice there. */
const suite = since('2.40') ? describe : describe.skip;

/** Queue mode on PostgreSQL and Redis, at n8n's default times: the main process and all workers go down at the same moment. */
suite('a crash of the whole host', () => {
	const userFolder = mkdtempSync(join(tmpdir(), 'n8n-crash-'));
	const report: Record<string, unknown> = { events: EVENTS, crashes: CRASHES, workers: WORKERS };
	const seconds = (from: number) => Math.round((Date.now() - from) / 1_000);
	let redis: Redis;
	let postgres: Postgres;
	let bench: Bench;
	let main: N8n;
	let workers: N8nProcess[] = [];
	let env: NodeJS.ProcessEnv;
	let workflow = '';
	let pushed = 0;

	const startWorkers = async () => await Promise.all(Array.from({ length: WORKERS }, main.startWorker));
	const rows = async () =>
		await postgres.query<Row>(
			`SELECT e.id, e.status, substring(d.data from 'crash-[0-9]+') AS event FROM execution_entity e
			LEFT JOIN execution_data d ON d."executionId" = e.id WHERE e."workflowId" = '${workflow}' ORDER BY e.id`,
		);
	const byStatus = async () => Object.fromEntries(tally((await rows()).map(({ status }) => status)));

	/** Pushes so many events; the ids of their deliveries. */
	function push(count: number): string[] {
		const before = new Set(bench.sandbox.stream.unacked());
		for (let index = 0; index < count; index++) {
			const eventId = `crash-${pushed++}`;
			bench.sandbox.push('check_in', { eventId }, { via: 'stream', eventId });
		}
		return bench.sandbox.stream.unacked().filter((id) => !before.has(id));
	}
	/** How many of these deliveries have been acknowledged. */
	function acknowledged(deliveries: readonly string[]): number {
		const left = new Set(bench.sandbox.stream.unacked());
		return deliveries.filter((id) => !left.has(id)).length;
	}
	const waiting = () => bench.sandbox.stream.unacked().length;
	const until = async (what: string, isSo: () => boolean) =>
		await eventually(what, async () => await Promise.resolve(isSo() || undefined), 300_000);

	/** All processes end at once, and are started again. */
	async function crash(): Promise<object> {
		await Promise.all([main, ...workers].map(async (one) => await one.kill()));
		const left = await byStatus();
		const port = Number(new URL(bench.url).port);
		[main, workers] = await Promise.all([startN8n({ packageDir: root, userFolder, env, port }), startWorkers()]);
		return left;
	}

	beforeAll(async () => {
		[redis, postgres] = await Promise.all([startRedis(), startPostgres()]);
		env = { ...redis.queueMode, ...postgres.database };
		// DingTalk delivers every 5 s here and gives nothing up.
		bench = await openBench({ n8n: { env, userFolder }, stream: { retryAfter: 5_000 } });
		if (!bench.n8n) throw new Error('no n8n of its own');
		main = bench.n8n;
		workers = await startWorkers();
		workflow = (await bench.activate(line('crash', [trigger({ events: ['check_in'] }), pause, nothing]))).id;
	}, 400_000);
	afterAll(async () => {
		await Promise.all(workers.map(async (worker) => await worker.stop()));
		await main.stop();
		await bench.sandbox.close();
		await Promise.all([redis.close(), postgres.close()]);
		rmSync(userFolder, { recursive: true, force: true });
		console.log(JSON.stringify(report, undefined, '\t'));
	}, 100_000);

	it('leaves no event out and repeats none', async () => {
		const left: object[] = [];
		const burst = Math.floor(EVENTS / (CRASHES + 1));
		const started = Date.now();
		for (let time = 0; time < CRASHES; time++) {
			const deliveries = push(burst);
			await until('a third of the burst', () => acknowledged(deliveries) > burst / 3);
			left.push(await crash());
		}
		report['executions by status when all was killed'] = left;

		// What the workers may still have does not hold back the others.
		const newcomers = push(EVENTS - pushed);
		const from = Date.now();
		await until('the newcomers', () => acknowledged(newcomers) === newcomers.length);
		report['seconds until all newcomers were done, after the last start'] = seconds(from);
		const held = waiting();
		report['events that still waited then'] = held;
		await until('every event', () => waiting() === 0);
		report['seconds until all events were done, after the last start'] = seconds(from);
		report['seconds in all'] = seconds(started);

		const all = await rows();
		report['executions by status at the end'] = await byStatus();
		const succeeded = tally(all.filter(({ status }) => status === 'success').map(({ event }) => event ?? undefined));
		report['events done once'] = [...succeeded.values()].filter((count) => count === 1).length;
		report['events done more than once'] = [...succeeded.values()].filter((count) => count > 1).length;
		expect([report['events done once'], report['events done more than once']]).toEqual([EVENTS, 0]);
		expect(held).toBeGreaterThan(0);
	}, 900_000);
});
