/** A board of Teambition through the node against the sandbox: what one operation does, the next one sees. */
import type { IDataObject } from 'n8n-workflow';
import { startSandbox, type Sandbox } from '../../../sandbox';
import { BOARD } from '../../../sandbox/data/project';
import { ApiError } from '../../../sandbox/errors';
import { execute, outputs, sandboxCredentials } from '../../support/engine';

let sandbox: Sandbox;
beforeEach(async () => {
	sandbox = await startSandbox();
});
afterEach(async () => {
	expect(sandbox.problems()).toEqual([]);
	await sandbox.close();
});

const by = (mode: string, value: string) => ({ __rl: true, mode, value });
const board = { project: by('url', `https://www.teambition.com/project/${BOARD}/tasks/view/all`) };
const on = (resource: string, operation: string, parameters: IDataObject) => ({
	product: 'dingTalkProject',
	credentials: sandboxCredentials(sandbox),
	parameters: { resource, operation, options: { callsPerSecond: 0 }, ...parameters },
	timezone: 'Asia/Tokyo',
});
const created = async (more: IDataObject = {}) =>
	String((await outputs(on('task', 'create', { ...board, content: '登录页打不开', ...more })))[0]?.taskId);
const found = async (condition: IDataObject, more: IDataObject = {}) =>
	(
		await outputs(
			on('task', 'getAll', {
				of: 'project',
				...board,
				returnAll: true,
				conditions: { condition: [condition] },
				...more,
			}),
		)
	).map(({ taskId }) => taskId);

test('a task is created, found, changed, moved on, given hours, trashed', async () => {
	const taskId = await created({
		executorId: by('userId', 'zhangsan'),
		additionalFields: { dueDate: '2027-03-01T18:00:00', priority: by('id', '1') },
	});
	const [task] = await outputs(on('task', 'get', { taskIds: `https://www.teambition.com/task/${taskId}` }));
	// 18:00 of the workflow's zone, Tokyo.
	expect(task).toMatchObject({
		content: '登录页打不开',
		executorId: 'zhangsan',
		priority: 1,
		dueDate: '2027-03-01T09:00:00.000Z',
	});
	expect(await found({ field: 'text', comparison: 'contains', value: '登录页' })).toEqual([taskId]);

	await outputs(
		on('task', 'update', { taskId, updateFields: { content: '登录页打不开（已定位）', priority: by('id', '2') } }),
	);
	expect(await outputs(on('task', 'get', { taskIds: taskId }))).toMatchObject([
		{ content: '登录页打不开（已定位）', priority: 2 },
	]);

	await outputs(
		on('workTime', 'create', {
			taskId,
			kind: 'actual',
			executorId: by('userId', 'zhangsan'),
			startDate: '2027-02-28',
			hours: 1.5,
		}),
	);
	expect(sandbox.data.project.hours).toMatchObject([{ objectId: taskId, executorId: 'zhangsan' }]);

	const [moved] = await outputs(on('task', 'updateStatus', { ...board, taskId, status: by('id', 'end') }));
	expect(sandbox.data.project.statuses.find(({ id }) => id === moved?.taskflowStatusId)?.name).toBe('已完成');
	expect(await outputs(on('task', 'get', { taskIds: taskId }))).toMatchObject([{ isDone: true }]);

	expect(await outputs(on('task', 'delete', { taskId, toRecycleBin: true }))).toMatchObject([{ inRecycleBin: true }]);
	expect(await found({ field: 'text', comparison: 'contains', value: '登录页' })).toEqual([]);
	await expect(execute(on('task', 'delete', { taskId: 'f'.repeat(24), toRecycleBin: false }))).rejects.toThrow(
		/task not found/,
	);
});

// A text that closes the quotes would find every task of the project.
test.each(["x' or '1'='1", 'x" OR text ~ "', "\\' or created > 0 or text = '", ')) or ((', '登录" AND "'])(
	'a condition with the text %j finds nothing else',
	async (value) => {
		await created();
		expect(await found({ field: 'text', comparison: 'contains', value })).toEqual([]);
	},
);

test('removing says how many of the people were members, and a hint that some were not', async () => {
	const [made] = await outputs(on('project', 'create', { name: '年会' }));
	const project = by('id', String(made?.projectId));
	const remove = async (people: string) => {
		let hints: string[] = [];
		const call = on('project', 'removeMembers', { project, people: by('userId', people) });
		const [output] = await outputs({ ...call, onHints: (messages) => (hints = messages) });
		return { removed: output?.removed, hints };
	};
	await outputs(on('project', 'addMembers', { project, people: by('userId', 'zhangsan') }));
	expect(await remove('zhangsan,lisi')).toEqual({
		removed: ['zhangsan'],
		hints: [expect.stringContaining('DingTalk removed 1 of 2 people')],
	});
	expect(await remove('zhangsan')).toMatchObject({ removed: [], hints: [expect.stringContaining('0 of 1')] });
	await outputs(on('project', 'addMembers', { project, people: by('userId', 'zhangsan') }));
	expect(await remove('zhangsan')).toEqual({ removed: ['zhangsan'], hints: [] });
	// Whom a call that failed was about was not asked for.
	const many = Array.from({ length: 12 }, (_, index) => `person${index}`);
	const [user] = sandbox.company.users;
	if (user) sandbox.company.users.push(...many.map((userid) => ({ ...user, userid, unionid: userid })));
	await outputs(on('project', 'addMembers', { project, people: by('userId', many.join(',')) }));
	sandbox.alter('POST /v1.0/project/users/{userId}/projects/{projectId}/members/remove', (answer) => {
		if ((answer as { result: string[] }).result.length === 10) return answer;
		throw new ApiError('user.not.exist', 'user not exist');
	});
	const { hints } = await remove(many.join(','));
	expect(hints).toEqual([expect.stringContaining('1 of 2 calls failed')]);
});

test('a project is made, 23 people are added in three calls and removed in three', async () => {
	const [made] = await outputs(on('project', 'create', { name: '双十一' }));
	const project = by('id', String(made?.projectId));
	const people = by(
		'userId',
		sandbox.company.users
			.slice(1, 24)
			.map(({ userid }) => userid)
			.join(','),
	);
	const count = Math.min(23, sandbox.company.users.length - 1);
	const calls = (path: RegExp) =>
		sandbox.log.filter((entry) => entry.method === 'POST' && path.test(entry.path)).length;
	await outputs(on('project', 'addMembers', { project, people }));
	expect(await outputs(on('project', 'getMembers', { project, returnAll: true }))).toHaveLength(count + 1);
	expect(calls(/\/members$/)).toBe(Math.ceil(count / 10));
	await outputs(on('project', 'removeMembers', { project, people }));
	expect(await outputs(on('project', 'getMembers', { project, returnAll: true }))).toHaveLength(1);
	expect(calls(/\/members\/remove$/)).toBe(Math.ceil(count / 10));
	expect(
		(await outputs(on('project', 'getAll', { returnAll: true, filters: { name: '双十一' } }))).map(({ name }) => name),
	).toEqual(['双十一']);
});
