import { DingTalkHr } from '../../../nodes/DingTalkHr/DingTalkHr.node';
import { startSandbox, type Sandbox } from '../../../sandbox';
import { editor, outputs, sandboxCredentials } from '../../support/engine';
import { strayAnswers } from '../../sandbox/answers';

let sandbox: Sandbox;
beforeAll(async () => {
	sandbox = await startSandbox({ people: 250 });
});
afterAll(async () => {
	expect(strayAnswers(sandbox.log)).toEqual([]);
	await sandbox.close();
});
beforeEach(() => sandbox.clearLog());
afterEach(() => expect(sandbox.problems()).toEqual([]));

const call = (resource: string, operation: string, parameters: object, own: Record<string, string> = {}) => ({
	product: 'dingTalkHr',
	credentials: sandboxCredentials(sandbox, own),
	parameters: { resource, operation, ...parameters },
});
const employee = async (operation: string, parameters: object) =>
	await outputs(call('employee', operation, parameters));
const sent = (path: string) => sandbox.log.filter((entry) => entry.path === path).map(({ body }) => body);
const roster = (value: object) => ({ mappingMode: 'defineBelow', value, matchingColumns: [] });

const UPDATE = '/topapi/smartwork/hrm/employee/v2/update';
const ROSTER = '/v1.0/hrm/rosters/lists/query';

test('what is changed is read back by the names of its fields; a group without details keeps what is not given', async () => {
	const [changed] = await employee('update', {
		person: 'lisi',
		roster: roster({ 出生日期: '1990-05-01T12:00:00+08:00', 民族: '回族', 住址: '杭州' }),
	});
	expect(changed).toEqual({ userId: 'lisi', updated: true });
	await employee('update', { person: 'lisi', roster: roster({ 'sys02-address': '上海' }) });
	expect(sent(UPDATE)[0]).toEqual({
		agentid: sandbox.company.agentId,
		param: {
			userid: 'lisi',
			groups: [
				{
					group_id: 'sys02',
					sections: [
						{
							old_index: 0,
							section: [
								{ field_code: 'sys02-birthTime', value: '1990-05-01' },
								{ field_code: 'sys02-nationType', value: '3' },
								{ field_code: 'sys02-address', value: '杭州' },
							],
						},
					],
				},
			],
		},
	});
	expect(await employee('get', { people: 'lisi', rosterFields: ['sys02-birthTime', 'sys02-nationType'] })).toEqual([
		{ userId: 'lisi', 出生日期: '1990-05-01', 民族: '回族' },
	]);
	expect(await employee('get', { people: 'lisi', rosterFields: ['sys02-address'] })).toEqual([
		{ userId: 'lisi', 住址: '上海' },
	]);
});

test('a detail group gets a new entry, or one of its entries is changed', async () => {
	const family = async (value: object, additionalFields: object) =>
		await employee('update', { person: 'zhangsan', roster: roster(value), additionalFields });
	await family({ '姓名(家人)': '张父', 关系: '父亲' }, {});
	await family({ '姓名(家人)': '张母', 关系: '母' }, {});
	await family({ 关系: '母亲' }, { detailEntry: 1 });
	const [read] = await employee('get', {
		people: 'zhangsan',
		rosterFields: ['sys07-familyMemberName', 'sys07-relationship'],
	});
	expect(read).toEqual({ userId: 'zhangsan', '姓名(家人)': ['张父', '张母'], 关系: ['父亲', '母亲'] });
});

test('keys of the item fill the roster; what is no field of it is left out', async () => {
	await outputs({
		...call('employee', 'update', {
			person: 'wangwu',
			roster: { mappingMode: 'autoMapInputData', value: null, matchingColumns: [] },
		}),
		items: [{ json: { 住址: '北京', 部门: 'x', 司龄: '' } }],
	});
	expect(sent(UPDATE)).toMatchObject([{ param: { groups: [{ group_id: 'sys02', sections: [{ old_index: 0 }] }] } }]);
});

test('250 people: 6 calls for their IDs, 3 for the roster', async () => {
	const all = await employee('getAll', {
		statuses: ['2', '3'],
		details: true,
		rosterFields: ['sys00-name', 'sys01-employeeStatus'],
		returnAll: true,
	});
	expect(all).toHaveLength(256);
	expect(all).toContainEqual({ userId: 'user01', 姓名: '赵六', 员工状态: '试用' });
	expect(sent('/topapi/smartwork/hrm/employee/queryonjob')).toHaveLength(6);
	expect(sent(ROSTER)).toHaveLength(3);
	sandbox.clearLog();
	expect(await employee('getAll', { statuses: ['3'], details: false, returnAll: false, limit: 1 })).toEqual([
		{ userId: 'manager7675' },
	]);
});

test('more than 100 fields are more than one call, one entry per person all the same', async () => {
	const codes = Array.from({ length: 101 }, (_, index) => `custom${index}`);
	const [read] = await employee('get', { people: 'lisi', rosterFields: [...codes, 'sys00-name'] });
	expect(read).toEqual({ userId: 'lisi', 姓名: '李四' });
	expect(sent(ROSTER)).toHaveLength(2);
});

test('fields tell group, type and choices; the editor shows them', async () => {
	const fields = await employee('getFields', { returnAll: true });
	expect(fields).toContainEqual({
		field_code: 'sys02-birthTime',
		field_name: '出生日期',
		field_type: 'DDDateField',
		option_text: '',
		group_id: 'sys02',
		group_name: '个人信息',
		detail: false,
		derived: false,
	});
	const { methods } = new DingTalkHr();
	const shown = await methods.resourceMapping?.rosterColumns?.call(editor(call('employee', 'update', {})));
	const column = (id: string) => shown?.fields.find((field) => field.id === id);
	expect(column('sys02-nationType')).toMatchObject({ type: 'options', displayName: '民族' });
	expect(column('sys02-birthTime')).toMatchObject({ type: 'dateTime', readOnly: false });
	for (const fixed of ['sys01-workAge', 'sys00-mainDept', 'sys00-reportManager', 'sys08-forntIDcard'])
		expect(column(fixed)).toMatchObject({ readOnly: true });
	const choices = await methods.loadOptions?.rosterFieldsList?.call(editor(call('employee', 'get', {})));
	expect(choices?.[0]).toEqual({ name: '基本信息: 姓名', value: 'sys00-name' });
});

test.each([
	['nothing to change', 'update', { person: 'lisi', roster: roster({}), options: { agentId: '1' } }, 'Fields'],
	['no Agent ID for the roster', 'getAll', { statuses: ['3'], details: true, returnAll: true }, 'Agent ID'],
	[
		'position by ID and name',
		'transfer',
		{ person: 'lisi', additionalFields: { positionId: { __rl: true, mode: 'id', value: 'a' }, positionName: 'b' } },
		'Position Name',
	],
	[
		'a main department that is none of the new ones',
		'transfer',
		{ person: 'lisi', departments: '101', mainDepartment: '200' },
		'Main Department',
	],
	['a transfer of nothing', 'transfer', { person: 'lisi' }, 'Departments'],
])('refused before any request: %s', async (_, operation, parameters, words) => {
	await expect(outputs(call('employee', operation, parameters, { agentId: '' }))).rejects.toThrow(words);
	expect(sandbox.log).toEqual([]);
});

test.each([
	['a choice that does not exist', { 民族: '火星' }, '民族'],
	['a date that is none', { 出生日期: 'soon' }, '出生日期'],
	['a computed field', { 司龄: '3' }, '司龄'],
])('refused before it is written: %s', async (_, value, field) => {
	await expect(employee('update', { person: 'lisi', roster: roster(value) })).rejects.toThrow(field);
	expect(sent(UPDATE)).toEqual([]);
});
