import type { Json } from './client';
import { signedIn, useSandbox } from './client';

const sandbox = useSandbox();
const ME = 'unlisiiEiE';
const OTHER = 'unwangwuiEiE';
const TASKS = `/v1.0/todo/users/${ME}/tasks`;

const create = async (fields: Json = {}) => {
	const { api } = await signedIn(sandbox.it);
	return (await api('POST', TASKS, { subject: '写周报', ...fields })).body;
};
const query = async (body: Json, unionId = ME) => {
	const { api } = await signedIn(sandbox.it);
	return (await api('POST', `/v1.0/todo/users/${unionId}/org/tasks/query`, body)).body as {
		todoCards: Json[];
		nextToken?: string;
	};
};

test('a to-do is created, found by every role, changed, done and deleted', async () => {
	const { api } = await signedIn(sandbox.it);
	const { id, ...rest } = await create({
		executorIds: [ME, OTHER],
		priority: 30,
		dueTime: 1_900_000_000_000,
		detailUrl: { appUrl: 'https://a', pcUrl: 'https://b' },
	});
	expect(rest).toMatchObject({
		subject: '写周报',
		done: false,
		creatorId: ME,
		priority: 30,
		dueTime: 1_900_000_000_000,
	});
	expect((await query({}, OTHER)).todoCards).toMatchObject([
		{ taskId: id, subject: '写周报', isDone: false, detailUrl: { pcUrl: 'https://b' } },
	]);
	expect((await query({ roleTypes: [['executor', 'creator']] }, OTHER)).todoCards).toEqual([]);
	expect((await query({ roleTypes: [['executor', 'creator']] })).todoCards).toHaveLength(1);

	const status = (isDone: boolean, who: string) =>
		api('PUT', `${TASKS}/${String(id)}/executorStatus`, { executorStatusList: [{ id: who, isDone }] });
	expect((await status(true, ME)).body).toEqual({ result: true });
	expect((await query({ isDone: true })).todoCards).toEqual([]);
	await status(true, OTHER);
	expect((await query({ isDone: true })).todoCards).toHaveLength(1);

	expect(
		(await api('PUT', `${TASKS}/${String(id)}?operatorId=${ME}`, { subject: '写月报', done: false })).body,
	).toEqual({ result: true });
	expect((await query({ isDone: false })).todoCards).toMatchObject([{ subject: '写月报' }]);
	expect((await api('DELETE', `${TASKS}/${String(id)}`)).body).toMatchObject({ result: true });
	expect((await query({})).todoCards).toEqual([]);
	expect((await api('DELETE', `${TASKS}/${String(id)}`)).body).toMatchObject({
		code: 'todo.taskDelete.paramError',
		message: 'task not exist',
	});
	expect(sandbox.it.problems()).toEqual([]);
});

test('the list comes in pages', async () => {
	const { api } = await signedIn(sandbox.it);
	for (let i = 0; i < 45; i += 1) await api('POST', TASKS, { subject: `task ${i}` });
	const first = await query({});
	const second = await query({ nextToken: first.nextToken });
	const third = await query({ nextToken: second.nextToken });
	expect([first, second, third].map(({ todoCards }) => todoCards.length)).toEqual([20, 20, 5]);
	expect(third.nextToken).toBeUndefined();
	expect((await query({ nextToken: 'x' })) as unknown).toMatchObject({
		code: 'todo.orgTaskQuery.paramError',
		message: 'nextToken is invalid',
	});
});

const bad: Array<[string, Json, string]> = [
	['an empty subject', { subject: '' }, 'todo.taskCreate.paramError'],
	['a long subject', { subject: 'a'.repeat(1025) }, 'subject is oversize'],
	['a long description', { description: 'a'.repeat(4097) }, 'description is oversize'],
	['too many executors', { executorIds: Array.from({ length: 101 }, () => ME) }, 'executors is oversize'],
	['a due time in seconds', { dueTime: 1_700_000_000 }, 'dueTime is invalid'],
];

test.each(bad)('%s is refused', async (_name, fields, message) => {
	expect(await create(fields)).toMatchObject({ code: 'todo.taskCreate.paramError', message });
	expect(sandbox.it.received.todos).toEqual([]);
});

test('a source id serves once', async () => {
	await create({ sourceId: 'order-1' });
	expect(await create({ sourceId: 'order-1' })).toMatchObject({ message: 'task exist' });
});

test('legacy to-dos: create, list by status, complete by own id', async () => {
	const { oapi } = await signedIn(sandbox.it);
	const add = (more: Json = {}) =>
		oapi('/topapi/workrecord/add', {
			userid: 'lisi',
			create_time: 1_700_000_000_000,
			title: '学习任务',
			url: 'https://oa.dingtalk.com',
			formItemList: [{ title: '课程', content: '产品学习' }],
			...more,
		});
	const list = async (status: number) =>
		(await oapi('/topapi/workrecord/getbyuserid', { userid: 'lisi', offset: 0, limit: 50, status })).body.records;
	const { body } = await add({ biz_id: 'biz-7' });
	expect(body).toMatchObject({ errcode: 0, record_id: expect.stringMatching(/^record/) });
	expect((await add()).body.errcode).toBe(854001);
	expect((await add({ userid: 'nobody' })).body.errcode).toBe(33012);
	expect((await add({ title: 'a'.repeat(51) })).body.errcode).toBe(40035);
	expect(await list(0)).toMatchObject({
		has_more: false,
		list: [{ record_id: body.record_id, forms: [{ title: '课程', content: '产品学习' }] }],
	});
	expect((await oapi('/topapi/workrecord/update', { userid: 'lisi', record_id: 'biz-7' })).body).toMatchObject({
		errcode: 0,
		result: true,
	});
	expect(await list(0)).toMatchObject({ list: [] });
	expect(await list(1)).toMatchObject({ list: [{ title: '学习任务' }] });
	expect(
		(await oapi('/topapi/workrecord/getbyuserid', { userid: 'lisi', offset: 0, limit: 51, status: 0 })).body.errcode,
	).toBe(40069);
	expect(sandbox.it.problems()).toEqual([]);
});
