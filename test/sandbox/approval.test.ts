import type { Json } from './client';
import { signedIn, useSandbox } from './client';

const sandbox = useSandbox();
const INSTANCES = '/v1.0/workflow/processInstances';
const DAY = 86_400_000;

const form = [
	{ name: '请假类型', value: '年假' },
	{ name: '请假天数', value: '2' },
];
const draft = (more: Json = {}) => ({
	originatorUserId: 'lisi',
	processCode: sandbox.it.company.processCode,
	deptId: 101,
	formComponentValues: form,
	...more,
});
const create = async (more: Json = {}) => {
	const { api } = await signedIn(sandbox.it);
	return (await api('POST', INSTANCES, draft(more))).body;
};
const get = async (id: unknown) => {
	const { api } = await signedIn(sandbox.it);
	return (await api('GET', `${INSTANCES}?processInstanceId=${String(id)}`)).body;
};

test('an approval runs, a person agrees', async () => {
	const { instanceId } = await create();
	expect(await get(instanceId)).toMatchObject({
		success: 'true',
		result: {
			title: '李四提交的请假',
			status: 'RUNNING',
			originatorUserId: 'lisi',
			originatorDeptName: '前端组',
			approverUserIds: ['manager7675'],
			tasks: [{ userId: 'manager7675', status: 'RUNNING' }],
			formComponentValues: [{ name: '请假类型', value: '年假', componentType: 'DDSelectField' }, { name: '请假天数' }],
			createTime: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\dZ$/),
		},
	});
	sandbox.it.act.approve(String(instanceId), { remark: '好' });
	expect(await get(instanceId)).toMatchObject({
		result: {
			status: 'COMPLETED',
			result: 'agree',
			operationRecords: [{ type: 'START_PROCESS_INSTANCE' }, { result: 'AGREE', remark: '好' }],
		},
	});
	expect(() => sandbox.it.act.approve(String(instanceId))).toThrow('审批状态异常');
});

test('two approvers: both agree, or one refuses', async () => {
	const approvers = [{ actionType: 'AND', userIds: ['manager7675', 'zhangsan'] }];
	const first = String((await create({ approvers, deptId: undefined })).instanceId);
	sandbox.it.act.approve(first, { by: 'zhangsan' });
	expect(await get(first)).toMatchObject({ result: { status: 'RUNNING' } });
	const { api } = await signedIn(sandbox.it);
	const [task] = sandbox.it.received.approvals[0].tasks;
	const executed = await api('POST', `${INSTANCES}/execute`, {
		processInstanceId: first,
		result: 'refuse',
		actionerUserId: 'manager7675',
		taskId: task.taskId,
	});
	expect(executed.body).toMatchObject({ result: true, success: true });
	expect(await get(first)).toMatchObject({ result: { status: 'COMPLETED', result: 'refuse' } });
});

test.each([
	['an unknown template', { processCode: 'PROC-X' }, 'processCodeError'],
	['another app', { microappAgentId: 1 }, 'invalidAgentId'],
	['a stranger', { originatorUserId: 'x' }, 'processInstanceInvalidParameter'],
	['a department of others', { deptId: 200 }, 'processInstanceInvalidParameter'],
	['neither department nor approvers', { deptId: undefined }, 'processInstanceInvalidParameter'],
	['an unknown field', { formComponentValues: [{ name: '颜色', value: '红' }] }, 'formConverterError'],
])('refused: %s', async (_name, more, code) => {
	expect(await create(more)).toMatchObject({ code });
	expect(sandbox.it.received.approvals).toEqual([]);
});

test('the ids over a time range, page by page', async () => {
	const { api } = await signedIn(sandbox.it);
	for (let i = 0; i < 25; i += 1) await create();
	sandbox.it.act.approve(sandbox.it.received.approvals[0].instanceId);
	const query = async (more: Json = {}) =>
		(
			await api('POST', '/v1.0/workflow/processes/instanceIds/query', {
				processCode: sandbox.it.company.processCode,
				startTime: Date.now() - DAY,
				nextToken: 0,
				maxResults: 20,
				...more,
			})
		).body as Json & { result?: { list: string[]; nextToken?: string } };
	const first = await query();
	expect([first.success, first.result?.list.length, first.result?.nextToken]).toEqual([true, 20, '20']);
	const second = await query({ nextToken: 20 });
	expect([second.result?.list.length, second.result?.nextToken]).toEqual([5, undefined]);
	expect((await query({ statuses: ['COMPLETED'] })).result?.list).toHaveLength(1);
	expect((await query({ userIds: ['zhangsan'] })).result?.list).toEqual([]);
	expect(await query({ maxResults: 21 })).toMatchObject({ code: 'invalidMaxResults' });
	expect(await query({ startTime: Date.now() - 121 * DAY })).toMatchObject({ code: 'invalidEndTime' });
	expect(await get('nope')).toMatchObject({ code: 'processInstanceNotExist' });
});

test('the originator takes it back', async () => {
	const { api } = await signedIn(sandbox.it);
	const processInstanceId = (await create()).instanceId;
	expect(
		(await api('POST', `${INSTANCES}/terminate`, { processInstanceId, operatingUserId: 'zhangsan' })).body.code,
	).toBe('userNotExist');
	expect((await api('POST', `${INSTANCES}/terminate`, { processInstanceId, operatingUserId: 'lisi' })).body).toEqual({
		result: true,
		success: true,
	});
	expect(await get(processInstanceId)).toMatchObject({ result: { status: 'TERMINATED' } });
});
