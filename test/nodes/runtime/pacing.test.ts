import type { IDataObject } from 'n8n-workflow';
import { startSandbox, type Sandbox } from '../../../sandbox';
import { execute, sandboxCredentials, type Call } from '../../support/engine';
import { getTodos, getUser, nodeOf } from '../../support/node';

const node = nodeOf([getUser, getTodos]);
let sandbox: Sandbox;
beforeEach(async () => {
	sandbox = await startSandbox({ limits: true });
});
afterEach(async () => await sandbox.close());

const call = (parameters: IDataObject, count: number, options: IDataObject = {}): Call => ({
	nodeType: node,
	parameters: { resource: 'thing', ...parameters, options: { batching: 20, ...options } },
	items: Array.from({ length: count }, () => ({ json: {} })),
	credentials: sandboxCredentials(sandbox),
});
const refused = () => sandbox.log.filter(({ answer }) => /90018|QpsLimit/.test(JSON.stringify(answer))).length;
const users = { operation: 'getUser', userId: 'zhangsan' };

test.each([
	['legacy', users],
	['new', { operation: 'getTodos', unionId: 'unzhangsaniEiE' }],
])(
	'%s API: 50 items keep within 20 calls a second; a busy machine may hold up a few on their way',
	async (_, parameters) => {
		expect(await execute(call(parameters, 50))).toHaveLength(50);
		expect(refused()).toBeLessThanOrEqual(5);
	},
	20_000,
);

test('executions of one app share its pace, other APIs have their own', async () => {
	// Two at a pace of their own each would be too many; one leaves room for what a busy machine holds up on its way.
	const rate = { callsPerSecond: 15 };
	const begun = Date.now();
	await Promise.all([
		execute(call(users, 20, rate)),
		execute(call(users, 20, rate)),
		execute(call({ operation: 'getTodos', unionId: 'unzhangsaniEiE' }, 20, rate)),
	]);
	expect(refused()).toBe(0);
	expect(Date.now() - begun).toBeGreaterThan(1000);
}, 20_000);

test('with a lower rate of one’s own', async () => {
	await execute(call(users, 6, { callsPerSecond: 5 }));
	const moments = sandbox.log
		.filter(({ path }) => path === '/topapi/v2/user/get')
		.map(({ at }) => at)
		.sort((a, b) => a - b);
	expect((moments[5] ?? 0) - (moments[0] ?? 0)).toBeGreaterThan(900);
}, 20_000);

test('0 sends without pacing: DingTalk refuses', async () => {
	await expect(
		execute({ ...call(users, 30, { callsPerSecond: 0, batching: 30 }), onError: 'continueRegularOutput' }),
	).resolves.toHaveLength(30);
	expect(refused()).toBeGreaterThan(0);
}, 20_000);
