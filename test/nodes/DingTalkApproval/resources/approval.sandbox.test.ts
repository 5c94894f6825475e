import { DingTalkApproval } from '../../../../nodes/DingTalkApproval/DingTalkApproval.node';
import type { listSearchOf } from '../../../../nodes/runtime/list';
import { startSandbox, type Sandbox } from '../../../../sandbox';
import { editor, execute, outputs, sandboxCredentials } from '../../../support/engine';

const DAY = 86_400_000;

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
			formFields: { mappingMode: 'defineBelow', value: { 请假类型: '年假' } },
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
		const forms = new DingTalkApproval().methods.listSearch?.processCodeList as ReturnType<typeof listSearchOf>;
		expect((await forms.call(context, '请假')).results).toMatchObject([
			{ name: '请假', value: sandbox.company.processCode },
		]);
		expect((await forms.call(context, 'expenses')).results).toEqual([]);
	});

	test('DingTalk’s refusal keeps its code', async () => {
		const [item] = await execute({ ...leave({ formJson: '{"颜色": "红"}' }), onError: 'continueRegularOutput' });
		expect(item?.json).toMatchObject({ error: { code: 'formConverterError' } });
	});

	test.each([
		['Form Values (JSON): is not valid JSON', { formJson: '{"a"' }],
		['Form Fields: are empty', { formJson: '', formInput: 'json' }],
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
