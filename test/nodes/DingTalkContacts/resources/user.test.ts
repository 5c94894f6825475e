import { get } from '../../../../nodes/DingTalkContacts/resources/user/get';
import { getByMobile } from '../../../../nodes/DingTalkContacts/resources/user/getByMobile';
import { getByUnionId } from '../../../../nodes/DingTalkContacts/resources/user/getByUnionId';
import { compile } from '../../../../nodes/protocol/request';
import type { Operation } from '../../../../nodes/runtime/operation';
import { startSandbox, type Sandbox } from '../../../../sandbox';
import { execute, outputs, sandboxCredentials } from '../../../support/engine';

let sandbox: Sandbox;
beforeAll(async () => {
	sandbox = await startSandbox({ people: 250 });
});
afterAll(async () => await sandbox.close());
afterEach(() => {
	expect(sandbox.problems()).toEqual([]);
	sandbox.clearLog();
});

const user = (operation: string, parameters: object) => ({
	credentials: sandboxCredentials(sandbox),
	parameters: { resource: 'user', operation, ...parameters },
});
const by = (mode: string, value: unknown) => ({ __rl: true, mode, value });
const calls = (path: string) => sandbox.log.filter((entry) => entry.path === path);

const table: Array<[string, Operation, Record<string, unknown>, string, object]> = [
	['get', get, { person: 'zhangsan', additionalFields: {} }, '/topapi/v2/user/get', { userid: 'zhangsan' }],
	[
		'get in English',
		get,
		{ person: 'zhangsan', additionalFields: { language: 'en_US' } },
		'/topapi/v2/user/get',
		{ userid: 'zhangsan', language: 'en_US' },
	],
	[
		'getByMobile',
		getByMobile,
		{ mobile: '13800000001', additionalFields: {} },
		'/topapi/v2/user/getbymobile',
		{ mobile: '13800000001' },
	],
	[
		'getByMobile with dedicated accounts',
		getByMobile,
		{ mobile: '13800000001', additionalFields: { support_exclusive_account_search: true } },
		'/topapi/v2/user/getbymobile',
		{ mobile: '13800000001', support_exclusive_account_search: true },
	],
	['getByUnionId', getByUnionId, { unionId: 'z21H' }, '/topapi/user/getbyunionid', { unionid: 'z21H' }],
];

test.each(table)('%s', (_, operation, values, path, body) => {
	expect(
		compile(
			operation.route,
			operation.request(values as Parameters<Operation['request']>[0], { timezone: 'Asia/Shanghai', found: undefined }),
		),
	).toMatchObject({
		method: 'POST',
		host: 'oapi',
		path,
		body,
	});
});

test.each(['list', 'userId', 'unionId', 'mobile'] as const)('a person given by %s', async (mode) => {
	const { company } = sandbox;
	const lisi = company.users[2]!;
	const value = { list: lisi.userid, userId: lisi.userid, unionId: lisi.unionid, mobile: lisi.mobile }[mode];
	const [found] = await outputs(user('get', { person: by(mode, value), simplify: true }));
	expect(found).toEqual({
		userid: 'lisi',
		unionid: lisi.unionid,
		name: '李四',
		mobile: lisi.mobile,
		title: '工程师',
		dept_id_list: [101],
		admin: false,
		active: true,
		role_list: [],
		leader_in_dept: [{ dept_id: 101, leader: false }],
	});
});

test('everything that DingTalk says of a person, when not simplified', async () => {
	const [found] = await outputs(user('get', { person: 'manager7675', simplify: false }));
	expect(found).toMatchObject({ userid: 'manager7675', boss: true, role_list: [{ name: '总监' }] });
	expect(found).not.toHaveProperty('errcode');
});

test('IDs by mobile and by union ID', async () => {
	const lisi = sandbox.company.users[2]!;
	expect(
		await outputs(
			user('getByMobile', { mobile: lisi.mobile, additionalFields: { support_exclusive_account_search: true } }),
		),
	).toEqual([{ userid: 'lisi' }]);
	expect(await outputs(user('getByUnionId', { unionId: lisi.unionid }))).toEqual([{ userid: 'lisi', contact_type: 0 }]);
});

test('nobody with this mobile: DingTalk’s own code and words', async () => {
	const [item] = await execute({
		...user('getByMobile', { mobile: '13999999999', additionalFields: {} }),
		onError: 'continueRegularOutput',
	});
	expect(item?.json).toMatchObject({ error: { code: '60121', dingTalkMessage: '未找到该用户' } });
});

describe('people of a department', () => {
	const names = async (parameters: object) =>
		(
			await outputs(
				user('getAll', {
					includeSubdepartments: false,
					returnAll: true,
					additionalFields: {},
					simplify: true,
					...parameters,
				}),
			)
		).map(({ userid }) => userid);

	test('only its own, page by page', async () => {
		expect(await names({ department: by('list', '101') })).toEqual(['zhangsan', 'lisi', 'user01']);
		expect(await names({ department: '300' })).toHaveLength(250);
		expect(calls('/topapi/v2/user/list').map(({ body }) => body)).toMatchObject([
			{ dept_id: 101, cursor: 0, size: 100 },
			{ dept_id: 300, cursor: 0 },
			{ cursor: 100 },
			{ cursor: 200 },
		]);
	});

	test('a limit ends the reading', async () => {
		expect(await names({ department: '300', returnAll: false, limit: 120 })).toHaveLength(120);
		expect(calls('/topapi/v2/user/list')).toHaveLength(2);
		sandbox.clearLog();
		expect(await names({ department: '1', includeSubdepartments: true, returnAll: false, limit: 2 })).toEqual([
			'manager7675',
			'xiaoding',
		]);
		expect(calls('/topapi/v2/user/list').map(({ body }) => body)).toMatchObject([{ dept_id: 1, size: 2 }]);
		expect(calls('/topapi/v2/department/listsub')).toEqual([]);
	});

	test('with all below, each person once', async () => {
		const everyone = await names({ department: '1', includeSubdepartments: true });
		expect(new Set(everyone).size).toBe(everyone.length);
		expect([...everyone].sort()).toEqual(sandbox.company.users.map(({ userid }) => userid).sort());
		expect(calls('/topapi/v2/department/listsub')).toHaveLength(sandbox.company.departments.length);
		expect((await names({ department: '1', includeSubdepartments: true, returnAll: false, limit: 7 })).sort()).toEqual(
			everyone.slice(0, 7).sort(),
		);
	});

	test('additional fields go along', async () => {
		await names({
			department: '101',
			additionalFields: { order_field: 'entry_desc', contain_access_limit: true, language: 'en_US' },
		});
		expect(calls('/topapi/v2/user/list').map(({ body }) => body)).toEqual([
			{ dept_id: 101, cursor: 0, size: 100, order_field: 'entry_desc', contain_access_limit: true, language: 'en_US' },
		]);
	});

	test('a department that is no number is refused before any request', async () => {
		await expect(names({ department: by('id', '研发部') })).rejects.toThrow('Department: "研发部" is not a number');
		expect(sandbox.log).toEqual([]);
	});

	test('a department that does not exist', async () => {
		await expect(names({ department: by('id', '999') })).rejects.toMatchObject({ context: { code: '60003' } });
	});
});
