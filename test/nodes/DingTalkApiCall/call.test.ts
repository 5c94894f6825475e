import type { IDataObject } from 'n8n-workflow';
import { mapParameters } from '../../../nodes/DingTalkApiCall/mapper';
import { searchOperations } from '../../../nodes/DingTalkApiCall/searchOperations';
import { DingTalkApiCall } from '../../../nodes/DingTalkApiCall/DingTalkApiCall.node';
import { PURCHASE_FORM } from '../../../sandbox/data/approval';
import { startSandbox, type Sandbox } from '../../../sandbox';
import { editor, outputs, sandboxCredentials } from '../../support/engine';

let sandbox: Sandbox;
beforeAll(async () => {
	sandbox = await startSandbox({ people: 130 });
});
afterAll(async () => await sandbox.close());

const nodeType = new DingTalkApiCall();
const call = (parameters: IDataObject) => ({ nodeType, credentials: sandboxCredentials(sandbox), parameters });
const fields = (operation: string, mode: string, value: IDataObject, options: IDataObject = {}) =>
	call({
		product: 'all',
		apiOperation: { __rl: true, mode, value: operation },
		specify: 'fields',
		parameters: { mappingMode: 'defineBelow', value, schema: [], matchingColumns: [] },
		options,
	});
const json = (operation: string, request: object) =>
	call({
		product: 'all',
		apiOperation: { __rl: true, mode: 'id', value: operation },
		specify: 'json',
		request: JSON.stringify(request),
		options: {},
	});

const bodyOf = (flat: IDataObject) =>
	Object.fromEntries(
		Object.entries(flat).map(([name, value]) => [
			name.replace('body.', ''),
			name.endsWith('Values') ? JSON.parse(String(value)) : value,
		]),
	);

test('an operation chosen by id runs with typed fields; a mobile number stands for a person', async () => {
	const [person] = sandbox.company.users;
	const [created] = await outputs(
		fields('todo.createTodoTask', 'id', {
			'path.unionId': `mobile:${person?.mobile}`,
			'body.subject': 'From the catalog',
			'body.dueTime': '1764550800000',
		}),
	);
	expect(created).toMatchObject({ subject: 'From the catalog', dueTime: 1764550800000, creatorId: person?.unionid });
	expect(sandbox.problems()).toEqual([]);
});

test.each([
	['a documentation address', 'https://open.dingtalk.com/document/orgapp/query-user-details'],
	['a path', '/topapi/v2/user/get'],
	['a route', 'POST /topapi/v2/user/get'],
])('an operation is found by %s', async (_, address) => {
	const [user] = await outputs(fields(address, 'url', { 'body.userid': sandbox.company.users[0]?.userid ?? '' }));
	expect(user).toMatchObject({ userid: sandbox.company.users[0]?.userid });
});

test('a list is read to its end', async () => {
	const everyone = await outputs(
		fields('POST /topapi/v2/user/list', 'url', { 'body.dept_id': 1 }, { returnAll: true }),
	);
	const inRoot = sandbox.company.users.filter(({ dept_id_list }) => dept_id_list.includes(1));
	expect(everyone.map(({ userid }) => userid).sort()).toEqual(inRoot.map(({ userid }) => userid).sort());
});

test.each<[string, object, string]>([
	['a missing field', { path: { unionId: 'x' }, body: {} }, 'body.subject: is empty'],
	[
		'an unknown field',
		{ path: { unionId: 'x' }, body: { subject: 'a', title: 'b' } },
		'body.title: is no field of this operation. It has: subject, ',
	],
	[
		'a wrong type',
		{ path: { unionId: 'x' }, body: { subject: 'a', executorIds: 5 } },
		'body.executorIds: must be a list, but is number',
	],
	[
		'a value outside the enumeration',
		{ path: { unionId: 'x' }, body: { subject: 'a', priority: 15 } },
		'body.priority: must be one of 10, 20, 30, 40',
	],
])('%s is refused before any request', async (_, request, message) => {
	const before = sandbox.log.length;
	await expect(outputs(json('todo.createTodoTask', request))).rejects.toThrow(message);
	expect(sandbox.log.length).toBe(before);
});

test('a custom request reaches the chosen host only', async () => {
	const answer = await outputs(
		call({
			product: 'custom',
			method: 'POST',
			host: 'oapi',
			path: '/topapi/v2/user/get',
			query: '{}',
			body: JSON.stringify({ userid: sandbox.company.users[0]?.userid }),
			options: {},
		}),
	);
	expect(answer).toMatchObject([{ userid: sandbox.company.users[0]?.userid }]);
	await expect(
		outputs(
			call({ product: 'custom', method: 'GET', host: 'api', path: 'https://example.com/', query: '{}', options: {} }),
		),
	).rejects.toThrow('Path: must begin with "/"');
});

test('operations are found in Chinese, in English and by path; archived ones only when asked for', async () => {
	const context = (parameters: IDataObject) => editor(call(parameters));
	const find = async (filter: string, parameters: IDataObject = { product: 'all' }) =>
		(await searchOperations.call(context(parameters), filter)).results.map(({ value }) => value);
	expect(await find('创建钉钉待办')).toContain('todo.createTodoTask');
	expect(await find('create to-do')).toContain('todo.createTodoTask');
	expect(await find('/v1.0/todo/users')).toContain('todo.createTodoTask');
	expect(await find('workrecord/add')).toEqual([]);
	expect(await find('workrecord/add', { product: 'all', options: { showArchived: true } })).toHaveLength(1);
});

test('the mapper offers typed fields with what the operation is', async () => {
	const { fields: mapped } = await mapParameters.call(
		editor(call({ product: 'all', apiOperation: { __rl: true, mode: 'id', value: 'todo.createTodoTask' } })),
	);
	const byId = new Map(mapped.map((field) => [field.id, field]));
	expect(byId.get('about')?.defaultValue).toMatch(
		/^POST \/v1\.0\/todo\/users\/\{unionId\}\/tasks .* Todo\.Todo\.Write/,
	);
	expect(byId.get('path.unionId')?.displayName).toMatch(/^Union ID .*\(unionId\)/);
	expect(byId.get('body.subject')).toMatchObject({ required: true, type: 'string' });
	expect(byId.get('body.priority')).toMatchObject({
		type: 'options',
		options: [{ value: 10 }, { value: 20 }, { value: 30 }, { value: 40 }],
	});
	expect(JSON.parse(String(byId.get('body.detailUrl')?.defaultValue))).toEqual({ appUrl: '', pcUrl: '' });
});

test.each<[string, (value: unknown) => object]>([
	['typed fields', (value) => fields('approval.startProcessInstance', 'id', value as IDataObject)],
	['JSON', (value) => json('approval.startProcessInstance', { body: bodyOf(value as IDataObject) })],
])('values of an approval are text at every depth: %s', async (_, callOf) => {
	const formComponentValues = [
		{ name: '采购事由', value: '新电脑' },
		{ name: '金额（元）', value: 8999.5 },
		{ name: '采购明细', value: [{ 品名: '笔记本', 件数: 2 }] },
	];
	await outputs(
		callOf({
			'body.originatorUserId': 'zhangsan',
			'body.processCode': PURCHASE_FORM,
			'body.deptId': 100,
			'body.formComponentValues': JSON.stringify(formComponentValues),
		}) as Parameters<typeof outputs>[0],
	);
	expect(sandbox.received.approvals.at(-1)?.form).toMatchObject([
		{ value: '新电脑' },
		{ value: '8999.5' },
		{ value: '[[{"name":"品名","value":"笔记本"},{"name":"件数","value":"2"}]]' },
	]);
});

test.each(['typed', 'custom'])(
	'a card that arrived nowhere is an error, one that arrived somewhere a hint: %s',
	async (way) => {
		const path = '/v1.0/card/instances/createAndDeliver';
		const send = (...receivers: string[]) => {
			const body = {
				cardTemplateId: 'template.schema',
				outTrackId: `${way}${receivers.length}`,
				cardData: { cardParamMap: {} },
				openSpaceId: `dtv1.card//${receivers.map((id) => `IM_ROBOT.${id}`).join(';')}`,
				imRobotOpenDeliverModel: { spaceType: 'IM_ROBOT', robotCode: sandbox.company.robotCode },
			};
			if (way === 'typed') return json('card.createAndDeliver', { body });
			return call({
				product: 'custom',
				method: 'POST',
				host: 'api',
				path,
				bodyType: 'json',
				body: JSON.stringify(body),
			});
		};
		await expect(outputs(send('nobody'))).rejects.toThrow('nobody: spaceId is illegal');
		let hints: string[] = [];
		const [sent] = await outputs({ ...send('lisi', 'nobody'), onHints: (messages) => (hints = messages) });
		expect(JSON.stringify(sent)).toContain('"success":true');
		expect(hints.join()).toContain('DingTalk refused 1 of 2: nobody');
	},
);
