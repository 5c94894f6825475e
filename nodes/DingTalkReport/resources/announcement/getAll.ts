import type { Paging } from '../../../protocol/paging';
import { toChinaTime } from '../../../protocol/time';
import { each, gather } from '../../../runtime/each';
import { defineFields } from '../../../runtime/field';
import { defineProcedure, type Values } from '../../../runtime/operation';
import { pick } from '../../../runtime/pick';
import { slicesOf, type Split } from '../../../runtime/split';
import { operatorUserId } from '../../../shared/operator';
import { DETAILS, detailsRequest } from '../../flows/details';
import { category } from '../../locators/announcement';

const LIST = 'POST /topapi/blackboard/listids';

/** At most 30 a page; there is no total, and a page that is not full is the last. https://open.dingtalk.com/document/development/obtains-the-id-list-of-announcements-that-are-not-deleted */
const paging: Paging = {
	style: 'page',
	cursor: 'query_request.page',
	size: { at: 'query_request.page_size', max: 30 },
	entries: 'result',
};

const fields = defineFields([
	{
		displayName: 'From',
		zh: { name: '开始时间', description: '在此时间之后的公告' },
		name: 'from',
		type: 'dateTime',
		required: true,
		default: '={{ $now.minus({ days: 30 }).toISO() }}',
		description: 'Announcements from this time on',
	},
	{
		displayName: 'To',
		zh: { name: '结束时间', description: '在此时间之前的公告' },
		name: 'to',
		type: 'dateTime',
		required: true,
		default: '={{ $now.toISO() }}',
		description: 'Announcements up to this time',
	},
	{
		displayName: 'Details',
		zh: { name: '获取详情', description: '是否获取标题、内容和接收范围；每条多一次调用' },
		name: 'details',
		type: 'boolean',
		default: true,
		description: 'Whether to get title, content and receivers instead of the IDs alone. One more call for each.',
	},
	{
		displayName: 'Filters',
		zh: { name: '筛选条件', placeholder: '添加条件' },
		name: 'filters',
		type: 'collection',
		placeholder: 'Add Filter',
		default: {},
		options: [category],
	},
	operatorUserId,
]);

type Query = Values<typeof fields>;

const split: Split<Query> = { span: { from: 'from', to: 'to', days: 180, unit: 'second' } };

const bodyOf = ({ from, to, filters, operator }: Query) => ({
	query_request: {
		operation_userid: operator,
		start_time: toChinaTime(from),
		end_time: toChinaTime(to),
		category_id: filters.category,
	},
});

export const getAll = defineProcedure({
	name: 'Get Many',
	value: 'getAll',
	action: 'Get many announcements',
	description:
		'Get the announcements of a range of time. One call per 30 of them and 180 days, one more each with Details. The operator must be an announcement administrator.',
	zh: {
		name: '获取多个',
		action: '获取公告列表',
		description: '查询某段时间内的公告。每 30 条、每 180 天一次调用，获取详情时每条再加一次。操作人必须是公告管理员',
	},
	docs: 'https://open.dingtalk.com/document/development/obtains-the-id-list-of-announcements-that-are-not-deleted',
	permission: 'qyapi_blackboard_manage',
	routes: [LIST, DETAILS],
	list: true,
	fields,
	plan: ({ limit, ...query }) => ({ parts: slicesOf<Query>(fields, split, query), query, limit }),
	run: async ({ parts, query: { details, operator }, limit }, api) => {
		const read = async (part: Query, left: number) => await api.list(LIST, { body: bodyOf(part) }, paging, left);
		const ids = (await gather(parts, limit, read)).map(({ value }) => String(value));
		return details
			? await each(ids, async (id) => ({ id, ...(await api.call(DETAILS, detailsRequest(id, operator))) }))
			: ids.map((id) => ({ id }));
	},
	simplify: (one) =>
		pick(one, ['id', 'title', 'categoryName', 'gmtCreate', 'readCount', 'unReadCount', 'isPushTop', 'privateLevel']),
});
