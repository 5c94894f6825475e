import type { YidaProcess } from '../../data/yida';
import { ApiError } from '../../errors';
import { chinaTime, parseChinaTime } from '../../time';
import type { Route, World } from '../../world';
import { formIn, nameOf, pageOf, served, stored } from './forms';
import { readConditions, readValues } from './values';

const ACTIVITY = 'node_approver';

/** Processes of Yida and their tasks, https://open.dingtalk.com/document/development/api-startinstance-v2 and its neighbours. */
export const yidaProcessRoutes = (world: World): Route[] => {
	const { data, now, nextId } = world;
	const { processes, tasks, approver } = data.yida;
	const one = (id: string) => {
		const found = processes.find(({ processInstanceId }) => processInstanceId === id);
		if (!found) throw new ApiError('invalidState.form.dataDoesNotExistOrIsDeleted', `数据不存在或已删除:${id}`);
		return found;
	};
	const serve = served(world);
	const person = (userId: string) => ({ userId, name: nameOf(world, userId), deptName: '', email: '' });
	const shown = (process: YidaProcess) => ({
		processInstanceId: process.processInstanceId,
		formUuid: process.formUuid,
		title: `${nameOf(world, process.originator).nameInChinese}发起的${formIn(world, process.formUuid).title.zhCN}`,
		instanceStatus: process.status,
		approvedResult: process.result ?? '',
		createTimeGMT: chinaTime(process.created),
		modifiedTimeGMT: chinaTime(process.modified),
		originator: person(process.originator),
		actionExecutor: tasks
			.filter(({ processInstanceId }) => processInstanceId === process.processInstanceId)
			.map(({ holder }) => person(holder)),
		data: process.values,
		version: 1,
	});
	const held = (taskId: unknown, processInstanceId: string, holder: string | undefined) => {
		const task = tasks.find(
			(entry) =>
				entry.taskId === String(taskId) &&
				entry.processInstanceId === processInstanceId &&
				(holder === undefined || entry.holder === holder),
		);
		if (!task) throw new ApiError('failure.task.failedToPerformApproval', '任务审批失败:任务不存在');
		return task;
	};
	const end = (process: YidaProcess, status: YidaProcess['status'], result?: YidaProcess['result']) => {
		Object.assign(process, { status, result, modified: now() });
		const open = tasks.filter(({ processInstanceId }) => processInstanceId === process.processInstanceId);
		for (const task of open) tasks.splice(tasks.indexOf(task), 1);
	};

	return [
		serve('POST /v2.0/yida/processes/instances/start', ({ body }) => {
			const form = formIn(world, body.formUuid);
			if (form.formType !== 'process')
				throw new ApiError('failure.operation.receiptFormCanNotStartInstance', '单据表单不能发起流程');
			const originator: string = body.userId;
			const processInstanceId = `00000000-5a5d-4b0c-9d55-${nextId().toString(16).padStart(12, '0')}`;
			const taskId = String(nextId());
			processes.push({
				processInstanceId,
				formUuid: form.formUuid,
				originator,
				status: 'RUNNING',
				created: now(),
				modified: now(),
				values: stored(world, form.components, readValues(form.components, body.formDataJson)),
				records: [{ operator: originator, action: 'submit', remark: '', activityId: 'sid-restartevent', at: now() }],
			});
			tasks.push({ taskId, processInstanceId, holder: approver, activityId: ACTIVITY, created: now() });
			return { result: processInstanceId };
		}),
		serve('GET /v2.0/yida/processes/instancesInfos/{id}', ({ path }) => shown(one(path.id))),
		serve('POST /v2.0/yida/processes/instances', ({ query, body }) => {
			const { components } = formIn(world, body.formUuid);
			const meets = readConditions(components, body.searchFieldJson);
			const day = (text: string | undefined, end = 0) =>
				text === undefined ? undefined : (parseChinaTime(text) ?? NaN) + end;
			const within = (ms: number, from: number | undefined, to: number | undefined) =>
				(from === undefined || ms >= from) && (to === undefined || ms <= to);
			const found = processes.filter(
				(process) =>
					process.formUuid === body.formUuid &&
					meets(process.values) &&
					(body.instanceStatus === undefined || process.status === body.instanceStatus) &&
					(body.approvedResult === undefined || process.result === body.approvedResult) &&
					(body.originatorId === undefined || process.originator === body.originatorId) &&
					within(process.created, day(body.createFromTimeGMT), day(body.createToTimeGMT, 86_399_999)),
			);
			return {
				data: pageOf(found, query.pageNumber, query.pageSize).map(shown),
				pageNumber: Number(query.pageNumber ?? 1),
				totalCount: found.length,
			};
		}),
		serve('GET /v1.0/yida/processes/tasks/getRunningTasks', ({ query }) => {
			const process = one(query.processInstanceId);
			const open = tasks.filter(({ processInstanceId }) => processInstanceId === process.processInstanceId);
			return {
				result: open.map(({ taskId, holder, activityId, created }) => ({
					taskId,
					activityId,
					actualActionerId: holder,
					originatorId: process.originator,
					processInstanceId: process.processInstanceId,
					createTimeGMT: chinaTime(created),
					activeTimeGMT: chinaTime(created),
					status: 'running',
					title: shown(process).title,
				})),
			};
		}),
		serve('GET /v1.0/yida/processes/operationRecords', ({ query }) => {
			const { records, processInstanceId } = one(query.processInstanceId);
			return {
				result: records.map(({ operator, action, remark, taskId, activityId, at }) => ({
					operatorUserId: operator,
					operatorName: nameOf(world, operator).nameInChinese,
					action,
					remark,
					...(taskId !== undefined && { taskId }),
					activityId,
					operateTimeGMT: chinaTime(at),
					processInstanceId,
					type: 'HISTORY',
				})),
			};
		}),
		serve('POST /v1.0/yida/tasks/execute', ({ body }) => {
			const process = one(body.processInstanceId);
			const task = held(body.taskId, process.processInstanceId, body.userId);
			const agreed = String(body.outResult) === 'AGREE';
			if (body.formDataJson !== undefined)
				Object.assign(process.values, readValues(formIn(world, process.formUuid).components, body.formDataJson));
			process.records.push({
				operator: task.holder,
				action: agreed ? 'agree' : 'disagree',
				remark: body.remark,
				taskId: task.taskId,
				activityId: task.activityId,
				at: now(),
			});
			end(process, 'COMPLETED', agreed ? 'agree' : 'disagree');
			return {};
		}),
		serve('POST /v1.0/yida/tasks/redirect', ({ body }) => {
			const process = one(body.processInstanceId);
			if (process.status !== 'RUNNING')
				throw new ApiError('noPermission.process.onlyRunningTasksCanBeRedirected', '非运行状态的流程无法转交');
			const task = held(
				body.taskId,
				process.processInstanceId,
				String(body.byManager) === 'y' ? undefined : body.userId,
			);
			task.holder = body.nowActionExecutorId;
			return {};
		}),
		serve('PUT /v1.0/yida/processes/instances/terminate', ({ query }) => {
			const process = one(query.processInstanceId);
			if (process.status !== 'RUNNING')
				throw new ApiError('invalidState.instance.instanceStatusHasChanged', '实例状态已变更，请刷新当前页面');
			end(process, 'TERMINATED');
			return {};
		}),
		serve('DELETE /v1.0/yida/processes/instances', ({ query }) => {
			processes.splice(processes.indexOf(one(query.processInstanceId)), 1);
			return {};
		}),
	];
};
