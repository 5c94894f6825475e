import type { N8nProcess } from '../../scripts/host';
import { type Queue, startQueue } from '../../scripts/host/queue';
import { type Bench, openBench } from './support/bench';
import { START, chain, dingTalk, person } from './support/workflow';

const WORKERS = 3;
const ITEMS = 300;
/** Calls a second that DingTalk gives one app. https://open.dingtalk.com/document/development/how-to-process-api-throttling-on-the-dingtalk-server */
const LIMIT = 20;
/** Of all calls at most, while workers learn their shares. */
const MOST_REFUSED = 0.15;

/** Queue mode on PostgreSQL and Redis, each worker with one execution: none knows of the others' calls. */
describe('the limit of one app among several workers', () => {
	let queue: Queue;
	let bench: Bench;
	let workers: N8nProcess[] = [];
	beforeAll(async () => {
		queue = await startQueue();
		const env = { ...queue.env, N8N_CONCURRENCY_PRODUCTION_LIMIT: '1' };
		bench = await openBench({ n8n: { env }, people: ITEMS, limits: { perSecond: LIMIT } });
		const { n8n } = bench;
		if (!n8n) throw new Error('no n8n of its own');
		workers = await Promise.all(Array.from({ length: WORKERS }, n8n.startWorker));
	}, 400_000);
	afterAll(async () => {
		await Promise.all(workers.map(async (worker) => await worker.stop()));
		await bench.close();
		await queue.close();
	}, 100_000);

	it('no item fails, and few calls are refused', async () => {
		const { api, sandbox, save } = bench;
		const people = sandbox.company.users.slice(0, ITEMS).map(({ userid }) => ({ userid }));
		const step = dingTalk('user', 'get', { person: person('={{ $json.userid }}') }, { name: 'Person' });
		const saved = await Promise.all(
			workers.map(async (_, index) => await save(chain(`share ${index}`, [step], people))),
		);
		sandbox.clearLog();
		const runs = await Promise.all(saved.map(async ({ id }) => await api.runSaved(id, START, 600_000)));

		const wanted = people.map(({ userid }) => userid);
		for (const run of runs) expect(run.json('Person').map(({ userid }) => userid)).toEqual(wanted);
		const calls = sandbox.log.filter(({ path }) => path.endsWith('/user/get'));
		const refused = calls.length - WORKERS * ITEMS;
		const seconds = (Math.max(...calls.map(({ at }) => at)) - Math.min(...calls.map(({ at }) => at))) / 1000;
		const used = (WORKERS * ITEMS - LIMIT) / LIMIT / seconds;
		console.log(JSON.stringify({ workers: WORKERS, refused: refused / calls.length, used }));
		expect(refused / calls.length).toBeLessThanOrEqual(MOST_REFUSED);
	}, 900_000);
});
