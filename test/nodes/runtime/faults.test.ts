/**
 * DingTalk in trouble, as the node sees it. Waits are n8n's own `sleep`: here they are noted and skipped, and the process's clock
 * is put forward by as much; nothing else is changed.
 */
import type { IDataObject } from 'n8n-workflow';
import { startSandbox, type Fault, type Sandbox } from '../../../sandbox';
import { execute, outputs, sandboxCredentials, type Call } from '../../support/engine';
import { createTodo, getTodos, getUser, nodeOf, notify } from '../../support/node';

let mockWaited = 0;
let mockAhead = 0;
jest.mock('n8n-workflow', () => ({
	...jest.requireActual<object>('n8n-workflow'),
	sleep: async (ms: number) => {
		mockWaited += ms;
		mockAhead += ms;
		await new Promise((resolve) => setTimeout(resolve, 1));
	},
}));
const now = performance.now.bind(performance);
jest.spyOn(performance, 'now').mockImplementation(() => now() + mockAhead);
const FIVE_MINUTES = 300_000;

const node = nodeOf([getUser, getTodos, createTodo, notify]);
let sandbox: Sandbox;
beforeAll(async () => {
	sandbox = await startSandbox();
	await outputs(call('getUser', { userId: 'zhangsan' }));
});
beforeEach(() => {
	sandbox.clearLog();
	// The pace has forgotten what the test before taught it.
	mockAhead += 2 * FIVE_MINUTES;
	mockWaited = 0;
});
afterEach(() => {
	sandbox.clearFaults();
	expect(sandbox.problems()).toEqual([]);
});
afterAll(async () => await sandbox.close());

const call = (operation: string, parameters: IDataObject): Call => ({
	nodeType: node,
	parameters: { resource: 'thing', operation, ...parameters, options: { callsPerSecond: 0 } },
	credentials: sandboxCredentials(sandbox),
});
const failure = async (wanted: Call) =>
	await execute(wanted).then(
		() => undefined,
		(error: Error & { description?: string; cause?: unknown }) => error,
	);

/** So many milliseconds, and up to half as many in jitter. */
function expectWaits(ms: number): void {
	expect(mockWaited).toBeGreaterThanOrEqual(ms);
	expect(mockWaited).toBeLessThanOrEqual(1.5 * ms);
}

const union = () => sandbox.company.users[1]?.unionid;
/** Reads may be repeated, the others send or create something. */
const calls = {
	'a read of the legacy API': () => call('getUser', { userId: 'zhangsan' }),
	'a read of the new API': () => call('getTodos', { unionId: union() }),
	'a message over the legacy API': () =>
		call('notify', { agentId: String(sandbox.company.agentId), userId: 'zhangsan', text: `no ${Math.random()}` }),
	'a to-do over the new API': () => call('createTodo', { unionId: union(), subject: 'once' }),
};
const every = Object.entries(calls);
const reads = every.slice(0, 2);
const writes = every.slice(2);

describe.each(every)('%s', (_, make) => {
	test.each<Fault['kind']>(['throttle', 'throttleAll', 'qpsNew', 'ipBan', 'html'])(
		'%s: waits, and goes on',
		async (kind) => {
			sandbox.fault({ kind, times: 3 });
			expect(await execute(make())).toHaveLength(1);
			expect(sandbox.log).toHaveLength(4);
			expect(mockWaited).toBeGreaterThan(3 * 125);
			expect(mockWaited).toBeLessThan(5000);
		},
	);

	test('throttled without end: a sentence that says what to do, after five minutes of waiting', async () => {
		sandbox.fault({ kind: 'throttle', times: 99 });
		const error = await failure(make());
		expect(error?.message).toMatch(/暂时禁用.*code (90018|Forbidden\.AccessDenied\.QpsLimitForAppkeyAndApi)/);
		expect(error?.description).toContain('Calls per Second');
		// The time of the calls themselves counts too, and is not among the waits.
		expect(mockWaited).toBeGreaterThan(FIVE_MINUTES - 60_000);
		expect(mockWaited).toBeLessThan(FIVE_MINUTES + 60_000);
	});

	test('the month’s calls are used up: no waiting helps', async () => {
		sandbox.fault({ kind: 'quota' });
		const error = await failure(make());
		expect(error?.message).toMatch(/code (90020|Forbidden\.AccessDenied\.ApiCountLimitForOrg)/);
		expect(error?.description).toContain("organisation's API calls of this month");
		expect(sandbox.log).toHaveLength(1);
	});

	test('a late answer is waited for', async () => {
		sandbox.fault({ kind: 'delay', ms: 300 });
		expect(await execute(make())).toHaveLength(1);
		expect(sandbox.log).toHaveLength(1);
	});

	test('a host that nobody listens on: DingTalk surely did not act, so it is tried again, then told', async () => {
		const gone = await startSandbox();
		const { url, legacyUrl } = gone;
		await gone.close();
		const { credentials, ...rest } = make();
		const stored = {
			...credentials.dingTalkApi,
			apiHost: url,
			legacyHost: legacyUrl,
			accessToken: 'unused-token',
			expiresAt: Date.now() + 60_000,
		};
		const error = await failure({ ...rest, credentials: { dingTalkApi: stored } });
		expect(error?.message).toMatch(/no connection to 127\.0\.0\.1:\d+ \(code ECONNREFUSED\)$/);
		expect(error?.description).toContain('Check the host');
		expectWaits(1000 + 2000 + 4000);
	});
});

describe.each(reads)('%s', (_, make) => {
	test.each<Fault>([{ kind: '500' }, { kind: 'busy' }, { kind: 'reset' }, { kind: 'reset', after: true }])(
		'is repeated after %p',
		async (fault) => {
			sandbox.fault(fault);
			expect(await execute(make())).toHaveLength(1);
			expect(sandbox.log).toHaveLength(2);
			expectWaits(1000);
		},
	);

	test.each<Fault['kind']>(['500', 'reset'])(
		'is repeated three times at most after %p, and the error says so',
		async (kind) => {
			sandbox.fault({ kind, times: 99 });
			const description = (await failure(make()))?.description;
			expect(description).toMatch(/^The call was made 4 times/);
			expect(description).not.toContain('not repeated');
			expect(sandbox.log).toHaveLength(4);
		},
	);
});

describe.each(writes)('%s', (_, make) => {
	const acted = () => sandbox.received.todos.length + sandbox.received.notifications.length;

	test.each<[Fault, RegExp]>([
		[{ kind: '500' }, /may have been carried out already/],
		[{ kind: 'busy' }, /may have been carried out already/],
		[{ kind: 'reset' }, /was not repeated/],
		[{ kind: 'reset', after: true }, /was not repeated/],
	])('is not repeated after %p, and the error says so', async (fault, sentence) => {
		const before = acted();
		sandbox.fault(fault);
		expect((await failure(make()))?.description).toMatch(sentence);
		expect(sandbox.log).toHaveLength(1);
		expect(mockWaited).toBe(0);
		expect(acted() - before).toBe(fault.after ? 1 : 0);
	});

	test('is sent once when it was throttled before: the throttled call did nothing', async () => {
		const before = acted();
		sandbox.fault({ kind: 'throttle', times: 2 });
		await execute(make());
		expect(acted() - before).toBe(1);
	});
});

test('one throttled item does not hold up the others', async () => {
	sandbox.fault({ kind: 'throttle', times: 5 });
	const many = { ...calls['a read of the legacy API'](), items: Array.from({ length: 20 }, () => ({ json: {} })) };
	expect(await execute(many)).toHaveLength(20);
	expect(sandbox.log).toHaveLength(25);
});
