import { startSandbox, type Sandbox } from '../../../../sandbox';
import { execute, outputs, sandboxCredentials } from '../../../support/engine';

let sandbox: Sandbox;
beforeAll(async () => {
	sandbox = await startSandbox();
});
afterAll(async () => await sandbox.close());

const todo = (operation: string, parameters: object) => ({
	credentials: sandboxCredentials(sandbox),
	parameters: { resource: 'todo', operation, ...parameters },
});
const by = (mode: string, value: unknown) => ({ __rl: true, mode, value });

test('a to-do is created for a person given by mobile, listed, finished and deleted', async () => {
	const [first, second] = sandbox.company.users;
	const [created] = await outputs(
		todo('create', {
			person: by('list', first?.userid),
			subject: 'Count the stock',
			executors: by('mobile', second?.mobile),
			additionalFields: { dueTime: '2026-12-01T09:00:00', priority: 30 },
		}),
	);
	expect(created).toMatchObject({
		subject: 'Count the stock',
		executorIds: [second?.unionid],
		dueTime: Date.parse('2026-12-01T01:00:00Z'),
		priority: 30,
	});
	const mine = await outputs(
		todo('getAll', { person: by('unionId', second?.unionid), returnAll: true, status: 'open' }),
	);
	expect(mine.map(({ subject }) => subject)).toContain('Count the stock');
	await outputs(
		todo('updateStatus', {
			person: by('userId', first?.userid),
			taskId: created?.id,
			executors: by('userId', second?.userid),
			done: true,
		}),
	);
	expect(
		(await outputs(todo('getAll', { person: by('unionId', second?.unionid), returnAll: true, status: 'done' }))).map(
			({ taskId }) => taskId,
		),
	).toContain(created?.id);
	expect(await outputs(todo('delete', { person: by('userId', first?.userid), taskId: created?.id }))).toMatchObject([
		{ result: true },
	]);
	expect(sandbox.problems()).toEqual([]);
	expect(sandbox.tokenFetches).toBe(1);
});

test('an empty subject is refused before any request, naming the field', async () => {
	const before = sandbox.log.length;
	await expect(execute(todo('create', { person: by('list', 'x'), subject: '', additionalFields: {} }))).rejects.toThrow(
		'Subject: is empty',
	);
	expect(sandbox.log.length).toBe(before);
});
