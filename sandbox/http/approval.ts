import { ApiError } from '../errors';
import type { Approval, ApprovalTask } from '../received';
import { minuteTime } from '../time';
import type { Route, World } from '../world';
import { route } from '../world';

interface Create {
	originatorUserId: string;
	processCode: string;
	deptId?: number;
	microappAgentId?: number;
	approvers?: Array<{ actionType: string; userIds: string[] }>;
	ccList?: string[];
	formComponentValues: Array<{ name: string; value: string }>;
}

interface Query {
	processCode: string;
	startTime: number;
	endTime?: number;
	nextToken: number;
	maxResults: number;
	userIds?: string[];
	statuses?: string[];
}

export type Verdict = 'agree' | 'refuse';

const DAY = 86_400_000;

const refuse = (code: string, message: string) => new ApiError(code, message);

/** What an approval tells of itself in `bpms_instance_change` (https://open.dingtalk.com/document/development/event-bpms-instance-change). */
const instanceEvent = (world: World, one: Approval, type: 'start' | 'finish' | 'terminate'): void =>
	world.push('bpms_instance_change', {
		processInstanceId: one.instanceId,
		processCode: one.processCode,
		businessId: one.businessId,
		createTime: one.createTime,
		title: one.title,
		type,
		staffId: one.originatorUserId,
		url: `https://aflow.dingtalk.com/dingtalk/mobile/homepage.htm?procInstId=${one.instanceId}`,
		...(one.finishTime ? { finishTime: one.finishTime } : {}),
		...(type === 'finish' ? { result: one.result } : {}),
	});

const taskEvent = (
	world: World,
	one: Approval,
	task: ApprovalTask,
	type: 'start' | 'finish',
	more: object = {},
): void =>
	world.push('bpms_task_change', {
		processInstanceId: one.instanceId,
		processCode: one.processCode,
		businessId: one.businessId,
		createTime: task.createTime,
		title: one.title,
		type,
		taskId: task.taskId,
		staffId: task.userId,
		...more,
	});

/** Agrees to or refuses an approval in the name of its next approver (or of `userId`), and tells the subscribers. */
export const decide = (world: World, one: Approval, result: Verdict, userId?: string, remark?: string): void => {
	const task = one.tasks.find(({ status, userId: who }) => status === 'RUNNING' && (!userId || who === userId));
	if (!task || one.status !== 'RUNNING') throw refuse('aflowProcessInstCanNotBeExecuted', '审批状态异常，无法执行');
	const at = world.now();
	Object.assign(task, { status: 'COMPLETED', result: result.toUpperCase(), finishTime: at });
	one.records.push({
		userId: task.userId,
		date: at,
		type: 'EXECUTE_TASK_NORMAL',
		result: result.toUpperCase(),
		remark,
	});
	taskEvent(world, one, task, 'finish', { result, finishTime: at, remark });
	const waiting = one.tasks.filter(({ status }) => status === 'RUNNING');
	if (result === 'agree' && waiting.length > 0) return;
	for (const other of waiting) other.status = 'CANCELED';
	Object.assign(one, { status: 'COMPLETED', result, finishTime: at });
	instanceEvent(world, one, 'finish');
};

const details = (one: Approval, departments: Array<{ dept_id: number; name: string }>) => ({
	title: one.title,
	createTime: minuteTime(one.createTime),
	...(one.finishTime ? { finishTime: minuteTime(one.finishTime) } : {}),
	originatorUserId: one.originatorUserId,
	originatorDeptId: String(one.deptId === 1 ? -1 : one.deptId),
	originatorDeptName: departments.find(({ dept_id }) => dept_id === one.deptId)?.name ?? '',
	status: one.status,
	...(one.result ? { result: one.result } : {}),
	businessId: one.businessId,
	approverUserIds: one.approvers,
	ccUserIds: one.cc,
	bizAction: 'NONE',
	attachedProcessInstanceIds: [],
	operationRecords: one.records.map(({ date, ...record }) => ({ ...record, date: minuteTime(date) })),
	tasks: one.tasks.map(({ createTime, finishTime, ...task }) => ({
		...task,
		createTime: minuteTime(createTime),
		...(finishTime ? { finishTime: minuteTime(finishTime) } : {}),
		processInstanceId: one.instanceId,
		activityId: 'sandbox-activity',
	})),
	formComponentValues: one.form,
});

/** OA approval, https://open.dingtalk.com/document/development/create-an-approval-instance and its neighbours. */
export const approvalRoutes = (world: World): Route[] => {
	const { company, received, now, nextId } = world;
	const person = (userid: string) => company.users.some((one) => one.userid === userid);
	const find = (instanceId: string, code = 'processInstanceNotExist'): Approval => {
		const found = received.approvals.find((one) => one.instanceId === instanceId);
		if (!found) throw refuse(code, '审批实例不存在');
		return found;
	};
	const invalid = (detail: string) => refuse('processInstanceInvalidParameter', `审批实例参数错误: ${detail}`);

	const form = (values: Create['formComponentValues']): Approval['form'] =>
		values.map(({ name, value }) => {
			const field = company.template.fields.find((one) => one.name === name);
			if (!field) throw refuse('formConverterError', `表单数据校验失败，失败控件：${name}`);
			return { ...field, value };
		});

	return [
		route<Create>('POST', '/v1.0/workflow/processInstances', ({ body }) => {
			const {
				originatorUserId,
				processCode,
				deptId,
				microappAgentId,
				approvers = [],
				ccList = [],
				formComponentValues,
			} = body;
			if (processCode !== company.processCode) throw refuse('processCodeError', '获取审批模板失败或者模板已被删除');
			if (microappAgentId !== undefined && microappAgentId !== company.agentId)
				throw refuse('invalidAgentId', '无效的微应用ID');
			const origin = company.users.find((one) => one.userid === originatorUserId);
			if (!origin) throw invalid('originatorUserId');
			const department = deptId === -1 ? 1 : (deptId ?? origin.dept_id_list[0]);
			if (approvers.length === 0 && deptId === undefined) throw invalid('deptId');
			if (!origin.dept_id_list.includes(department)) throw invalid('deptId');
			if (approvers.length > 20 || ccList.length > 50 || formComponentValues.length > 150) throw invalid('length');
			const chosen = approvers.length > 0 ? approvers.flatMap((one) => one.userIds) : [company.template.approver];
			if (![...chosen, ...ccList].every(person)) throw invalid('approvers, ccList');
			const approval: Approval = {
				instanceId: `sandbox-${nextId().toString(16)}-${processCode.length}`,
				processCode,
				title: `${origin.name}提交的${company.template.name}`,
				businessId: String(nextId()),
				originatorUserId,
				deptId: department,
				status: 'RUNNING',
				result: '',
				createTime: now(),
				form: form(formComponentValues),
				approvers: chosen,
				cc: ccList,
				tasks: chosen.map((userId) => ({
					taskId: nextId(),
					userId,
					status: 'RUNNING',
					result: 'NONE',
					createTime: now(),
				})),
				records: [{ userId: originatorUserId, date: now(), type: 'START_PROCESS_INSTANCE', result: 'NONE' }],
			};
			received.approvals.push(approval);
			instanceEvent(world, approval, 'start');
			for (const task of approval.tasks) taskEvent(world, approval, task, 'start');
			return { instanceId: approval.instanceId };
		}),
		route('GET', '/v1.0/workflow/processInstances', ({ query }) => ({
			result: details(find(query.processInstanceId), company.departments),
			success: 'true',
		})),
		route('GET', '/v1.0/workflow/processes/userVisibilities/templates', () => ({
			result: {
				processList: [
					{
						name: company.template.name,
						processCode: company.processCode,
						url: `https://aflow.dingtalk.com/dingtalk/mobile/homepage.htm?processCode=${company.processCode}`,
						dirId: '1',
						dirName: '考勤',
					},
				],
			},
		})),
		route<Query>('POST', '/v1.0/workflow/processes/instanceIds/query', ({ body }) => {
			const { processCode, startTime, endTime = now(), nextToken, maxResults, userIds, statuses } = body;
			if (!processCode) throw refuse('invalidProcessCode', '审批模板processCode不能为空');
			if (maxResults < 1 || maxResults > 20)
				throw refuse('invalidMaxResults', '获取审批实例ID列表，分页参数非法，每页大小，最多传20。');
			if (endTime < startTime || endTime - startTime > 120 * DAY || now() - startTime > 365 * DAY) {
				throw refuse(
					'invalidEndTime',
					'获取审批实例ID列表，审批实例结束时间不能小于开始时间；且查询时间范围不能超过120天。',
				);
			}
			if (userIds && userIds.length > 10)
				throw refuse('invalidUserIds', '获取审批实例ID列表，发起userid列表参数非法，最大列表长度为10。');
			const all = received.approvals.filter(
				(one) =>
					one.processCode === processCode &&
					one.createTime >= startTime &&
					one.createTime <= endTime &&
					(!userIds || userIds.includes(one.originatorUserId)) &&
					(!statuses || statuses.includes(one.status)),
			);
			const list = all.slice(nextToken, nextToken + maxResults).map((one) => one.instanceId);
			const more = nextToken + maxResults < all.length;
			return { result: { list, ...(more ? { nextToken: String(nextToken + maxResults) } : {}) }, success: true };
		}),
		route<{ processInstanceId: string; result: string; remark?: string; actionerUserId: string; taskId: number }>(
			'POST',
			'/v1.0/workflow/processInstances/execute',
			({ body: { processInstanceId, result, remark, actionerUserId } }) => {
				if (result !== 'agree' && result !== 'refuse') throw refuse('invalidParameter', '同意或拒绝审批任务参数错误');
				decide(world, find(processInstanceId, 'aflowProcessInstNotExist'), result, actionerUserId, remark);
				return { result: true, success: true };
			},
		),
		route<{ processInstanceId: string; isSystem?: boolean; remark?: string; operatingUserId?: string }>(
			'POST',
			'/v1.0/workflow/processInstances/terminate',
			({ body: { processInstanceId, isSystem, operatingUserId, remark } }) => {
				const one = find(processInstanceId, 'aflowProcessInstNotExist');
				if (!isSystem && operatingUserId !== one.originatorUserId) throw refuse('userNotExist', '用户不存在');
				if (one.status !== 'RUNNING') throw refuse('aflowProcessInstStatusException', '审批单状态异常');
				for (const task of one.tasks.filter(({ status }) => status === 'RUNNING')) task.status = 'CANCELED';
				Object.assign(one, { status: 'TERMINATED', finishTime: now() });
				one.records.push({
					userId: operatingUserId ?? '',
					date: now(),
					type: 'TERMINATE_PROCESS_INSTANCE',
					result: 'NONE',
					remark,
				});
				instanceEvent(world, one, 'terminate');
				return { result: true, success: true };
			},
		),
	];
};
