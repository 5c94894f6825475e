import type { Paging } from '../../../protocol/paging';
import { toChinaTime } from '../../../protocol/time';
import { defineProcedure } from '../../../runtime/operation';
import { pick } from '../../../runtime/pick';
import { personModes } from '../../../shared/person';

/** https://open.dingtalk.com/document/development/api-premiumgettodotasks and the three beside it. */
const ROUTES = {
	pending: 'GET /v1.0/workflow/premium/processCentres/todoTasks',
	done: 'GET /v1.0/workflow/premium/processCentres/doneTasks',
	submitted: 'GET /v1.0/workflow/premium/processCentres/submittedInstances',
	received: 'GET /v1.0/workflow/premium/processCentres/noticedInstances',
} as const;

/** Ten pages of 20 are all that DingTalk gives. */
const MOST = 200;
const paging: Paging = {
	style: 'page',
	cursor: 'pageNumber',
	first: 1,
	size: { at: 'pageSize', max: 20 },
	entries: 'result.list',
	more: 'result.hasMore',
};

export const getByUser = defineProcedure({
	name: 'Get by User',
	value: 'getByUser',
	action: 'Get approvals that a person has to do, did, sent or received',
	description: "Get a person's approvals (OA premium edition). One call per 20; DingTalk gives at most the newest 200.",
	zh: {
		name: '获取某人的审批',
		action: '获取某人待处理、已处理、已发起或收到的审批',
		description: '查询某人的审批（仅 OA 高级版）。每 20 条一次调用，钉钉最多返回 200 条',
	},
	docs: 'https://open.dingtalk.com/document/development/api-premiumgettodotasks',
	permission: 'Premium.Workflow.ReadWrite.All',
	routes: Object.values(ROUTES),
	list: true,
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
		{
			displayName: 'Which',
			zh: '范围',
			name: 'list',
			type: 'options',
			default: 'pending',
			options: [
				{ name: 'Done', value: 'done', zh: '已处理' },
				{ name: 'Pending', value: 'pending', zh: '待处理' },
				{ name: 'Received', value: 'received', zh: '我收到的' },
				{ name: 'Submitted', value: 'submitted', zh: '已发起' },
			],
		},
		{
			displayName: 'Filters',
			zh: { name: '筛选条件', placeholder: '添加条件' },
			name: 'filters',
			type: 'collection',
			placeholder: 'Add Filter',
			default: {},
			displayOptions: { show: { list: ['pending'] } },
			options: [
				{
					displayName: 'Created Before',
					zh: { name: '创建时间早于', description: '只查此时间之前创建的任务' },
					name: 'createBefore',
					type: 'dateTime',
					default: '',
					description: 'Only tasks created before this time',
				},
			],
		},
	],
	run: async ({ person: userId, list, filters, limit }, api) => {
		const before = list === 'pending' ? filters?.createBefore : undefined;
		const query = { userId, ...(before !== undefined && { createBefore: toChinaTime(before) }) };
		const found = await api.list(ROUTES[list], { query }, paging, Math.min(limit, MOST));
		if (limit > MOST && found.length >= MOST)
			api.hint(
				`DingTalk gives at most ${MOST} approvals of a person; there may be more`,
				`钉钉最多返回某人的 ${MOST} 条审批，可能还有更多`,
			);
		return found;
	},
	simplify: (entry) =>
		pick(entry, [
			'processInstanceId',
			'taskId',
			'activityId',
			'title',
			'formMassage',
			'status',
			'result',
			'originatorId',
			'originatorName',
			'processCreateTime',
			'processEndTime',
			'url',
		]),
});
