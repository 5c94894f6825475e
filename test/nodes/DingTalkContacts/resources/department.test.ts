import { startSandbox, type Sandbox } from '../../../../sandbox';
import { outputs, sandboxCredentials } from '../../../support/engine';

let sandbox: Sandbox;
beforeAll(async () => {
	sandbox = await startSandbox();
});
afterAll(async () => await sandbox.close());
beforeEach(() => sandbox.clearLog());
afterEach(() => expect(sandbox.problems()).toEqual([]));

const department = async (operation: string, parameters: object) =>
	await outputs({
		product: 'dingTalkContacts',
		credentials: sandboxCredentials(sandbox),
		parameters: { resource: 'department', operation, ...parameters },
	});
const calls = (path: string) => sandbox.log.filter((entry) => entry.path === path);
const all = { parent: '1', includeSubdepartments: true, details: false, returnAll: true, additionalFields: {} };

test('created, found, changed, deleted', async () => {
	const [made] = await department('create', { name: '测试组', parent: '100', additionalFields: { order: 3 } });
	const id = String(made?.dept_id);
	expect(typeof made?.dept_id).toBe('number');
	expect(await department('search', { queryWord: '测试', details: true, returnAll: true })).toMatchObject([
		{ name: '测试组', parent_id: 100 },
	]);
	await department('update', { department: id, updateFields: { name: '质量组', parent: '101', managers: 'lisi' } });
	expect(await department('get', { department: id, additionalFields: {} })).toEqual([
		{ dept_id: Number(id), name: '质量组', parent_id: 101, dept_manager_userid_list: ['lisi'], order: 0 },
	]);
	expect(await department('getParents', { of: 'department', department: id, names: true })).toEqual([
		{
			dept_id: Number(id),
			path: [Number(id), 101, 100, 1],
			names: ['质量组', '前端组', '研发部', '小满科技'],
		},
	]);
	await department('update', { department: id, updateFields: { removeManagers: true } });
	expect((await department('get', { department: id, additionalFields: {} }))[0]).toMatchObject({
		dept_manager_userid_list: [],
	});
	expect(await department('delete', { department: id })).toEqual([{ deleted: true, dept_id: Number(id) }]);
	await expect(department('delete', { department: id })).rejects.toMatchObject({ context: { code: '60003' } });
});

test('the tree, level by level, with depth and names', async () => {
	expect(await department('getAll', all)).toEqual([
		{ dept_id: 100, name: '研发部', parent_id: 1, depth: 1, path: ['研发部'] },
		{ dept_id: 200, name: '人事部', parent_id: 1, depth: 1, path: ['人事部'] },
		{ dept_id: 300, name: '工厂', parent_id: 1, depth: 1, path: ['工厂'] },
		{ dept_id: 101, name: '前端组', parent_id: 100, depth: 2, path: ['研发部', '前端组'] },
	]);
	expect(calls('/topapi/v2/department/listsub')).toHaveLength(5);
	sandbox.clearLog();
	expect(await department('getAll', { ...all, includeSubdepartments: false, details: true })).toHaveLength(3);
	expect(calls('/topapi/v2/department/get')).toHaveLength(3);
});

test('a person has one way up for each department', async () => {
	expect(await department('getParents', { of: 'person', person: 'zhangsan', names: false })).toEqual([
		{ dept_id: 100, path: [100, 1] },
		{ dept_id: 101, path: [101, 100, 1] },
	]);
});

test('what DingTalk refuses is explained', async () => {
	await expect(department('delete', { department: '100' })).rejects.toMatchObject({
		context: { code: '60005' },
		description: expect.stringContaining('Move them away first') as unknown,
	});
	await expect(department('update', { department: '100', updateFields: { parent: '101' } })).rejects.toMatchObject({
		context: { code: '60010' },
	});
});

test.each([
	['the root is changed', 'update', { department: '1', updateFields: { name: '新名' } }, 'root department'],
	['the root is deleted', 'delete', { department: '1' }, 'root department'],
	['nothing is changed', 'update', { department: '100', updateFields: {} }, 'Update Fields'],
	['a name with a comma', 'create', { name: '研发，测试', parent: '1', additionalFields: {} }, 'may not hold'],
	['a name of 65 letters', 'create', { name: '长'.repeat(65), parent: '1', additionalFields: {} }, 'at most 64'],
	[
		'managers both new and removed',
		'update',
		{ department: '100', updateFields: { managers: 'lisi', removeManagers: true } },
		'Remove Managers',
	],
])('refused before any request: %s', async (_, operation, parameters, words) => {
	await expect(department(operation, parameters)).rejects.toThrow(words);
	expect(sandbox.log).toEqual([]);
});
