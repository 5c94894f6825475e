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

const center = (operation: string, parameters: object) => node('center', operation, parameters);
async function centerInstance(): Promise<string> {
	const form = { processCode: CENTER_TEMPLATE, originator: 'lisi', url: 'https://example.com/cases/7' };
	const [made] = await outputs(center('createInstance', { ...form, title: '合同 7', formValues: {} }));
	return String(made?.processInstanceId);
}
const tasksFor = (...people: string[]) => ({
	tasks: { values: people.map((person) => ({ person, url: 'https://example.com/cases/7' })) },
	activityId: '',
});
const CENTER_TASKS = 'POST /v1.0/workflow/processCentres/tasks';

test('the approval center: tasks that were created stay with the item of which another one was refused', async () => {
	const processInstanceId = await centerInstance();
	const hints: string[] = [];
	const made = await outputs({
		...center('createTasks', { processInstanceId, ...tasksFor('lisi', 'gone', 'wangwu') }),
		onHints: (messages) => hints.push(...messages),
	});
	const kept = sandbox.data.approval.center[0]?.tasks ?? [];
	expect(kept.map(({ userId }) => userId)).toEqual(['lisi', 'wangwu']);
	expect(made).toEqual([
		{ taskId: String(kept[0]?.taskId), userId: 'lisi' },
		{ error: expect.objectContaining({ entry: 'gone' }) as object },
		{ taskId: String(kept[1]?.taskId), userId: 'wangwu' },
	]);
	expect(hints.join()).toContain('refused 1 of 3: gone');
	const alone = execute(center('createTasks', { processInstanceId, ...tasksFor('gone') }));
	await expect(alone).rejects.toThrow('gone');
});

test('the approval center: each task finds its person in the answer, whatever its order; one that is missing is told', async () => {
	const processInstanceId = await centerInstance();
	sandbox.alter(CENTER_TASKS, (answer) => {
		const { result } = answer as { result: Array<{ userId: string }> };
		return { result: result.filter(({ userId }) => userId !== 'zhangsan').reverse(), success: true };
	});
	const two = [{ people: ['lisi', 'zhangsan'] }, { people: ['wangwu', 'lisi'] }];
	const made = await outputs({
		...center('createTasks', { processInstanceId, ...tasksFor('={{ $json.people[0] }}', '={{ $json.people[1] }}') }),
		items: two.map((json) => ({ json })),
	});
	expect(made.map(({ userId, error }) => userId ?? error)).toEqual([
		'lisi',
		expect.objectContaining({ entry: 'zhangsan', code: 'noTaskId' }),
		'wangwu',
		'lisi',
	]);
	expect(new Set(made.map(({ taskId }) => taskId)).size).toBe(4);
	sandbox.alter(CENTER_TASKS, () => ({ result: [{ taskId: 8 }, { taskId: 7, userId: 'lisi' }], success: true }));
	expect(await outputs(center('createTasks', { processInstanceId, ...tasksFor('lisi', 'wangwu') }))).toEqual([
		{ taskId: '7', userId: 'lisi' },
		{ taskId: '8', userId: 'wangwu' },
	]);
	sandbox.alter(CENTER_TASKS, () => ({ success: true }));
	const none = execute(center('createTasks', { processInstanceId, ...tasksFor('lisi') }));
	await expect(none).rejects.toMatchObject({
		description: expect.stringContaining('before you create it again') as string,
	});
});

test('a rejection whose `result` is false was done, as the page has it; an agreement was not', async () => {
	const answers = async (operation: string, answer: object) => {
		const processInstanceId = await started('zhangsan');
		sandbox.alter('POST /v1.0/workflow/processInstances/execute', () => answer);
		return await outputs(approval(operation, { processInstanceId, approver: 'zhangsan', taskId: '' }));
	};
	expect(await answers('reject', { result: false, success: true })).toMatchObject([{ result: 'refuse' }]);
	await expect(answers('reject', { result: false, success: false })).rejects.toThrow('success: false');
	await expect(answers('reject', { result: false })).rejects.toThrow('result: false');
	await expect(answers('approve', { result: false, success: true })).rejects.toThrow('result: false');
});

test('a comma within the address of a picture is part of it', async () => {
	const id = await started('zhangsan');
	const sent = async (photos: unknown) => {
		await outputs(
			approval('addComment', { processInstanceId: id, text: '看', commenter: '', additionalFields: { photos } }),
		);
		return (sandbox.log.at(-1)?.body as { file: { photos: string[] } }).file.photos;
	};
	const [small, other] = [
		'https://cdn.example.com/a.png?x-oss-process=image/resize,w_100',
		'https://cdn.example.com/b.png',
	];
	expect(await sent(small)).toEqual([small]);
	expect(await sent(`${small}, ${other}，${small}\n`)).toEqual([small, other]);
	expect(await sent([other, small])).toEqual([other, small]);
});

test('an approval that cannot be withdrawn: DingTalk’s 15 seconds are named', async () => {
	const processInstanceId = await started('zhangsan');
	await outputs(approval('withdraw', { processInstanceId, as: 'system' }));
	const again = execute(approval('withdraw', { processInstanceId, as: 'system' }));
	await expect(again).rejects.toMatchObject({
		message: expect.stringContaining('aflowProcessInstStatusException') as string,
		description: expect.stringMatching(/less than 15 seconds.*未满 15 秒/s) as string,
	});
});

test('the approval center: 45 tasks of three items are three calls, finished, the instance closed', async () => {
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
