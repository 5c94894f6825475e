import { startSandbox, type Sandbox } from '../../../../sandbox';
import { PROTECTED_MOBILE } from '../../../../sandbox/http/contacts/users';
import { outputs, sandboxCredentials } from '../../../support/engine';

let sandbox: Sandbox;
beforeAll(async () => {
	sandbox = await startSandbox({ people: 250 });
});
afterAll(async () => await sandbox.close());
beforeEach(() => sandbox.clearLog());
afterEach(() => expect(sandbox.problems()).toEqual([]));

const user = async (operation: string, parameters: object) =>
	await outputs({
		product: 'dingTalkContacts',
		credentials: sandboxCredentials(sandbox),
		parameters: { resource: 'user', operation, ...parameters },
	});
const calls = (path: string) => sandbox.log.filter((entry) => entry.path === path).map(({ body }) => body);
const lina = { name: '丽娜', mobile: '13700000001', departments: '100,200', title: '助理', additionalFields: {} };

test('created, found, changed, deleted', async () => {
	const [made] = await user('create', {
		...lina,
		additionalFields: {
			userid: 'lina',
			manager_userid: 'zhangsan',
			extension: { row: [{ name: '爱好', value: '旅游' }] },
			dept_order_list: { row: [{ dept_id: '100', order: '9007199254740993' }] },
		},
	});
	expect(made).toEqual({ userid: 'lina', unionId: 'unlinaiEiE', invited: false });
	expect(await user('search', { queryWord: '丽', details: false, returnAll: true })).toEqual([{ userid: 'lina' }]);
	expect(
		await user('update', {
			person: 'lina',
			updateFields: {
				title: '经理',
				departments: '200',
				removeManager: true,
				extension: { row: [{ name: '年龄', value: '24' }] },
			},
		}),
	).toEqual([{ userid: 'lina' }]);
	const [after] = await user('get', { person: 'lina', simplify: false });
	expect(after).toMatchObject({ title: '经理', dept_id_list: [200], extension: '{"爱好":"旅游","年龄":"24"}' });
	expect(after).not.toHaveProperty('manager_userid');
	expect(await user('delete', { person: 'lina' })).toEqual([{ deleted: true, userid: 'lina' }]);
	expect(await user('search', { queryWord: '丽', details: true, returnAll: true })).toEqual([]);
	await expect(user('delete', { person: 'lina' })).rejects.toMatchObject({ context: { code: '33012' } });
});

test('a protected account is invited: a result, not an error', async () => {
	const [invited] = await user('create', { ...lina, mobile: PROTECTED_MOBILE });
	expect(invited).toMatchObject({ invited: true, name: '丽娜', mobile: PROTECTED_MOBILE });
	expect(invited).not.toHaveProperty('userid');
});

test('a mobile number that exists is refused by DingTalk', async () => {
	await expect(user('create', { ...lina, mobile: '13800000001' })).rejects.toMatchObject({
		context: { code: '60104' },
	});
});

test.each([
	['an empty update', 'update', { person: 'lisi', updateFields: {} }, 'Update Fields'],
	['a mode alone', 'update', { person: 'lisi', updateFields: { customFieldsMode: 0 } }, 'Update Fields'],
	[
		'a manager who is also removed',
		'update',
		{ person: 'lisi', updateFields: { manager_userid: 'zhangsan', removeManager: true } },
		'Remove Manager',
	],
	['a department that is no number', 'create', { ...lina, departments: '研发部' }, 'Departments'],
	['a name that is too long', 'create', { ...lina, name: '长'.repeat(81) }, 'at most 80'],
])('refused before any request: %s', async (_, operation, parameters, words) => {
	await expect(user(operation, parameters)).rejects.toThrow(words);
	expect(sandbox.log).toEqual([]);
});

test('a search of many asks from the start, for more each time', async () => {
	const found = await user('search', { queryWord: '工人', details: false, returnAll: true });
	expect(found).toHaveLength(250);
	expect(calls('/v1.0/contact/users/search')).toEqual(
		[100, 200, 400].map((size) => ({ queryWord: '工人', offset: 0, size })),
	);
});

test('user IDs of departments, each person once, and one call per department', async () => {
	const all = await user('getIds', { department: '1', includeSubdepartments: true, returnAll: true });
	expect(all).toHaveLength(sandbox.company.users.length);
	expect(calls('/topapi/user/listid')).toHaveLength(sandbox.company.departments.length);
	expect(await user('getIds', { department: '101', includeSubdepartments: false, returnAll: false, limit: 1 })).toEqual(
		[{ userid: 'zhangsan', dept_id: 101 }],
	);
});

test('who did not sign in on a day', async () => {
	const found = await user('getInactive', {
		day: '2026-11-27T10:00:00',
		signedIn: false,
		filters: { departments: '101' },
		returnAll: true,
	});
	expect(found[0]).toEqual({ userid: 'zhangsan', query_date: '20261127', is_active: false });
	expect(calls('/topapi/inactive/user/v2/get')).toEqual([
		{ query_date: '20261127', is_active: false, dept_ids: '101', offset: 0, size: 100 },
	]);
});
