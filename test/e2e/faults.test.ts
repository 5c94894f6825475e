import type { Fault } from '../../sandbox';
import { eventually } from '../../scripts/host';
import { type Bench, openBench } from './support/bench';
import { type Step, chain, dingTalk, person } from './support/workflow';

/** Ten at once, so that a token which dies meets ten calls at most. */
const unpaced = { options: { callsPerSecond: 0, batching: 10 } };
const TASKS = /^\/v1\.0\/todo\/users\/[^/]+\/tasks$/;
const USER = '/topapi/v2/user/get';

/** A write of the new API, which may not be repeated. */
const createTodo = (more: Partial<Step> = {}): Step =>
	dingTalk(
		'todo',
		'create',
		{ person: person('unzhangsaniEiE', 'unionId'), subject: '={{ $json.subject }}', ...unpaced },
		more,
	);
/** A read of the legacy API. */
const getUser = (more: Partial<Step> = {}): Step =>
	dingTalk('user', 'get', { person: person('={{ $json.who ?? "zhangsan" }}'), ...unpaced }, more);
/** A read of the new API. */
const getApproval = (id: string): Step => dingTalk('approval', 'get', { processInstanceId: id });
/** A write of the legacy API. */
const notify: Step = dingTalk('workNotification', 'send', {
	people: person('zhangsan'),
	messageType: 'text',
	content: '={{ $json.subject }}',
});

const subjects = (count: number) => Array.from({ length: count }, (_, i) => ({ subject: `Item ${i}` }));

describe('faults', () => {
	let bench: Bench;
	const calls = (path: string | RegExp) =>
		bench.sandbox.log.filter((entry) => (typeof path === 'string' ? entry.path === path : path.test(entry.path)));
	const fault = (one: Fault) => bench.sandbox.fault(one);

	beforeAll(async () => {
		bench = await openBench({ latency: 20 });
		// From here on a token is in n8n's database.
		await bench.run(chain('faults: first call', [getUser()]));
	});
	beforeEach(() => {
		bench.sandbox.clearFaults();
		bench.sandbox.clearLog();
	});
	afterEach(() => expect(bench.sandbox.problems()).toEqual([]));
	afterAll(async () => await bench.close());

	describe.each([
		['new', createTodo(), TASKS],
		['legacy', getUser(), USER],
	])('300 items through the %s API', (dialect, step, path) => {
		it('fetch one token when theirs expires in mid-run, and none fails', async () => {
			const { sandbox } = bench;
			const before = sandbox.tokenFetches;
			const running = bench.run(chain(`faults: token expires, ${dialect}`, [step], subjects(300)));
			await eventually('the run to be half done', async () => (calls(path).length > 100 ? true : undefined));
			sandbox.expireTokens();
			const execution = await running;
			expect(execution.error()).toBeUndefined();
			expect(execution.items(step.name).map(({ pairedItem }) => pairedItem)).toEqual(
				subjects(300).map((_, item) => ({ item })),
			);
			expect(sandbox.tokenFetches - before).toBe(1);
			const refused = calls(path).length - 300;
			expect(refused).toBeGreaterThan(0);
			expect(refused).toBeLessThanOrEqual(10);
		});
	});

	it.each<[string, Step, string | RegExp, Fault]>([
		['90018 of the legacy API', getUser(), USER, { kind: 'throttle', times: 3 }],
		['90002 of the legacy API', notify, '/topapi/message/corpconversation/asyncsend_v2', { kind: 'throttleAll' }],
		['QpsLimitForAppkeyAndApi of the new API', createTodo(), TASKS, { kind: 'throttle', times: 3 }],
		['QpsLimitForApi of the new API', createTodo(), TASKS, { kind: 'throttleAll' }],
		['the IP ban as JSON', createTodo(), TASKS, { kind: 'ipBan' }],
		['the IP ban as a page', notify, '/topapi/message/corpconversation/asyncsend_v2', { kind: 'html' }],
	])('%s is waited out, even by what may not be repeated', async (name, step, path, one) => {
		fault({ ...one, match: path });
		const execution = await bench.run(chain(`faults: ${name}`, [step], subjects(5)));
		expect(execution.error()).toBeUndefined();
		expect(execution.items(step.name)).toHaveLength(5);
		expect(calls(path)).toHaveLength(5 + (one.times ?? 1));
		// The pace stops for an eighth of a second at least.
		expect(execution.milliseconds(step.name)).toBeGreaterThan(100);
	});

	describe.each<[string, Omit<Fault, 'match'>]>([
		['HTTP 500', { kind: '500' }],
		['a busy DingTalk', { kind: 'busy' }],
		['a cut connection', { kind: 'reset' }],
	])('%s', (name, one) => {
		it.each([
			['a read of the legacy API is repeated', getUser(), USER, 2],
			['a write of the legacy API is not repeated', notify, '/topapi/message/corpconversation/asyncsend_v2', 1],
			['a write of the new API is not repeated', createTodo(), TASKS, 1],
		])('%s', async (what, step, path, times) => {
			fault({ ...one, match: path });
			const execution = await bench.run(chain(`faults: ${name}, ${what}`, [step], [{ subject: `${name} ${what}` }]));
			expect(calls(path)).toHaveLength(times);
			if (times > 1) expect(execution.error()).toBeUndefined();
			else expect(execution.error()?.description).toMatch(/carried out/);
		});
	});

	it('a read of the new API is repeated as well', async () => {
		const approval = await bench.run(
			chain('faults: approval', [
				dingTalk('approval', 'create', {
					originator: person('zhangsan'),
					department: { __rl: true, mode: 'id', value: '100' },
					processCode: bench.sandbox.company.processCode,
					formJson: Object.fromEntries(bench.sandbox.company.template.fields.map(({ name }) => [name, '1'])),
				}),
			]),
		);
		const path = '/v1.0/workflow/processInstances';
		bench.sandbox.clearLog();
		fault({ kind: '500', match: path });
		const execution = await bench.run(
			chain('faults: read of the new API', [getApproval(String(approval.json('approval.create')[0]?.instanceId))]),
		);
		expect(execution.error()).toBeUndefined();
		expect(calls(path)).toHaveLength(2);
	});

	it('a write is not repeated when the connection breaks after DingTalk has acted', async () => {
		const before = bench.sandbox.received.todos.length;
		fault({ kind: 'reset', after: true, match: TASKS });
		const execution = await bench.run(chain('faults: cut after the deed', [createTodo()], [{ subject: 'once only' }]));
		expect(execution.error()?.message).toMatch(
			/^Create a to-do: the connection to 127\.0\.0\.1:\d+ broke before an answer came/,
		);
		expect(bench.sandbox.received.todos.length - before).toBe(1);
	});

	it("a group robot's message is repeated with the same key, so the group gets it once", async () => {
		const { received } = bench.sandbox;
		fault({ kind: 'reset', after: true, match: '/robot/send' });
		const execution = await bench.run(
			chain('faults: robot', [dingTalk('groupRobot', 'send', { messageType: 'text', text: 'only once' })]),
		);
		expect(execution.error()).toBeUndefined();
		expect(calls('/robot/send').map(({ body }) => (body as { msgUuid?: string }).msgUuid)).toEqual([
			expect.any(String),
			expect.any(String),
		]);
		expect(received.messages.filter(({ content }) => content.content === 'only once')).toHaveLength(1);
	});

	it('a late answer is waited for', async () => {
		fault({ kind: 'delay', ms: 2500, match: TASKS });
		const execution = await bench.run(chain('faults: delay', [createTodo()], [{ subject: 'late' }]));
		expect(execution.error()).toBeUndefined();
		expect(calls(TASKS)).toHaveLength(1);
	});

	it('the used-up monthly quota is told at once', async () => {
		fault({ kind: 'quota', match: USER });
		const execution = await bench.run(chain('faults: quota', [getUser()]));
		expect(execution.error()).toMatchObject({
			message: expect.stringContaining('90020'),
			description: expect.stringMatching(/used up[^]*额度/),
		});
		expect(calls(USER)).toHaveLength(1);
	});
});
