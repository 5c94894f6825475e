import type { Paging } from '../../../protocol/paging';
import { each, gather } from '../../../runtime/each';
import { defineFields } from '../../../runtime/field';
import type { Values } from '../../../runtime/fieldValues';
import { defineProcedure, type Api, type Json } from '../../../runtime/operation';
import { slicesOf, type Split } from '../../../runtime/split';
import { personModes } from '../../../shared/person';
import { processCode } from '../../locators/approvalForm';
import { simplifyInstance } from './fields';

const IDS = 'POST /v1.0/workflow/processes/instanceIds/query';
const DETAILS = 'GET /v1.0/workflow/processInstances';

const fields = defineFields([
	processCode,
	{
		displayName: 'From',
		zh: { name: '开始时间', description: '在此时间之后发起的审批：最早 365 天前，OA 高级版为 5 年' },
		name: 'from',
		type: 'dateTime',
		required: true,
		default: '={{ $now.minus({ days: 30 }).toISO() }}',
		description: 'Approvals started from this time on: at most 365 days ago, 5 years with OA premium edition',
	},
	{
		displayName: 'To',
		zh: { name: '结束时间', description: '在此时间之前发起的审批' },
		name: 'to',
		type: 'dateTime',
		required: true,
		default: '={{ $now.toISO() }}',
		description: 'Approvals started up to this time',
	},
	{
		displayName: 'Originators',
		zh: { name: '发起人', description: '只查这些人发起的审批：一个人，或用逗号分隔的任意多个 ID' },
		name: 'originators',
		type: 'resourceLocator',
		person: 'userId',
		many: true,
		default: { mode: 'list', value: '' },
		modes: personModes,
		description: 'Only approvals that these people started: one person, or any number of IDs separated by commas',
	},
	{
		displayName: 'Details',
		zh: { name: '包含详情', description: '是否获取完整审批而不只是 ID，每条再加一次调用' },
		name: 'details',
		type: 'boolean',
		default: false,
		description: 'Whether to get the whole approvals instead of their IDs. One more call for each.',
	},
	{
		displayName: 'Filters',
		zh: { name: '筛选条件', placeholder: '添加条件' },
		name: 'filters',
		type: 'collection',
		placeholder: 'Add Filter',
		default: {},
		options: [
			{
				displayName: 'Status',
				zh: { name: '状态', description: '处于其中任一状态的审批' },
				name: 'statuses',
				type: 'multiOptions',
				default: [],
				options: [
					{ name: 'Completed', value: 'COMPLETED', zh: '已完成' },
					{ name: 'Running', value: 'RUNNING', zh: '审批中' },
					{ name: 'Withdrawn', value: 'TERMINATED', zh: '已撤销' },
				],
				description: 'Approvals in any of these states',
			},
		],
	},
]);

type Query = Values<typeof fields>;

/** At most 10 originators and 120 days. https://open.dingtalk.com/document/development/obtain-an-approval-list-of-instance-ids */
export const split: Split<Query> = {
	lists: { originators: 10 },
	span: { from: 'from', to: 'to', days: 120, unit: 'millisecond' },
};

/** The first page has the token 0; later ones come as text. At most 20 a page. */
const paging: Paging = {
	style: 'cursor',
	cursor: 'nextToken',
	first: 0,
	size: { at: 'maxResults', max: 20 },
	entries: 'result.list',
	next: 'result.nextToken',
};

/** What one call asks for. */
export const idsRequest = ({ processCode: code, from, to, originators, filters: { statuses } }: Query) => ({
	body: {
		processCode: code,
		startTime: from,
		endTime: to,
		userIds: originators.length > 0 ? originators : undefined,
		statuses,
	},
});

const detailsOf = async (api: Api, processInstanceId: string): Promise<Json> => ({
	processInstanceId,
	...(await api.call(DETAILS, { query: { processInstanceId } })),
});

export const getAll = defineProcedure({
	name: 'Get Many',
	value: 'getAll',
	action: 'Get many approvals',
	description:
		'Get approvals that were started in a range of time. One call per 20 of them, at least one per 120 days and 10 originators; with details one more for each approval.',
	zh: {
		name: '获取多个',
		action: '获取审批实例列表',
		description:
			'查询某段时间内发起的审批。每 20 条一次调用，每 120 天、每 10 位发起人至少一次；需要详情时每条再加一次',
	},
	docs: 'https://open.dingtalk.com/document/development/obtain-an-approval-list-of-instance-ids',
	permission: 'Workflow.Instance.Read',
	routes: [IDS, DETAILS],
	list: true,
	fields,
	run: async ({ limit, ...query }, api) => {
		const parts = slicesOf<Query>(fields, split, query);
		const found = await gather(parts, limit, async (part, left) => await api.list(IDS, idsRequest(part), paging, left));
		const ids = found.map(({ value }) => String(value));
		return query.details
			? await each(ids, async (id) => await detailsOf(api, id))
			: ids.map((processInstanceId) => ({ processInstanceId }));
	},
	simplify: simplifyInstance,
});
