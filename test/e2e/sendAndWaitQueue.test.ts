import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type N8n, type N8nProcess, type Redis, eventually, startN8n, startRedis } from '../../scripts/host';
import { root } from '../../scripts/host/build';
import { type Bench, openBench } from './support/bench';
import { type Step, asking, line, trigger } from './support/workflow';

const ask = asking({
	buttons: 'card',
	cardTemplateId: 'sendAndWait.schema',
});
const end: Step = { name: 'End', type: 'n8n-nodes-base.noOp', typeVersion: 1, parameters: {} };

/** The worker sends the card, the main process holds the connection; between sending and clicking n8n starts anew. */
describe('Send and Wait in queue mode', () => {
	const userFolder = mkdtempSync(join(tmpdir(), 'n8n-wait-'));
	let redis: Redis;
	let bench: Bench;
	let main: N8n;
	let worker: N8nProcess;
	beforeAll(async () => {
		redis = await startRedis();
		bench = await openBench({ n8n: { env: redis.queueMode, userFolder } });
		if (!bench.n8n) throw new Error('no n8n of its own');
		main = bench.n8n;
		worker = await main.startWorker();
	}, 400_000);
	afterAll(async () => {
		await worker.stop();
		await main.stop();
		await bench.sandbox.close();
		await redis.close();
		rmSync(userFolder, { recursive: true, force: true });
	}, 100_000);

	it('a click while n8n is down is lost, the next one after its start counts', async () => {
		const { act, received } = bench.sandbox;
		const { id } = await bench.activate(line('wait: queue', [trigger({ receive: ['robotMessages'] }), ask, end]));
		await act.sendRobotMessage({ text: '请假' });
		const card = await eventually('the card', async () => received.cards.at(-1));
		await eventually('the execution to wait', async () =>
			(await bench.api.executions(id)).some(({ status }) => status === 'waiting') ? true : undefined,
		);
		const { outTrackId } = card;
		await worker.stop();
		await main.stop();
		expect(await act.clickCard({ outTrackId, button: '同意' })).toBeUndefined();
		expect(card.publicData.hasAction).toBe('true');

		// At its old address, which n8n 1 has signed along with the link.
		const port = Number(new URL(main.url).port);
		main = await startN8n({ packageDir: root, env: redis.queueMode, userFolder, port });
		worker = await main.startWorker();
		await eventually('the trigger to listen', async () =>
			bench.sandbox.stream.connections.length > 0 ? true : undefined,
		);
		await act.clickCard({ outTrackId, button: '同意' });
		const [execution] = await main.api.ended(id);
		expect(execution.json('End')).toEqual([
			{ data: { approved: true, responder: { userId: 'zhangsan', name: '张三' }, respondedAt: expect.any(String) } },
		]);
		// On a busy machine n8n answers later than DingTalk waits, and the card is brought up to date by a call.
		await eventually(
			'the card to be locked',
			async () => await Promise.resolve(received.cards.at(-1)?.publicData.hasAction === 'false' ? true : undefined),
		);
		expect(bench.sandbox.problems()).toEqual([]);
	}, 240_000);
});
