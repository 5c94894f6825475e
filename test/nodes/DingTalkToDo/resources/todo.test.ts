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

describe('by source, with fields and buttons, due between two moments', () => {
	const person = () => by('userId', sandbox.company.users[3]?.userid);
	const create = async (sourceId: string, dueTime: string, more: object = {}) =>
		await outputs(
			todo('create', { person: person(), subject: sourceId, additionalFields: { sourceId, dueTime, ...more } }),
		);

	test('what the card shows and does goes out as DingTalk wants it, and is found by the ID of the own system', async () => {
		await create('order 7/ä', '2026-12-03T09:00:00', {
			contentFields: { field: [{ fieldKey: '金额', fieldValue: '7' }] },
			buttons: {
				button: [
					{ title: '查看', actionType: 2, url: 'https://example.com/7', actionKey: 'see' },
					{ title: '同意', actionType: 1, url: 'https://example.com/hook', body: '{"ok":1}' },
				],
			},
			dingNotify: false,
			sendAssistantChat: true,
			remindDing: true,
			remindPush: false,
			todoType: 'READ',
		});
		expect(sandbox.log.at(-1)?.body).toMatchObject({
			contentFieldList: [{ fieldKey: '金额', fieldValue: '7' }],
			actionList: [
				{ title: '查看', actionType: 2, url: 'https://example.com/7', actionKey: 'see' },
				{ title: '同意', actionType: 1, param: { body: '{"ok":1}' } },
			],
			notifyConfigs: { dingNotify: '0', sendAssistantChat: 'true' },
			remindNotifyConfigs: { dingNotify: '1', sendTodoApn: 'false' },
			todoType: 'READ',
		});
		const [found] = await outputs(todo('getBySourceId', { person: person(), sourceId: 'order 7/ä' }));
		expect(found).toMatchObject({ subject: 'order 7/ä', sourceId: 'order 7/ä' });
		const taskId = by('id', found?.id);
		const contentFields = { field: [{ fieldKey: '金额', fieldValue: '8' }] };
		await outputs(todo('update', { taskId, person: person(), updateFields: { contentFields, done: true } }));
		expect(await outputs(todo('get', { taskId, person: person() }))).toMatchObject([
			{ done: true, contentFieldList: [{ fieldKey: '金额', fieldValue: '8' }] },
		]);
		await expect(create('order 7/ä', '2026-12-03T09:00:00')).rejects.toThrow('task exist');
	});

	test('only those due between two moments are listed and counted, over all pages', async () => {
		for (let day = 1; day <= 25; day++) await create(`day ${day}`, `2027-01-${String(day).padStart(2, '0')}T12:00:00`);
		const filters = { dueAfter: '2027-01-21', dueBefore: '2027-01-24' };
		const found = await outputs(todo('getAll', { person: person(), status: 'open', filters, returnAll: true }));
		expect(found.map(({ subject }) => subject)).toEqual(['day 21', 'day 22', 'day 23']);
		expect(await outputs(todo('count', { person: person(), filters }))).toEqual([{ count: 3 }]);
		const two = await outputs(
			todo('getAll', { person: person(), status: 'open', filters, returnAll: false, limit: 2 }),
		);
		expect(two).toHaveLength(2);
		expect(sandbox.problems()).toEqual([]);
	});

	test.each([
		['update', { taskId: by('id', 't'), person: by('unionId', 'u'), updateFields: {} }, 'Update Fields: is empty'],
		[
			'getAll',
			{ person: by('unionId', 'u'), status: 'all', filters: { dueAfter: '2027-01-02', dueBefore: '2027-01-01' } },
			'Due Before: is before Due After',
		],
	])('%s refuses before any request', async (operation, parameters, message) => {
		const before = sandbox.log.length;
		await expect(execute(todo(operation, parameters))).rejects.toThrow(message);
		expect(sandbox.log.length).toBe(before);
	});
});
