import { CENTER_TEMPLATE, type CenterInstance } from '../../data/approval';
import type { Route, World } from '../../world';
import { operation } from '../operation';
import { refuse } from './flow';

interface Create {
	processCode: string;
	originatorUserId: string;
	url: string;
	title?: string;
	formComponentValueList?: Array<{ name: string; value: string }>;
}

/** Approvals of other systems: https://open.dingtalk.com/document/development/create-a-ticket-approval-instance */
export const centerRoutes = (world: World): Route[] => {
	const { data, nextId } = world;
	const find = (processInstanceId: string, code = 'process.inst.notExist'): CenterInstance => {
		const found = data.approval.center.find((one) => one.processInstanceId === processInstanceId);
		if (!found) throw refuse(code, '审批单不存在或已删除');
		return found;
	};
	return [
		operation<Create>(
			world,
			'POST /v1.0/workflow/processCentres/instances',
			({ body: { processCode, originatorUserId, url, title = '', formComponentValueList = [] } }) => {
				if (processCode !== CENTER_TEMPLATE) throw refuse('process.error', '审批流不存在');
				const processInstanceId = `sandbox-center-${nextId().toString(16)}`;
				data.approval.center.push({
					processInstanceId,
					processCode,
					title,
					url,
					originatorUserId,
					form: formComponentValueList,
					status: 'RUNNING',
					tasks: [],
				});
				return { result: { processInstanceId } };
			},
		),
		operation<{ processInstanceId: string; status: 'COMPLETED' | 'TERMINATED'; result: 'agree' | 'refuse' }>(
			world,
			'PUT /v1.0/workflow/processCentres/instances',
			({ body: { processInstanceId, status, result } }) => {
				Object.assign(find(processInstanceId), { status, result });
				return { success: true };
			},
		),
		operation<{ processInstanceId: string; activityId?: string; tasks: Array<{ userId: string; url: string }> }>(
			world,
			'POST /v1.0/workflow/processCentres/tasks',
			({ body: { processInstanceId, activityId, tasks } }) => {
				const one = find(processInstanceId);
				if (one.status !== 'RUNNING') throw refuse('integrated.state.invalid', '流程实例已完结，不能继续创建任务');
				if (tasks.length === 0 || tasks.length > 20) throw refuse('integrated.number.exceed', '流程任务的数量到达上限');
				const made = tasks.map(({ userId, url }) => ({
					taskId: nextId(),
					userId,
					url,
					activityId,
					status: 'RUNNING' as const,
				}));
				one.tasks.push(...made);
				return { result: made.map(({ taskId, userId }) => ({ taskId, userId })), success: true };
			},
		),
		operation<{ processInstanceId: string; tasks: Array<{ taskId: number; status: string; result?: string }> }>(
			world,
			'PUT /v1.0/workflow/processCentres/tasks',
			({ body: { processInstanceId, tasks } }) => {
				const one = find(processInstanceId, 'integrated.state.invalid');
				for (const { taskId, status, result } of tasks) {
					const task = one.tasks.find((each) => each.taskId === taskId);
					if (!task) throw refuse('integrated.state.invalid', '任务不存在');
					Object.assign(task, { status, result });
				}
				return { success: true };
			},
		),
	];
};
