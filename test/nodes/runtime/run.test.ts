import { stringify } from 'flatted';
import type { INodeExecutionData, INodeType } from 'n8n-workflow';
import { startSandbox, type Sandbox } from '../../../sandbox';
import { sandboxCredentials, type Call } from '../../support/engine';
import { createTodo, getUser, nodeOf } from '../../support/node';
import { runWorkflow, start } from '../../support/workflow';

const node = nodeOf([getUser, createTodo]);
const GET = '/topapi/v2/user/get';

let sandbox: Sandbox;
beforeAll(async () => {
	sandbox = await startSandbox({ people: 120 });
});
afterEach(() => {
	sandbox.clearLog();
	sandbox.clearFaults();
});
afterAll(async () => await sandbox.close());

const users = (ids: unknown[], options = {}): Call => ({
	nodeType: node,
	parameters: {
		resource: 'thing',
		operation: 'getUser',
		userId: '={{ $json.id }}',
		options: { callsPerSecond: 0, ...options },
	},
	items: ids.map((id) => ({ json: { id } }) as INodeExecutionData),
	credentials: sandboxCredentials(sandbox),
});

const workers = (count: number) => Array.from({ length: count }, (_, index) => `worker${index + 1}`);
const asked = () =>
	sandbox.log.filter(({ path }) => path === GET).map(({ body }) => (body as { userid: string }).userid);
const pairs = (items: INodeExecutionData[]) => items.map(({ pairedItem }) => (pairedItem as { item: number }).item);

test('one output per input, in the order of the input and paired with it, whatever the order of the answers', async () => {
	sandbox.fault({ kind: 'delay', match: GET, ms: 150 });
	sandbox.fault({ kind: 'delay', match: GET, ms: 100 });
	const { status, regular } = await runWorkflow(users(workers(30)));
	expect(status).toBe('success');
	expect(regular.map(({ json }) => json.userid)).toEqual(workers(30));
	expect(pairs(regular)).toEqual(Array.from({ length: 30 }, (_, index) => index));
});

test.each([
	[undefined, 40],
	[0, 40],
	[1, 1],
	[3, 3],
	[100, 40],
])('batching %p: %i at once, never more', async (batching, most) => {
	const slow = await startSandbox({ people: 40, latency: 15 });
	const call = users(workers(40), batching === undefined ? {} : { batching });
	call.credentials = sandboxCredentials(slow);
	await runWorkflow({ ...call, items: call.items?.slice(0, 1) });
	slow.clearLog();
	await runWorkflow(call);
	const moments = slow.log
		.flatMap(({ at, took }) => [
			{ at, by: 1 },
			{ at: at + took, by: -1 },
		])
		.sort((a, b) => a.at - b.at || a.by - b.by);
	let [now, busiest] = [0, 0];
	for (const { by } of moments) busiest = Math.max(busiest, (now += by));
	expect(busiest).toBeLessThanOrEqual(most);
	expect(busiest).toBeGreaterThanOrEqual(Math.min(most, 3));
	await slow.close();
});

test('no input, no call', async () => {
	const { regular } = await runWorkflow(users([]));
	expect(regular).toEqual([]);
	expect(sandbox.log).toEqual([]);
});

test('every item has its own expressions', async () => {
	const call = users(workers(3));
	call.parameters.options = { callsPerSecond: 0 };
	await runWorkflow(call);
	expect(asked().sort()).toEqual(workers(3));
});

describe('an error', () => {
	const mixed = ['worker1', 'nobody1', 'worker2', '', 'worker3'];
	const refused = {
		message: expect.stringMatching(/^Do getUser: DingTalk answered ".+" \(code 60121, request id \w+\)$/),
		code: '60121',
		requestId: expect.stringMatching(/\w/),
		dingTalkMessage: '找不到该用户',
		description: expect.stringContaining('No such person'),
	};

	test('stops the workflow: the first one in the order of the items, and nothing new is started', async () => {
		const { status, error, regular } = await runWorkflow(users(mixed, { batching: 1 }));
		expect(status).toBe('error');
		expect(error).toMatchObject({
			name: 'NodeApiError',
			message: refused.message,
			context: { itemIndex: 1, code: '60121', requestId: refused.requestId },
		});
		expect(regular).toEqual([]);
		expect(asked()).toEqual(['worker1', 'nobody1']);
	});

	test('of two that are under way the earlier item’s is shown', async () => {
		await runWorkflow(users(['worker1']));
		sandbox.fault({ kind: 'delay', match: GET, ms: 100 });
		const { error } = await runWorkflow(users(['nobody1', 'nobody2']));
		expect(error).toMatchObject({ context: { itemIndex: 0 } });
	});

	test('goes on in the regular output, with code, words and request id', async () => {
		const { status, regular, errors } = await runWorkflow({ ...users(mixed), onError: 'continueRegularOutput' });
		expect(status).toBe('success');
		expect(errors).toEqual([]);
		expect(regular.map(({ json }) => json.userid ?? json.error)).toEqual([
			'worker1',
			refused,
			'worker2',
			{ message: 'User ID: is empty, but DingTalk needs it', description: expect.stringContaining('User ID：') },
			'worker3',
		]);
		expect(pairs(regular)).toEqual([0, 1, 2, 3, 4]);
	});

	test('goes to the error output, with code, words and request id', async () => {
		const { status, regular, errors } = await runWorkflow({ ...users(mixed), onError: 'continueErrorOutput' });
		expect(status).toBe('success');
		expect(regular.map(({ json }) => json.userid)).toEqual(['worker1', 'worker2', 'worker3']);
		expect(pairs(regular)).toEqual([0, 2, 4]);
		expect(errors.map(({ json }) => json.error)).toEqual([
			refused,
			expect.objectContaining({ message: expect.stringContaining('User ID') }),
		]);
		expect(pairs(errors)).toEqual([1, 3]);
	});

	test('what n8n saves of an execution holds no token and no secret', async () => {
		sandbox.fault({ kind: '500', match: GET });
		for (const onError of [undefined, 'continueRegularOutput', 'continueErrorOutput'] as const) {
			const { data } = await runWorkflow({ ...users(mixed), ...(onError && { onError }) });
			const tokens = new Set(sandbox.log.map(({ query }) => query.access_token));
			expect([...tokens]).toEqual([expect.stringMatching(/^[0-9a-f]{32}$/)]);
			const saved = stringify(data) + JSON.stringify(data.resultData);
			for (const secret of [...tokens, sandbox.company.appSecret]) expect(saved).not.toContain(secret);
		}
	}, 20_000);
});

describe('cancelling', () => {
	/** The node, and when its own work has ended (n8n does not wait for that). */
	function watched(): { nodeType: INodeType; ended: Promise<void> } {
		let tell: () => void = () => undefined;
		const ended = new Promise<void>((resolve) => (tell = resolve));
		const nodeType: INodeType = {
			...node,
			async execute() {
				return (await node.execute?.call(this).finally(tell)) ?? [];
			},
		};
		return { nodeType, ended };
	}

	test.each([undefined, 'continueRegularOutput'] as const)('starts nothing new (on error: %p)', async (onError) => {
		const { nodeType, ended } = watched();
		const { cancel, done } = start({ ...users(workers(120), { batching: 4 }), nodeType, ...(onError && { onError }) });
		while (asked().length < 8) await new Promise((resolve) => setImmediate(resolve));
		cancel();
		const before = asked().length;
		await ended;
		await done.catch(() => undefined);
		// What was on its way may still have arrived.
		expect(asked().length).toBeLessThanOrEqual(before + 8);
	});

	test.each(['throttle', '500'] as const)('ends what waits because of %s', async (kind) => {
		sandbox.fault({ kind, match: GET, times: 9999 });
		const { nodeType, ended } = watched();
		const { cancel, done } = start({ ...users(workers(30), { batching: 30 }), nodeType });
		while (asked().length < 3) await new Promise((resolve) => setImmediate(resolve));
		cancel();
		await ended;
		await done.catch(() => undefined);
		sandbox.clearFaults();
	});
});

test('an operation that does not exist is named', async () => {
	const call = users(['worker1']);
	const { error } = await runWorkflow({ ...call, parameters: { ...call.parameters, operation: 'fly' } });
	expect(error).toMatchObject({ message: expect.stringContaining('fly') });
});
