import type { FormComponent } from '../../data/approval';
import type { Route, World } from '../../world';
import { operation } from '../operation';
import { refuse } from './flow';

interface Forecast {
	processCode: string;
	deptId: number;
	userId: string;
	formComponentValues: Array<{ name: string; value: string }>;
}

const schema = ({ componentName, children, ...props }: FormComponent): object => ({
	componentName,
	props,
	...(children && { children: children.map(schema) }),
});

/** Templates: https://open.dingtalk.com/document/development/obtain-the-form-schema and its neighbours. */
export const formRoutes = (world: World): Route[] => {
	const { company, data, received } = world;
	const find = (processCode: string) => {
		const found = data.approval.forms.find((one) => one.processCode === processCode);
		if (!found) throw refuse('processCodeError', '获取审批模板失败或者模板已被删除');
		return found;
	};
	const name = (userId: string) => company.users.find(({ userid }) => userid === userId)?.name ?? '';
	return [
		operation(world, 'GET /v1.0/workflow/processes/userVisibilities/templates', ({ query }) => {
			const first = Number(query.nextToken ?? 0);
			const size = Number(query.maxResults ?? 100);
			const more = first + size < data.approval.forms.length;
			return {
				result: {
					processList: data.approval.forms.slice(first, first + size).map((one) => ({
						name: one.name,
						processCode: one.processCode,
						url: `https://aflow.dingtalk.com/dingtalk/mobile/homepage.htm?processCode=${one.processCode}`,
						dirId: '1',
						dirName: '考勤',
					})),
					...(more && { nextToken: first + size }),
				},
			};
		}),
		operation(world, 'GET /v1.0/workflow/forms/schemas/processCodes', ({ query }) => {
			const form = find(query.processCode);
			return {
				result: {
					name: form.name,
					formCode: form.processCode,
					status: 'PUBLISHED',
					schemaContent: { title: form.name, icon: 'common', items: form.components.map(schema) },
				},
			};
		}),
		operation<Forecast>(world, 'POST /v1.0/workflow/processes/forecast', ({ body: { processCode, userId } }) => {
			const { approver } = find(processCode);
			const step = (activityId: string, activityName: string, who: string, prevActivityId?: string) => ({
				activityId,
				activityName,
				activityType: 'target_approval',
				isTargetSelect: false,
				...(prevActivityId && { prevActivityId }),
				activityActioners: [{ userId: who, name: name(who) }],
				workflowActor: { actorKey: `manual_${activityId}`, actorType: 'approver', required: true },
			});
			return {
				result: {
					isForecastSuccess: true,
					processCode,
					userId,
					workflowActivityRules: [
						step('sid-startevent', '发起人', userId),
						step('sandbox-activity', '审批人', approver, 'sid-startevent'),
					],
				},
			};
		}),
		operation(world, 'GET /v1.0/workflow/processes/todoTasks/numbers', ({ query }) => ({
			result: received.approvals
				.flatMap(({ tasks }) => tasks)
				.filter(({ userId, status }) => userId === query.userId && status === 'RUNNING').length,
		})),
		operation<{ processInstanceId: string; variables: Array<{ id: string; value: string }> }>(
			world,
			'PUT /v1.0/workflow/premium/processInstances',
			({ body: { processInstanceId, variables } }) => {
				const one = received.approvals.find(({ instanceId }) => instanceId === processInstanceId);
				if (!one) throw refuse('process.not.exist', '审批流不存在');
				const form = find(one.processCode);
				for (const { id, value } of variables) {
					const component = form.components.find((each) => each.id === id);
					if (!component) throw refuse('form.error', '参数错误，不是存表单');
					const there = one.form.find((each) => each.id === id);
					if (there) there.value = value;
					else one.form.push({ id, name: component.label, value, componentType: component.componentName });
				}
				return { result: true };
			},
		),
	];
};
