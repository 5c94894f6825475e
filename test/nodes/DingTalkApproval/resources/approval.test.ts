import { create } from '../../../../nodes/DingTalkApproval/resources/approval/create';
import { get } from '../../../../nodes/DingTalkApproval/resources/approval/get';
import { idsRequest, split } from '../../../../nodes/DingTalkApproval/resources/approval/getAll';
import { searchApprovalForms } from '../../../../nodes/DingTalkApproval/locators/searchApprovalForms';
import { compile } from '../../../../nodes/protocol/request';
import { InputError, type Operation } from '../../../../nodes/runtime/operation';
import { slicesOf } from '../../../../nodes/runtime/split';
import { startSandbox, type Sandbox } from '../../../../sandbox';
import { editor, execute, outputs, sandboxCredentials } from '../../../support/engine';

type Values = Parameters<Operation['request']>[0];
const request = (operation: Operation, values: object) => compile(operation.route, operation.request(values as Values));
const DAY = 86_400_000;

describe('create: values in, request out', () => {
	const given = {
		processCode: 'PROC-1',
		originator: 'lisi',
		department: '101',
		formValues: { values: [{ name: '事由', value: '家里有事' }] },
		formJson: undefined,
		approvers: {},
		additionalFields: {},
	};
	const sent = {
		originatorUserId: 'lisi',
		processCode: 'PROC-1',
		deptId: 101,
		formComponentValues: [{ name: '事由', value: '家里有事' }],
	};
	const step = (actionType: string, ...people: string[]) => ({ actionType, people });

	test.each<[string, object, object]>([
		['the least', {}, {}],
		['the root department', { department: '1' }, { deptId: -1 }],
		[
			'approvers instead of a department',
			{ department: undefined, approvers: { steps: [step('AND', 'a', 'b'), step('OR', 'a', 'c'), step('AND', 'd')] } },
			{
				deptId: undefined,
				approvers: [
					{ actionType: 'AND', userIds: ['a', 'b'] },
					{ actionType: 'OR', userIds: ['a', 'c'] },
					{ actionType: 'NONE', userIds: ['d'] },
				],
			},
		],
		[
			'JSON by name after the rows',
			{ formJson: { 天数: 3, 多选: ['甲', '乙'], 可选: null } },
			{
				formComponentValues: [
					{ name: '事由', value: '家里有事' },
					{ name: '天数', value: '3' },
					{ name: '多选', value: '["甲","乙"]' },
				],
			},
		],
		[
			'JSON as components',
			{
				formValues: {},
				formJson: [
					{
						name: '明细',
						value: [[{ name: '品名', value: '笔' }]],
						extValue: { total: 1 },
						componentType: 'TableField',
						id: 'T1',
					},
				],
			},
			{
				formComponentValues: [
					{
						name: '明细',
						value: '[[{"name":"品名","value":"笔"}]]',
						extValue: '{"total":1}',
						componentType: 'TableField',
						id: 'T1',
					},
				],
			},
		],
		[
			'a row without a value',
			{ formValues: { values: [{ name: '备注', value: undefined }] } },
			{ formComponentValues: [{ name: '备注', value: '' }] },
		],
		[
			'everything else',
			{
				additionalFields: {
					agentId: '1234',
					ccList: ['x', 'y'],
					ccPosition: 'START_FINISH',
					targetSelectActioners: { actors: [{ actionerKey: 'manual_f953', people: ['p'] }] },
					bizDetailPageUrl: 'https://example.com/1',
				},
			},
			{
				microappAgentId: 1234,
				ccList: ['x', 'y'],
				ccPosition: 'START_FINISH',
				targetSelectActioners: [{ actionerKey: 'manual_f953', actionerUserIds: ['p'] }],
				bizDetailPageUrl: 'https://example.com/1',
			},
		],
	])('%s', (_, values, more) => {
		const body = JSON.parse(JSON.stringify({ ...sent, ...more })) as object;
		expect(request(create, { ...given, ...values })).toMatchObject({
			method: 'POST',
			host: 'api',
			path: '/v1.0/workflow/processInstances',
			query: {},
			body,
		});
		expect(request(create, { ...given, ...values }).body).toEqual(body);
	});

	test.each<[string, string, object]>([
		['neither department nor approvers', 'Department', { department: undefined }],
		['a department that is no number', 'Department', { department: '研发部' }],
		['no values', 'Form Values', { formValues: {}, formJson: {} }],
		[
			'too many values',
			'Form Values',
			{ formJson: Object.fromEntries(Array.from({ length: 150 }, (_, i) => [`f${i}`, 'x'])) },
		],
		['a value that is too long', 'Form Values', { formJson: { 事由: '长'.repeat(65_536) } }],
		['JSON that is a number', 'Form Values (JSON)', { formJson: 3 }],
		['a component without a value', 'Form Values (JSON)', { formJson: [{ name: '天数' }] }],
		['an agent ID that is no number', 'Agent ID', { additionalFields: { agentId: 'app' } }],
	])('refused: %s', (_, field, values) => {
		expect(() => request(create, { ...given, ...values })).toThrow(InputError);
		expect(() => request(create, { ...given, ...values })).toThrow(expect.objectContaining({ field }) as Error);
	});
});

test('get: values in, request out', () => {
	expect(request(get, { processInstanceId: 'a171de6c-8b' })).toMatchObject({
		method: 'GET',
		host: 'api',
		path: '/v1.0/workflow/processInstances',
		query: { processInstanceId: 'a171de6c-8b' },
	});
});

test('getAll: 120 days and 10 originators a call, no moment twice, none left out', () => {
	const people = Array.from({ length: 12 }, (_, i) => `p${i}`);
	const from = 1_700_000_000_123;
	const query = {
		processCode: 'PROC-1',
		from,
		to: from + 300 * DAY,
		originators: people,
		details: false,
		filters: { statuses: ['RUNNING' as const] },
	};
	const bodies = slicesOf([], split, query).map((part) => idsRequest(part).body);
	const ranges = [
		[from, from + 120 * DAY - 1],
		[from + 120 * DAY, from + 240 * DAY - 1],
		[from + 240 * DAY, from + 300 * DAY],
	];
	expect(bodies).toEqual(
		[people.slice(0, 10), people.slice(10)].flatMap((userIds) =>
			ranges.map(([startTime, endTime]) => ({
				processCode: 'PROC-1',
				startTime,
				endTime,
				userIds,
				statuses: ['RUNNING'],
			})),
		),
	);
	expect(idsRequest({ ...query, originators: [], filters: {} })).toEqual({
		body: {
			processCode: 'PROC-1',
			startTime: from,
			endTime: from + 300 * DAY,
			userIds: undefined,
			statuses: undefined,
		},
	});
});

describe('against the sandbox', () => {
	const NOW = Date.parse('2026-11-21T04:00:00Z');
	let sandbox: Sandbox;
	beforeEach(async () => {
		sandbox = await startSandbox({ now: () => NOW });
	});
	afterEach(async () => {
		await sandbox.close();
		expect(sandbox.problems()).toEqual([]);
	});

	const approval = (operation: string, parameters: object) => ({
		credentials: sandboxCredentials(sandbox),
		parameters: { resource: 'approval', operation, options: { callsPerSecond: 0 }, ...parameters },
	});
	const form = () => ({ __rl: true, mode: 'list', value: sandbox.company.processCode });
	const calls = (path: string) => sandbox.log.filter((entry) => entry.path === path);
	const leave = (more: object = {}) =>
		approval('create', {
			processCode: form(),
			originator: { __rl: true, mode: 'mobile', value: sandbox.company.users[2]?.mobile },
			department: '101',
			formValues: { values: [{ name: '请假类型', value: '年假' }] },
			formJson: '{"请假天数": 2}',
			additionalFields: {},
			...more,
		});

	test('started, read, agreed to, read again', async () => {
		const [started] = await outputs(leave());
		expect(started).toEqual({ instanceId: expect.any(String) as string });
		const read = async (simplify: boolean) =>
			(await outputs(approval('get', { processInstanceId: started?.instanceId, simplify })))[0];
		expect(await read(true)).toMatchObject({
			processInstanceId: started?.instanceId,
			status: 'RUNNING',
			originatorUserId: 'lisi',
			originatorDeptName: '前端组',
			form: { 请假类型: '年假', 请假天数: '2' },
			tasks: [{ userId: 'manager7675', status: 'RUNNING' }],
		});
		sandbox.act.approve(String(started?.instanceId), { remark: '好' });
		expect(await read(true)).toMatchObject({
			status: 'COMPLETED',
			result: 'agree',
			operationRecords: [{}, { userId: 'manager7675', result: 'AGREE', remark: '好' }],
		});
		expect(await read(false)).toMatchObject({
			processInstanceId: started?.instanceId,
			bizAction: 'NONE',
			formComponentValues: [{ name: '请假类型', componentType: 'DDSelectField' }, {}],
		});
	});

	test('with approvers, a copy and the default operator as originator', async () => {
		await outputs(
			leave({
				originator: '',
				department: '',
				approvers: { steps: [{ actionType: 'AND', people: { __rl: true, mode: 'userId', value: 'lisi, wangwu' } }] },
				additionalFields: {
					ccList: { __rl: true, mode: 'unionId', value: sandbox.company.users[1]?.unionid },
					ccPosition: 'FINISH',
					agentId: String(sandbox.company.agentId),
				},
			}),
		);
		expect(sandbox.received.approvals).toMatchObject([
			{ originatorUserId: 'manager7675', approvers: ['lisi', 'wangwu'], cc: ['zhangsan'] },
		]);
	});

	test('IDs over a long time, page by page; details on demand; a limit ends the reading', async () => {
		for (let i = 0; i < 45; i++) await outputs(leave());
		sandbox.received.approvals.forEach((one, i) => (one.createTime = NOW - i * 7 * DAY));
		const [first, second] = sandbox.received.approvals;
		sandbox.act.approve(String(first?.instanceId));
		const list = async (more: object) => {
			sandbox.clearLog();
			return await outputs(
				approval('getAll', {
					processCode: form(),
					from: '2025-12-01',
					to: '2026-11-21T12:00:00',
					originators: '',
					details: false,
					filters: {},
					returnAll: true,
					simplify: true,
					...more,
				}),
			);
		};
		const ids = (await list({})).map(({ processInstanceId }) => processInstanceId);
		expect([...ids].sort()).toEqual(sandbox.received.approvals.map(({ instanceId }) => instanceId).sort());
		expect(
			calls('/v1.0/workflow/processes/instanceIds/query').map(({ body }) => (body as { nextToken: unknown }).nextToken),
		).toHaveLength(3);
		expect(await list({ from: '2026-11-20', filters: { statuses: ['COMPLETED'] } })).toEqual([
			{ processInstanceId: first?.instanceId },
		]);
		expect(await list({ originators: 'zhangsan,manager7675' })).toEqual([]);
		expect(await list({ from: '2026-11-10', details: true })).toMatchObject([
			{ processInstanceId: first?.instanceId, status: 'COMPLETED', form: { 请假天数: '2' } },
			{ processInstanceId: second?.instanceId, status: 'RUNNING' },
		]);
		sandbox.received.approvals.forEach((one) => (one.createTime = NOW - DAY));
		expect(await list({ returnAll: false, limit: 21, from: '2026-11-01' })).toHaveLength(21);
		expect(calls('/v1.0/workflow/processes/instanceIds/query').map(({ body }) => body)).toMatchObject([
			{ nextToken: 0, maxResults: 20 },
			{ nextToken: 20, maxResults: 20 },
		]);
	});

	test('the editor lists the forms', async () => {
		const context = editor(approval('create', {}));
		expect((await searchApprovalForms.call(context, '请')).results).toMatchObject([
			{ name: '请假', value: sandbox.company.processCode },
		]);
		expect((await searchApprovalForms.call(context, 'expenses')).results).toEqual([]);
	});

	test('DingTalk’s refusal keeps its code', async () => {
		const [item] = await execute({ ...leave({ formJson: '{"颜色": "红"}' }), onError: 'continueRegularOutput' });
		expect(item?.json).toMatchObject({ error: { code: 'formConverterError' } });
	});

	test.each([
		['Form Values (JSON): is not valid JSON', { formJson: '{"a"' }],
		['Approval Form: is empty', { processCode: { __rl: true, mode: 'list', value: '' } }],
		[
			'CC: has 51 entries',
			{ originator: 'lisi', additionalFields: { ccList: Array.from({ length: 51 }, (_, i) => `p${i}`).join(',') } },
		],
		['People: is empty', { approvers: { steps: [{ actionType: 'AND', people: '' }] } }],
	])('%s', async (sentence, more) => {
		await expect(execute(leave(more))).rejects.toThrow(sentence);
		expect(sandbox.log).toEqual([]);
	});
});
