import type { Approval, ApprovalFile, ApprovalTask } from '../../received';
import type { Route, World } from '../../world';
import { route } from '../../world';
import { operation } from '../operation';
import { decide, findApproval, instanceEvent, refuse, taskEvent } from './flow';

const ended = () => refuse('task.status.error', '当前任务状态不是运行中');

/** The running task and its approval. @throws param.illegal.operator for somebody else's. */
const held = ({ received }: World, taskId: number, userId: string): { one: Approval; task: ApprovalTask } => {
	for (const one of received.approvals) {
		const task = one.tasks.find((entry) => entry.taskId === taskId);
		if (!task) continue;
		if (task.status !== 'RUNNING') throw ended();
		if (task.userId !== userId) throw refuse('param.illegal.operator', '操作人的userId必须为当前任务的审批人');
		return { one, task };
	}
	throw refuse('param.illegal', '不合法的参数taskId');
};

const addTask = (world: World, one: Approval, userId: string, activityId?: string): void => {
	const task: ApprovalTask = {
		taskId: world.nextId(),
		userId,
		status: 'RUNNING',
		result: 'NONE',
		createTime: world.now(),
		activityId,
	};
	one.tasks.push(task);
	taskEvent(world, one, task, 'start');
};

/** What people do with an approval that runs: https://open.dingtalk.com/document/development/approve-or-reject-the-approval-task and its neighbours. */
export const taskRoutes = (world: World): Route[] => {
	const { now } = world;
	return [
		route<{ processInstanceId: string; result: string; remark?: string; actionerUserId: string; taskId: number }>(
			'POST',
			'/v1.0/workflow/processInstances/execute',
			({ body: { processInstanceId, result, remark, actionerUserId, taskId } }) => {
				if (result !== 'agree' && result !== 'refuse') throw refuse('invalidParameter', '同意或拒绝审批任务参数错误');
				decide(
					world,
					findApproval(world, processInstanceId, 'aflowProcessInstNotExist'),
					result,
					actionerUserId,
					remark,
					taskId,
				);
				return { result: true, success: true };
			},
		),
		route<{ processInstanceId: string; isSystem?: boolean; remark?: string; operatingUserId?: string }>(
			'POST',
			'/v1.0/workflow/processInstances/terminate',
			({ body: { processInstanceId, isSystem, operatingUserId, remark } }) => {
				const one = findApproval(world, processInstanceId, 'aflowProcessInstNotExist');
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
		operation<{
			processInstanceId: string;
			text: string;
			commentUserId: string;
			file?: { attachments?: ApprovalFile[] };
		}>(
			world,
			'POST /v1.0/workflow/processInstances/comments',
			({ body: { processInstanceId, text, commentUserId, file } }) => {
				findApproval(world, processInstanceId, 'aflowProcessInstNotExist').records.push({
					userId: commentUserId,
					date: now(),
					type: 'ADD_REMARK',
					result: 'NONE',
					remark: text,
					...(file?.attachments && { attachments: file.attachments }),
				});
				return { result: true, success: true };
			},
		),
		operation<{ taskId: number; operateUserId: string; toUserId: string; remark?: string }>(
			world,
			'POST /v1.0/workflow/tasks/redirect',
			({ body: { taskId, operateUserId, toUserId, remark } }) => {
				const { one, task } = held(world, taskId, operateUserId);
				Object.assign(task, { status: 'COMPLETED', result: 'REDIRECTED', finishTime: now() });
				one.records.push({
					userId: operateUserId,
					date: now(),
					type: 'REDIRECT_TASK',
					result: 'NONE',
					remark,
				});
				addTask(world, one, toUserId, task.activityId);
				return { result: true };
			},
		),
		operation<{ taskId: number; operateUserId: string; appenderUserIds: string[]; type: string }>(
			world,
			'POST /v1.0/workflow/premium/tasks/append',
			({ body: { taskId, operateUserId, appenderUserIds, type } }) => {
				const { one, task } = held(world, taskId, operateUserId);
				if (appenderUserIds.includes(operateUserId))
					throw refuse('appender.contains.currentOperator', '加签任务，加签人不能包含当前操作人');
				if (type === 'after') {
					Object.assign(task, { status: 'COMPLETED', result: 'AGREE', finishTime: now() });
					taskEvent(world, one, task, 'finish', { result: 'agree', finishTime: now() });
				}
				for (const userId of appenderUserIds) addTask(world, one, userId);
				return { result: true };
			},
		),
		operation<{ taskId: number; operateUserId: string; revertAction: string; targetActivityId: string }>(
			world,
			'POST /v1.0/workflow/premium/tasks/revert',
			({ body: { taskId, operateUserId, targetActivityId } }) => {
				const { one, task } = held(world, taskId, operateUserId);
				Object.assign(task, { status: 'CANCELED', finishTime: now() });
				const target = one.tasks.find(({ activityId }) => activityId === targetActivityId);
				addTask(world, one, target?.userId ?? one.originatorUserId, targetActivityId);
				return { result: true };
			},
		),
	];
};
