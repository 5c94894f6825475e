import { defineProcedure } from '../../../runtime/operation';
import { decide, decideFields, decidePlan, decideRoutes } from './decide';

export const approve = defineProcedure({
	name: 'Approve',
	value: 'approve',
	action: 'Approve an approval task',
	description:
		'Agree to a task in the name of its approver. One call, two without the Task ID. For internal apps only; the approver must hold the running task.',
	zh: {
		name: '同意',
		action: '同意审批任务',
		description: '以审批人的名义同意审批任务。一次调用，未填任务 ID 时两次。仅企业内部应用可用，须为该任务当前的审批人',
	},
	docs: 'https://open.dingtalk.com/document/development/approve-or-reject-the-approval-task',
	permission: 'Workflow.Instance.Write',
	routes: decideRoutes,
	fields: decideFields,
	plan: decidePlan,
	run: async (plan, api) => await decide(api, 'agree', plan),
});
