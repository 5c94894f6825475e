import type { ApprovalForm } from '../../data/approval';
import type { Approval } from '../../received';
import { minuteTime } from '../../time';
import type { Route, World } from '../../world';
import { route } from '../../world';
import { findApproval, instanceEvent, refuse, taskEvent } from './flow';
import { formProblem } from './formValues';

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

const DAY = 86_400_000;

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
		activityId: task.activityId ?? 'sandbox-activity',
	})),
	formComponentValues: one.form,
});

/** OA approval, https://open.dingtalk.com/document/development/create-an-approval-instance and its neighbours. */
export const instanceRoutes = (world: World): Route[] => {
	const { company, received, now, nextId } = world;
	const person = (userid: string) => company.users.some((one) => one.userid === userid);
	const invalid = (detail: string) => refuse('processInstanceInvalidParameter', `审批实例参数错误: ${detail}`);

	const form = (template: ApprovalForm, values: Create['formComponentValues']): Approval['form'] => {
		const filled = values.map(({ name, value }) => {
			const field = template.components.find(({ label }) => label === name);
			const problem = !field || (template.strict && formProblem(field, value));
			if (!field || problem) throw refuse('formConverterError', `表单数据校验失败，失败控件：${name}`);
			return { id: field.id, name, value, componentType: field.componentName };
		});
		const missing = template.components.find(
			({ required, label }) => required && !values.some(({ name }) => name === label),
		);
		if (missing) throw refuse('formConverterError', `表单数据校验失败，失败控件：${missing.label}`);
		return filled;
	};

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
			const template = world.data.approval.forms.find((one) => one.processCode === processCode);
			if (!template) throw refuse('processCodeError', '获取审批模板失败或者模板已被删除');
			if (microappAgentId !== undefined && microappAgentId !== company.agentId)
				throw refuse('invalidAgentId', '无效的微应用ID');
			const origin = company.users.find((one) => one.userid === originatorUserId);
			if (!origin) throw invalid('originatorUserId');
			const department = deptId === -1 ? 1 : (deptId ?? origin.dept_id_list[0]);
			if (approvers.length === 0 && deptId === undefined) throw invalid('deptId');
			if (!origin.dept_id_list.includes(department)) throw invalid('deptId');
			if (approvers.length > 20 || ccList.length > 50 || formComponentValues.length > 150) throw invalid('length');
			const chosen = approvers.length > 0 ? approvers.flatMap((one) => one.userIds) : [template.approver];
			if (![...chosen, ...ccList].every(person)) throw invalid('approvers, ccList');
			const approval: Approval = {
				instanceId: `sandbox-${nextId().toString(16)}-${processCode.length}`,
				processCode,
				title: `${origin.name}提交的${template.name}`,
				businessId: String(nextId()),
				originatorUserId,
				deptId: department,
				status: 'RUNNING',
				result: '',
				createTime: now(),
				form: form(template, formComponentValues),
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
			result: details(findApproval(world, query.processInstanceId), company.departments),
			success: 'true',
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
	];
};
