/** The form as n8n's editor fills and stores it, read back by n8n's own execution context. */
import { getSchema } from 'n8n-core/dist/execution-engine/node-execution-context/utils/create-node-as-tool';
import type { IDataObject, INode, ResourceMapperField } from 'n8n-workflow';
import { products, rowsOf } from '../../../nodes/catalog';
import { DingTalkApiCall } from '../../../nodes/DingTalkApiCall/DingTalkApiCall.node';
import { parameterLabel } from '../../../nodes/DingTalkApiCall/parameterLabel';
import { fieldsOf, mapParameters } from '../../../nodes/DingTalkApiCall/mapper';
import { rowOf } from '../../../nodes/DingTalkApiCall/find';
import { startSandbox, type Sandbox } from '../../../sandbox';
import { editor, execute, outputs, sandboxCredentials } from '../../support/engine';

let sandbox: Sandbox;
beforeAll(async () => {
	sandbox = await startSandbox();
});
afterAll(async () => await sandbox.close());
beforeEach(() => sandbox.clearLog());

/** What the editor stores for a form that nobody touched (its ResourceMapper, `setDefaultFieldValues`). */
const untouched = (fields: ResourceMapperField[]): IDataObject =>
	Object.fromEntries(
		fields
			.filter(({ removed }) => !removed)
			.map(({ id, type, defaultValue }): [string, IDataObject[string]] => [
				id,
				(defaultValue ?? (type === 'boolean' ? false : null)) as IDataObject[string],
			])
			.filter(([, value]) => value !== null),
	);

/** The node's parameters with the form stored as the editor does: schema and values. */
async function formFor(operation: string, value: IDataObject, options: IDataObject = {}) {
	const fields = fieldsOf(await rowOf(operation));
	const parameters = {
		mappingMode: 'defineBelow',
		matchingColumns: [],
		attemptToConvertTypes: false,
		convertFieldsToString: false,
		schema: fields,
		value: { ...untouched(fields), ...value },
	} as unknown as IDataObject;
	return {
		product: 'all',
		apiOperation: { __rl: true, mode: 'list', value: operation, cachedResultName: 'x' },
		specify: 'fields',
		parameters,
		options,
	};
}

const call = async (
	operation: string,
	value: IDataObject,
	more: { options?: IDataObject; items?: IDataObject[]; timezone?: string } = {},
) =>
	await outputs({
		nodeType: new DingTalkApiCall(),
		credentials: sandboxCredentials(sandbox),
		parameters: await formFor(operation, value, more.options),
		items: more.items?.map((json) => ({ json })),
		timezone: more.timezone,
	});

const lastBody = () => sandbox.log.at(-1)?.body;

test('a form that nobody touched holds nothing optional, for every row', async () => {
	const all = (await Promise.all((await products()).map(async ({ id }) => await rowsOf(id)))).flat();
	const unasked = all.flatMap((row) => {
		const fields = fieldsOf(row);
		const optional = new Set(fields.filter(({ required, readOnly }) => !required && !readOnly).map(({ id }) => id));
		return Object.keys(untouched(fields))
			.filter((id) => optional.has(id))
			.map((id) => `${row.id} ${id}`);
	});
	expect(unasked).toEqual([]);
});

test('values of every kind pass n8n and reach DingTalk with the type of the route', async () => {
	const [me] = sandbox.company.users;
	await call('todo.createTodoTask', {
		'path.unionId': me?.unionid ?? '',
		'body.subject': 'Kinds',
		'body.priority': '20',
		'body.dueTime': '2026-11-21T10:00:00',
		'body.executorIds': `${me?.unionid}, userId:${sandbox.company.users[1]?.userid}`,
		'body.isOnlyShowExecutor': 'true',
		'body.detailUrl': '{ "appUrl": "https://a", "pcUrl": "https://b" }',
		'body.description': '',
	});
	expect(lastBody()).toEqual({
		subject: 'Kinds',
		priority: 20,
		dueTime: Date.UTC(2026, 10, 21, 2),
		executorIds: [me?.unionid, sandbox.company.users[1]?.unionid],
		isOnlyShowExecutor: true,
		detailUrl: { appUrl: 'https://a', pcUrl: 'https://b' },
	});
	expect(sandbox.problems()).toEqual([]);
});

test('expressions may give values of any type: numbers, lists, objects, moments', async () => {
	const unionId = sandbox.company.users[0]?.unionid ?? '';
	const due = [
		'={{ DateTime.fromISO("2026-11-21T10:00:00+08:00") }}',
		'={{ new Date(1795226400000) }}',
		'={{ 1795226400000 }}',
		'={{ "1795226400000" }}',
		'={{ "2026-11-21T02:00:00Z" }}',
	];
	for (const dueTime of due) {
		await call(
			'todo.createTodoTask',
			{
				'path.unionId': unionId,
				'body.subject': '={{ 2026 }}',
				'body.dueTime': dueTime,
				'body.executorIds': '={{ $json.people }}',
				'body.detailUrl': '={{ { appUrl: "https://a" } }}',
			},
			{ items: [{ people: [unionId] }] },
		);
		expect(lastBody()).toEqual({
			subject: '2026',
			dueTime: 1795226400000,
			executorIds: [unionId],
			detailUrl: { appUrl: 'https://a' },
		});
	}
});

test.each([
	['attendance.list', 'body.workDateFrom', '2026-11-21T08:30:00', 'America/New_York', '2026-11-21 21:30:00'],
	['attendance.list', 'body.workDateFrom', '2026-11-21 08:30:00', 'America/New_York', '2026-11-21 08:30:00'],
	['attendance.list', 'body.workDateFrom', '2026-11-21', 'America/New_York', '2026-11-21'],
])('%s %s: %s in %s is written %s', async (operation, field, given, timezone, written) => {
	await call(
		operation,
		{
			[field]: given,
			'body.workDateTo': '2026-11-22 00:00:00',
			'body.userIdList': sandbox.company.users[0]?.userid ?? '',
		},
		{ timezone },
	).catch(() => undefined);
	expect(sandbox.log.at(-1)?.body).toMatchObject({ workDateFrom: written });
});

test('a person is looked up once for all items of an execution', async () => {
	const [me] = sandbox.company.users;
	await call(
		'todo.createTodoTask',
		{
			'path.unionId': `mobile:${me?.mobile}`,
			'query.operatorId': `userId:${me?.userid}`,
			'body.subject': '={{ $json.n }}',
		},
		{ items: [{ n: 'a' }, { n: 'b' }, { n: 'c' }] },
	);
	const paths = sandbox.log.map(({ path }) => path).filter((path) => path.startsWith('/topapi'));
	expect(paths.sort()).toEqual(['/topapi/v2/user/get', '/topapi/v2/user/getbymobile']);
	expect(
		sandbox.log.filter(({ path }) => path.endsWith('/tasks')).map(({ path, query }) => [path, query.operatorId]),
	).toEqual(Array(3).fill([`/v1.0/todo/users/${me?.unionid}/tasks`, me?.unionid]));
});

test.each<[string, IDataObject, string]>([
	['no value', { 'body.subject': '' }, 'body.subject: is empty'],
	['no date', { 'body.subject': 's', 'body.dueTime': 'soon' }, 'body.dueTime: must be a date and time, but is "soon"'],
	['no number', { 'body.subject': 's', 'body.priority': 'high' }, 'body.priority: must be a number'],
	[
		'an unknown member inside',
		{ 'body.subject': 's', 'body.detailUrl': '{"url":"x"}' },
		'body.detailUrl.url: is no field of this operation. It has: appUrl, pcUrl',
	],
	[
		'broken JSON',
		{ 'body.subject': 's', 'body.detailUrl': '{"appUrl":' },
		'body.detailUrl: is not valid JSON (Unexpected end of JSON input)',
	],
])('%s: a sentence that names the field, and no request', async (_, value, message) => {
	await expect(call('todo.createTodoTask', { 'path.unionId': 'mobile:1', ...value })).rejects.toThrow(message);
	expect(sandbox.log).toEqual([]);
});

test('a language model sees the typed parameters that were left to it', async () => {
	const parameters = await formFor('todo.createTodoTask', {
		'path.unionId': 'u1',
		'body.subject': "={{ $fromAI('subject', 'What is to be done', 'string') }}",
		'body.dueTime': "={{ $fromAI('dueTime', 'When', 'string') }}",
		'body.priority': "={{ $fromAI('priority', '', 'number') }}",
		'body.executorIds': "={{ $fromAI('executorIds', '', 'json') }}",
	});
	const node = {
		id: 'n',
		name: 'Create',
		type: 'dingTalkApiCallTool',
		typeVersion: 1,
		position: [0, 0],
		parameters,
	} as unknown as INode;
	expect(Object.keys(getSchema(node).shape as object).sort()).toEqual([
		'dueTime',
		'executorIds',
		'priority',
		'subject',
	]);
	expect(new DingTalkApiCall().description.usableAsTool).toBe(true);
});

test('the form says what is wrong with the choice of operation', async () => {
	const at = async (value: string) =>
		await mapParameters.call(
			editor({
				nodeType: new DingTalkApiCall(),
				credentials: {},
				parameters: { product: 'all', apiOperation: { __rl: true, mode: 'id', value } },
			}),
		);
	expect(await at('')).toEqual({
		fields: [],
		emptyFieldsNotice: expect.stringContaining('Operation: choose one from the list first') as unknown,
	});
	expect((await at('todo.noSuch')).emptyFieldsNotice).toContain('"todo.noSuch" is in no product of the catalog');
	expect((await at('/v1.0/todo/users/x/tasks/y')).emptyFieldsNotice).toContain('put the method in front');
});

test('the form tells method, path, permission, page, and what replaces an archived operation', async () => {
	const line = async (id: string) => fieldsOf(await rowOf(id)).find(({ readOnly }) => readOnly)?.defaultValue;
	expect(await line('todo.createTodoTask')).toBe(
		'POST /v1.0/todo/users/{unionId}/tasks · Permission 权限 Todo.Todo.Write · https://open.dingtalk.com/document/development/add-dingtalk-to-do-task',
	);
	expect(await line('contact.departmentGet')).toMatch(
		/ · archived, use instead 已归档，请改用 contact\.v2DepartmentGet · /,
	);
	expect(await line('doc.docContent')).toMatch(/ · undocumented, only the official SDK knows it/);
});

test('the form runs as the editor first shows it, once the required fields are filled', async () => {
	const [item] = await execute({
		nodeType: new DingTalkApiCall(),
		credentials: sandboxCredentials(sandbox),
		parameters: await formFor('contact.v2UserGet', { 'body.userid': sandbox.company.users[0]?.userid ?? '' }),
	});
	expect(item?.json).toMatchObject({ userid: sandbox.company.users[0]?.userid });
});

test('an example that nobody changed is not sent', async () => {
	const fields = fieldsOf(await rowOf('todo.createTodoTask'));
	const example = fields.find(({ id }) => id === 'body.detailUrl')?.defaultValue as string;
	const value = { 'path.unionId': 'userId:zhangsan', 'body.subject': 'x' };
	await call('todo.createTodoTask', { ...value, 'body.detailUrl': example });
	await call('todo.createTodoTask', { ...value, 'body.detailUrl': example.replace('""', '"https://a.example"') });
	const bodies = sandbox.log.filter(({ path }) => path.endsWith('/tasks')).map(({ body }) => body);
	expect(bodies).toEqual([
		{ subject: 'x' },
		{ subject: 'x', detailUrl: expect.objectContaining({ appUrl: 'https://a.example' }) },
	]);
});

test('parameters are told in words, in the language of the build, with their name', () => {
	const labels = ['calendarId', 'dept_position_list', 'createFromTimeGMT', 'x-acs-dingtalk-access-token', 'qzqz'];
	expect(labels.map((name) => parameterLabel(name, 'both'))).toEqual([
		'Calendar ID 日历 ID (calendarId)',
		'Dept Position List 部门职位列表 (dept_position_list)',
		'Create From Time GMT 创建从时间 (createFromTimeGMT)',
		'X Acs Dingtalk Access Token 访问令牌 (x-acs-dingtalk-access-token)',
		'Qzqz (qzqz)',
	]);
	expect(parameterLabel('calendarId', 'zh-CN')).toBe('日历 ID (calendarId)');
	expect(parameterLabel('calendarId', 'en')).toBe('Calendar ID (calendarId)');
});
