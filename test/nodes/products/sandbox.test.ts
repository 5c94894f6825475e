/** Every operation of every product node, with every filling of its form, in the company of the sandbox: what is not there it refuses in DingTalk's own words, and nothing else goes wrong. */
import { operations } from '../../../scripts/products';
import { startSandbox, type Sandbox } from '../../../sandbox';
import { sentBy } from './support/requests';

let sandbox: Sandbox;
beforeAll(async () => {
	sandbox = await startSandbox();
});
afterAll(async () => await sandbox.close());

test.each(operations.map((placed) => [placed.id, placed] as const))('%s', async (_, placed) => {
	const run = await sentBy(placed, sandbox);
	expect(run.flatMap(({ requests }) => requests.flatMap(({ problem }) => problem ?? []))).toEqual([]);
	expect(run.flatMap(({ requests }) => requests).length).toBeGreaterThan(0);
});
