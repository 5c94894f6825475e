import { defineProcedure } from '../../../runtime/operation';
import { decide, decideFields, decidePlan, decideRoutes } from './decide';

export const reject = defineProcedure({
	name: 'Reject',
	value: 'reject',
	action: 'Reject an approval task',
	description:
		'Refuse a task in the name of its approver. One rejection ends the approval. One call, two without the Task ID. For internal apps only.',
	zh: {
		name: '拒绝',
		action: '拒绝审批任务',
		description: '以审批人的名义拒绝审批任务。一次拒绝即结束整个审批。一次调用，未填任务 ID 时两次。仅企业内部应用可用',
	},
	docs: 'https://open.dingtalk.com/document/development/approve-or-reject-the-approval-task',
	permission: 'Workflow.Instance.Write',
	routes: decideRoutes,
	fields: decideFields,
	plan: decidePlan,
	run: async (plan, api) => await decide(api, 'refuse', plan),
});
