import { DingTalkContacts } from '../../../../nodes/DingTalkContacts/DingTalkContacts.node';
import { startSandbox, type Sandbox } from '../../../../sandbox';
import { editor, outputs, sandboxCredentials } from '../../../support/engine';

let sandbox: Sandbox;
beforeAll(async () => {
	sandbox = await startSandbox({ people: 150 });
});
afterAll(async () => await sandbox.close());
beforeEach(() => sandbox.clearLog());
afterEach(() => expect(sandbox.problems()).toEqual([]));

const call = (operation: string, parameters: object) => ({
	product: 'dingTalkContacts',
	credentials: sandboxCredentials(sandbox),
	parameters: { resource: 'role', operation, ...parameters },
});
const role = async (operation: string, parameters: object) => await outputs(call(operation, parameters));
const calls = (path: string) => sandbox.log.filter((entry) => entry.path === path).map(({ body }) => body);
const workers = (count: number) => Array.from({ length: count }, (_, index) => `worker${index + 1}`);

test('created, found, given, taken, renamed, deleted', async () => {
	const [group] = await role('createGroup', { roleName: '项目' });
	const [made] = await role('create', { roleName: '项目经理', group: String(group?.groupId) });
	const id = String(made?.roleId);
	expect(await role('getAll', { filters: { group: String(group?.groupId) }, returnAll: true })).toEqual([
		{ id: Number(id), name: '项目经理', groupId: group?.groupId, groupName: '项目' },
	]);
	await role('addMembers', { roles: id, people: ['lisi', 'zhangsan'] });
	await role('removeMembers', { roles: id, people: ['lisi'] });
	expect(await role('getMembers', { role: id, returnAll: true })).toEqual([
		{ userid: 'zhangsan', name: '张三', manageScopes: [] },
	]);
	await role('update', { role: id, roleName: '负责人' });
	await expect(role('create', { roleName: '负责人', group: String(group?.groupId) })).rejects.toMatchObject({
		context: { code: '34021' },
	});
	expect(await role('delete', { role: id })).toEqual([{ deleted: true, roleId: id }]);
	await expect(role('getMembers', { role: id, returnAll: true })).rejects.toMatchObject({ context: { code: '33011' } });
});

test('150 people are 8 calls to give a role, 2 to take it, 2 to list them', async () => {
	const people = workers(150);
	expect(await role('addMembers', { roles: '1507113597', people })).toEqual([
		{ roleIds: ['1507113597'], userIds: people },
	]);
	expect(calls('/topapi/role/addrolesforemps')).toHaveLength(8);
	expect(await role('getMembers', { role: '1507113597', returnAll: true })).toHaveLength(150);
	expect(calls('/topapi/role/simplelist')).toHaveLength(2);
	await role('removeMembers', { roles: '1507113597', people });
	expect(calls('/topapi/role/removerolesforemps')).toHaveLength(2);
});

test('DingTalk’s own roles cannot be given, and are not offered', async () => {
	await expect(role('addMembers', { roles: '1507113578', people: 'lisi' })).rejects.toMatchObject({
		context: { code: '33011' },
	});
	const { methods } = new DingTalkContacts();
	const list = async (name: string, filter?: string) =>
		(await methods.listSearch?.[name]?.call(editor(call('addMembers', {})), filter))?.results.map((one) => one.name);
	expect(await list('rolesList')).toEqual(['工程师 (职务)', '值班 (职务)']);
	expect(await list('roleList', '管理')).toEqual(['管理员 (默认)']);
});

test('too many roles are refused before any request', async () => {
	const roles = Array.from({ length: 21 }, (_, index) => String(index + 1));
	await expect(role('addMembers', { roles, people: 'lisi' })).rejects.toThrow('Roles');
	expect(sandbox.log).toEqual([]);
});
