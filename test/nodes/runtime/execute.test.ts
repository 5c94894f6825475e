import type { IDataObject } from 'n8n-workflow';
import { businessOf } from '../../../nodes/runtime/execute';
import { defineOperation, defineProcedure, InputError, type Json } from '../../../nodes/runtime/operation';
import { startSandbox, type Sandbox } from '../../../sandbox';
import { execute, outputs, sandboxCredentials, type Call } from '../../support/engine';
import { nodeOf, words } from '../../support/node';

const unionId = { displayName: 'Union ID', name: 'unionId', type: 'string', required: true, default: '' } as const;
const subject = { displayName: 'Subject', name: 'subject', type: 'string', required: true, default: '' } as const;
const TODOS = 'POST /v1.0/todo/users/{unionId}/tasks';
const MESSAGE = '/topapi/message/corpconversation/asyncsend_v2';

const keyed = defineOperation({
	...words('keyed'),
	route: 'POST /robot/send',
	idempotencyKey: 'body.msgUuid',
	fields: [
		{ displayName: 'Text', name: 'text', type: 'string', required: true, default: '' },
		{ displayName: 'Key', name: 'msgUuid', type: 'string', default: '' },
	],
	request: ({ text, msgUuid }) => ({ body: { msgtype: 'text', text: { content: text }, msgUuid } }),
});

const created = defineOperation({
	...words('created'),
	route: TODOS,
	fields: [unionId, subject],
	request: (values) => ({
		path: { unionId: values.unionId },
		query: { operatorId: values.unionId },
		body: { subject: values.subject },
	}),
});

const listed = defineOperation({
	...words('listed'),
	route: 'POST /v1.0/todo/users/{unionId}/org/tasks/query',
	fields: [unionId],
	request: (values) => ({ path: { unionId: values.unionId }, body: {} }),
	paging: { style: 'token', cursor: 'nextToken', entries: 'todoCards', next: 'nextToken' },
	simplify: ({ subject: title }) => ({ title }),
});

const merge = (answers: Json[]): Json => ({ tasks: answers.map(({ task_id }) => task_id) });
const sliced = defineOperation({
	...words('sliced'),
	route: `POST ${MESSAGE}`,
	fields: [
		{ displayName: 'People', name: 'people', type: 'string', list: true, required: true, default: '' },
		{ displayName: 'Departments', name: 'departments', type: 'string', list: true, default: '' },
	],
	request: ({ people, departments }) => {
		if (people.includes('nobody')) throw new InputError('People', 'has nobody', '有误');
		return {
			body: {
				agent_id: 1,
				userid_list: people.join() || undefined,
				dept_id_list: departments.join() || undefined,
				msg: { msgtype: 'text', text: { content: String(Math.random()) } },
			},
		};
	},
	split: { lists: { people: 100, departments: 20 }, merge },
});

const several = defineProcedure({
	...words('several'),
	routes: ['POST /topapi/v2/user/get', 'POST /v1.0/todo/users/{unionId}/org/tasks/query'],
	list: true,
	fields: [{ displayName: 'User ID', name: 'userId', type: 'string', required: true, default: '' }],
	run: async ({ userId, limit }, api) => {
		const user = await api.once(
			userId,
			async () => await api.call('POST /topapi/v2/user/get', { body: { userid: userId } }, { safe: true }),
		);
		return await api.list(
			'POST /v1.0/todo/users/{unionId}/org/tasks/query',
			{ path: { unionId: String(user.unionid) }, body: {} },
			{ style: 'token', cursor: 'nextToken', entries: 'todoCards', next: 'nextToken' },
			limit,
		);
	},
});

let sandbox: Sandbox;
beforeAll(async () => {
	sandbox = await startSandbox({ people: 300 });
	sandbox.company.agentId = 1;
});
afterEach(() => {
	expect(sandbox.problems()).toEqual([]);
	sandbox.clearLog();
	sandbox.clearFaults();
});
afterAll(async () => await sandbox.close());

const call = (operation: string, parameters: IDataObject, count = 1): Call => ({
	nodeType: operation === 'keyed' ? nodeOf([keyed], 'dingTalkRobotApi') : nodeOf([created, listed, sliced, several]),
	parameters: { resource: 'thing', operation, ...parameters, options: { callsPerSecond: 0 } },
	items: Array.from({ length: count }, () => ({ json: {} })),
	credentials: sandboxCredentials(sandbox),
});
const bodies = (path: RegExp) =>
	sandbox.log.filter((entry) => path.test(entry.path)).map(({ body }) => body as Record<string, unknown>);
const workers = (count: number) => Array.from({ length: count }, (_, index) => `worker${index + 1}`).join();

describe('an idempotency key', () => {
	test('is made for each item', async () => {
		await execute(call('keyed', { text: 's' }, 5));
		const keys = bodies(/send$/).map(({ msgUuid }) => msgUuid);
		expect(new Set(keys).size).toBe(5);
		for (const key of keys) expect(key).toMatch(/^[0-9a-f-]{36}$/);
	});

	test('is kept when the call is repeated, so that DingTalk acts once', async () => {
		const before = sandbox.received.messages.length;
		sandbox.fault({ kind: 'reset', after: true, match: '/robot/send' });
		expect(await execute(call('keyed', { text: 's' }))).toHaveLength(1);
		const [first, second] = bodies(/send$/).map(({ msgUuid }) => msgUuid);
		expect(second).toBe(first);
		expect(sandbox.received.messages.length - before).toBe(1);
	});

	test('of the person’s own wins', async () => {
		await execute(call('keyed', { text: 's', msgUuid: 'mine' }));
		expect(bodies(/send$/)).toMatchObject([{ msgUuid: 'mine' }]);
	});
});

describe('a list', () => {
	const owner = () => sandbox.company.users[2]?.unionid ?? '';
	beforeAll(async () => {
		await execute({
			...call('created', { unionId: owner(), subject: '={{ $json.n }}' }),
			items: Array.from({ length: 45 }, (_, n) => ({ json: { n: `todo ${n}` } })),
		});
		sandbox.clearLog();
	});

	test('whole, one item per entry, paired with its input', async () => {
		const items = await execute(call('listed', { unionId: owner(), returnAll: true, simplify: false }, 2));
		expect(items).toHaveLength(90);
		expect(items.map(({ pairedItem }) => (pairedItem as { item: number }).item)).toEqual([
			...Array<number>(45).fill(0),
			...Array<number>(45).fill(1),
		]);
	});

	test('up to a limit, with no call more than that takes', async () => {
		expect(await execute(call('listed', { unionId: owner(), returnAll: false, limit: 3 }))).toHaveLength(3);
		expect(sandbox.log).toHaveLength(1);
	});

	test('50 unless something else is said', async () => {
		expect(await execute(call('listed', { unionId: owner() }))).toHaveLength(45);
	});

	test('simplified, as it is unless switched off', async () => {
		const [short] = await outputs(call('listed', { unionId: owner(), limit: 1 }));
		expect(short).toEqual({ title: expect.stringMatching(/^todo \d+$/) });
		const [whole] = await outputs(call('listed', { unionId: owner(), limit: 1, simplify: false }));
		expect(Object.keys(whole ?? {}).length).toBeGreaterThan(1);
	});

	test('a page that fails is read again: reading does no harm', async () => {
		sandbox.fault({ kind: '500', match: /query$/ });
		expect(await execute(call('listed', { unionId: owner(), returnAll: true }))).toHaveLength(45);
	});

	test('by a procedure; what several items share is asked once', async () => {
		const userId = sandbox.company.users[2]?.userid ?? '';
		expect(await execute(call('several', { userId, limit: 2 }, 6))).toHaveLength(12);
		expect(bodies(/v2\/user\/get$/)).toHaveLength(1);
	});
});

describe('a list that is longer than one call may carry', () => {
	test('goes in slices, and comes back as one item', async () => {
		const [item] = await outputs(call('sliced', { people: workers(250), departments: '1,100' }));
		expect(item).toEqual({ tasks: [expect.any(Number), expect.any(Number), expect.any(Number)] });
		const sent = bodies(/asyncsend/);
		expect(sent.map(({ userid_list }) => String(userid_list).split(',').length)).toEqual([100, 100, 50]);
		expect(sent.map(({ userid_list }) => userid_list).join()).toBe(workers(250));
		expect(sent.map(({ dept_id_list }) => dept_id_list)).toEqual(['1,100', undefined, undefined]);
	});

	test('what failed stands in it, with DingTalk’s code and request id', async () => {
		sandbox.fault({ kind: '500', match: MESSAGE });
		const [item] = await outputs(call('sliced', { people: workers(250) }));
		expect(item?.tasks).toHaveLength(2);
		expect(item?.failed).toEqual([
			{ people: expect.any(Array), departments: [], error: '系统繁忙', code: '-1', requestId: 'fault' },
		]);
		expect((item?.failed as Array<{ people: string[] }>)[0]?.people.length).toBeGreaterThanOrEqual(50);
	});

	test('it is an error when every call failed', async () => {
		sandbox.fault({ kind: '500', match: MESSAGE, times: 3 });
		await expect(execute(call('sliced', { people: workers(250) }))).rejects.toThrow('系统繁忙');
	});

	test('what the whole is refused for is refused before the first slice', async () => {
		await expect(execute(call('sliced', { people: `${workers(250)},nobody` }))).rejects.toThrow('People: has nobody');
		expect(sandbox.log).toEqual([]);
	});

	test('no secret in what failed', async () => {
		sandbox.fault({ kind: 'reset', match: MESSAGE });
		const items = await outputs(call('sliced', { people: workers(250) }));
		const token = sandbox.log.map(({ query }) => query.access_token).find(Boolean) ?? '';
		expect(token).toMatch(/^[0-9a-f]{32}$/);
		expect(JSON.stringify(items)).not.toContain(token);
		expect(items[0]?.failed).toMatchObject([{ code: 'ECONNRESET' }]);
	});
});

test.each<[string, Json, Json]>([
	['an object as result', { errcode: 0, errmsg: 'ok', result: { a: 1 }, request_id: 'r' }, { a: 1 }],
	['a list as result', { errcode: 0, result: [1] }, { result: [1] }],
	['members beside the envelope', { errcode: 0, errmsg: 'ok', task_id: 5, request_id: 'r' }, { task_id: 5 }],
	['nothing but the envelope', { errcode: 0, errmsg: 'ok', request_id: 'r' }, { success: true }],
	['the new API', { id: 'x', requestId: 'r' }, { id: 'x', requestId: 'r' }],
	['the new API’s result', { success: true, result: { id: 'x' } }, { id: 'x' }],
	['an empty answer', {}, { success: true }],
])('the business part of %s', (_, answer, expected) => {
	expect(businessOf(answer)).toEqual(expected);
});
