import { ApiError } from '../../errors';
import type { Approval, ApprovalTask } from '../../received';
import type { World } from '../../world';

export const refuse = (code: string, message: string) => new ApiError(code, message);

/** @throws ApiError with `code` when there is no such approval */
export const findApproval = ({ received }: World, instanceId: string, code = 'processInstanceNotExist'): Approval => {
	const found = received.approvals.find((one) => one.instanceId === instanceId);
	if (!found) throw refuse(code, '审批实例不存在');
	return found;
};

export type Verdict = 'agree' | 'refuse';

/** What an approval tells of itself in `bpms_instance_change` (https://open.dingtalk.com/document/development/event-bpms-instance-change). */
export const instanceEvent = (world: World, one: Approval, type: 'start' | 'finish' | 'terminate'): void =>
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

export const taskEvent = (
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
export const decide = (
	world: World,
	one: Approval,
	result: Verdict,
	userId?: string,
	remark?: string,
	taskId?: number,
): void => {
	const task = one.tasks.find(
		({ status, userId: who, taskId: id }) =>
			status === 'RUNNING' && (!userId || who === userId) && (taskId === undefined || id === taskId),
	);
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
