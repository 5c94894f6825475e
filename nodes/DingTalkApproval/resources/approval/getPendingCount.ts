import { defineOperation } from '../../../runtime/operation';
import { personModes } from '../../../shared/person';

export const getPendingCount = defineOperation({
	name: 'Get Pending Count',
	value: 'getPendingCount',
	action: 'Get how many approvals wait for a person',
	description:
		'Get the number of approvals that a person has to do. One call. A number only; Get by User has the tasks.',
	zh: {
		name: '获取待审批数量',
		action: '获取待审批数量',
		description: '查询某人待处理的审批数量。一次调用，仅返回数量；“获取某人的审批”可返回任务',
	},
	docs: 'https://open.dingtalk.com/document/development/queries-the-number-of-requests-to-be-approved-by-users',
	permission: 'Workflow.Instance.Read',
	route: 'GET /v1.0/workflow/processes/todoTasks/numbers',
	fields: [
		{
			displayName: 'Person',
			zh: '员工',
			name: 'person',
			type: 'resourceLocator',
			person: 'userId',
			required: true,
			default: { mode: 'list', value: '' },
			modes: personModes,
		},
	],
	request: ({ person: userId }) => ({ query: { userId } }),
	output: ({ result }, { person: userId }) => ({ userId, count: result }),
});
