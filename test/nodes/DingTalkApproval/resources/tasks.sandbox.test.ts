import { CENTER_TEMPLATE } from '../../../../sandbox/data/approval';
import { startSandbox, type Sandbox } from '../../../../sandbox';
import { execute, outputs, sandboxCredentials } from '../../../support/engine';

let sandbox: Sandbox;
beforeEach(async () => {
	sandbox = await startSandbox();
});
afterEach(async () => {
	await sandbox.close();
	expect(sandbox.problems()).toEqual([]);
});

const node = (resource: string, operation: string, parameters: object) => ({
	credentials: sandboxCredentials(sandbox),
	product: 'dingTalkApproval',
	parameters: { resource, operation, options: { callsPerSecond: 0 }, additionalFields: {}, ...parameters },
});
const approval = (operation: string, parameters: object) => node('approval', operation, parameters);
async function started(...approvers: string[]): Promise<string> {
	const steps = approvers.map((people) => ({ actionType: 'AND', people }));
	const [made] = await outputs(
		approval('create', {
			processCode: sandbox.company.processCode,
			originator: 'lisi',
			department: '101',
			formInput: 'json',
			formJson: '{"事由": "休息"}',
			approvers: { steps },
		}),
	);
	return String(made?.instanceId);
}
const calls = () => sandbox.log.filter(({ path }) => !/accessToken/.test(path)).map(({ path }) => path);
const instance = (id: string) => sandbox.received.approvals.find(({ instanceId }) => instanceId === id);

test('a task is approved without its ID, and with it in one call', async () => {
	const first = await started('zhangsan,wangwu');
	sandbox.clearLog();
	const [done] = await outputs(
		approval('approve', {
			processInstanceId: first,
			approver: 'zhangsan',
			taskId: '',
			additionalFields: { remark: '好' },
		}),
	);
	expect(calls()).toHaveLength(2);
	expect(done).toEqual({
		processInstanceId: first,
		taskId: String(instance(first)?.tasks[0]?.taskId),
		result: 'agree',
	});
	expect(instance(first)).toMatchObject({ status: 'RUNNING' });
	sandbox.clearLog();
	const taskId = instance(first)?.tasks[1]?.taskId;
	await outputs(approval('approve', { processInstanceId: first, approver: 'wangwu', taskId }));
	expect(calls()).toEqual(['/v1.0/workflow/processInstances/execute']);
	expect(instance(first)).toMatchObject({ status: 'COMPLETED', result: 'agree' });
	const again = execute(approval('approve', { processInstanceId: first, approver: 'wangwu', taskId }));
	await expect(again).rejects.toMatchObject({
		message: expect.stringContaining('aflowProcessInstCanNotBeExecuted') as string,
		description: expect.stringContaining('status is RUNNING') as string,
	});
});

test('redirected, commented, rejected; a second approval withdrawn', async () => {
	const id = await started('zhangsan');
	const [handed] = await outputs(
		approval('redirect', { processInstanceId: id, approver: 'zhangsan', newApprover: 'wangwu', taskId: '' }),
	);
	expect(handed).toMatchObject({ toUserId: 'wangwu', result: true });
	const wrong = approval('reject', { processInstanceId: id, approver: 'zhangsan', taskId: '' });
	await expect(execute(wrong)).rejects.toThrow('has no task to do');
	await outputs(approval('addComment', { processInstanceId: id, text: '为什么？', commenter: '' }));
	await outputs(
		approval('reject', { processInstanceId: id, approver: 'wangwu', taskId: '', additionalFields: { remark: '不行' } }),
	);
	expect(instance(id)).toMatchObject({ status: 'COMPLETED', result: 'refuse' });
	expect(instance(id)?.records.map(({ userId, remark }) => [userId, remark])).toEqual([
		['lisi', undefined],
		['zhangsan', undefined],
		['manager7675', '为什么？'],
		['wangwu', '不行'],
	]);
	const other = await started('zhangsan');
	expect(await outputs(approval('getPendingCount', { person: 'zhangsan' }))).toEqual([
		{ userId: 'zhangsan', count: 1 },
	]);
	const foreign = approval('withdraw', { processInstanceId: other, as: 'originator', originator: 'zhangsan' });
	await expect(execute(foreign)).rejects.toThrow('userNotExist');
	await outputs(approval('withdraw', { processInstanceId: other, as: 'system' }));
	expect(instance(other)).toMatchObject({ status: 'TERMINATED' });
});

test('approvers added, a task returned', async () => {
	const id = await started('zhangsan');
	const add = { processInstanceId: id, approver: 'zhangsan', taskId: '', type: 'after', activateType: 'ALL' };
	await outputs(approval('addApprover', { ...add, appenders: 'wangwu', agreeAll: true }));
	expect(instance(id)?.tasks.map(({ userId, status }) => `${userId} ${status}`)).toEqual([
		'zhangsan COMPLETED',
		'wangwu RUNNING',
	]);
	await outputs(
		approval('returnTask', {
			processInstanceId: id,
			approver: 'wangwu',
			taskId: '',
			revertAction: 'REVERT_FOR_RESUBMIT',
		}),
	);
	expect(instance(id)?.tasks.at(-1)).toMatchObject({ userId: 'lisi', activityId: 'sid-startevent' });
});

test.each<[string, string, object]>([
	['must not include the approver', 'addApprover', { appenders: 'zhangsan', type: 'after', activateType: 'ALL' }],
	[
		'must be on when they approve one by one',
		'addApprover',
		{ appenders: 'lisi', type: 'after', activateType: 'ONE_BY_ONE', agreeAll: false },
	],
	['Comment: has 257', 'redirect', { newApprover: 'lisi', additionalFields: { remark: 'x'.repeat(257) } }],
	['Comment: has 1025', 'approve', { additionalFields: { remark: 'x'.repeat(1025) } }],
	[
		'has 21 files',
		'approve',
		{ additionalFields: { attachments: JSON.stringify(Array(21).fill({ spaceId: '1', fileId: '2' })) } },
	],
	['without spaceId and fileId', 'reject', { additionalFields: { attachments: '{"name":"a"}' } }],
	['Task ID', 'approve', { taskId: 'abc' }],
])('refused before any call: %s', async (sentence, operation, more) => {
	const call = approval(operation, { processInstanceId: '1', approver: 'zhangsan', taskId: '1', ...more });
	await expect(execute(call)).rejects.toThrow(sentence);
	expect(sandbox.log).toEqual([]);
});

test('the approval center: 45 tasks of three items are three calls, finished, the instance closed', async () => {
	const center = (operation: string, parameters: object) => node('center', operation, parameters);
	const [made] = await outputs(
		center('createInstance', {
			processCode: CENTER_TEMPLATE,
			originator: 'lisi',
			url: 'https://example.com/cases/7',
			title: '合同 7',
			formValues: { values: [{ name: '金额', value: '100' }] },
		}),
	);
	const processInstanceId = made?.processInstanceId;
	sandbox.clearLog();
	const values = Array.from({ length: 15 }, () => ({ person: 'zhangsan', url: 'https://example.com/cases/7' }));
	const tasks = await outputs({
		...center('createTasks', { processInstanceId, tasks: { values }, activityId: 'step1' }),
		items: [{ json: {} }, { json: {} }, { json: {} }],
	});
	expect(tasks).toHaveLength(45);
	expect(calls()).toHaveLength(3);
	const [first, second] = tasks;
	const finish = {
		values: [
			{ taskId: first?.taskId, outcome: 'AGREE' },
			{ taskId: second?.taskId, outcome: 'CANCELED' },
		],
	};
	expect(await outputs(center('updateTasks', { processInstanceId, tasks: finish }))).toEqual([
		{ processInstanceId, tasks: 2, success: true },
	]);
	await outputs(center('updateInstance', { processInstanceId, status: 'COMPLETED', result: 'agree' }));
	const [kept] = sandbox.data.approval.center;
	expect(kept).toMatchObject({ title: '合同 7', status: 'COMPLETED', result: 'agree' });
	expect(kept?.tasks.slice(0, 3)).toMatchObject([
		{ status: 'COMPLETED', result: 'AGREE' },
		{ status: 'CANCELED' },
		{ status: 'RUNNING' },
	]);
	const late = center('createTasks', { processInstanceId, tasks: { values }, activityId: '' });
	await expect(execute(late)).rejects.toThrow('integrated.state.invalid');
});
