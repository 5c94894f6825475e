import type { Json } from '../../../protocol/json';
import type { Paging } from '../../../protocol/paging';
import { defineProcedure } from '../../../runtime/operation';
import { toMoment } from '../../../runtime/moment';
import { operatorUserId } from '../../../shared/operator';
import { smartForm } from '../../locators/smartForm';
import { bizType, flatResponse } from './fields';

const LIST = 'GET /v1.0/swform/forms/{formCode}/instances';

const paging: Paging = {
	style: 'token',
	cursor: 'nextToken',
	first: 0,
	size: { at: 'maxResults', max: 100 },
	entries: 'result.list',
	next: 'result.nextToken',
	more: 'result.hasMore',
};

export const getAll = defineProcedure({
	name: 'Get Many',
	value: 'getAll',
	action: 'Get the responses of a form',
	description:
		'List what people answered. One call per 100. A recurring form needs a day. Responses since a time are picked here, out of all.',
	zh: {
		name: '获取填表数据',
		action: '获取智能填表数据',
		description: '获取填表的全部答案。每 100 条一次调用；周期填表需指定日期；“提交时间起”在读取全部后筛选',
	},
	docs: 'https://open.dingtalk.com/document/development/obtain-the-table-filling-instance-list-data',
	permission: 'qyapi_swapp_collection_read',
	routes: [LIST],
	list: true,
	simplify: flatResponse,
	fields: [
		smartForm,
		{
			displayName: 'Filters',
			zh: { name: '筛选', placeholder: '添加筛选' },
			name: 'filters',
			type: 'collection',
			placeholder: 'Add Filter',
			default: {},
			options: [
				{
					displayName: 'Day of a Recurring Form',
					zh: { name: '周期填表日期', description: '周期填表必填：哪一天的数据' },
					name: 'actionDate',
					type: 'dateTime',
					day: true,
					default: '',
					description: 'Recurring forms need it: the responses of which day',
				},
				{
					displayName: 'Submitted Since',
					zh: { name: '提交时间起', description: '只输出该时间之后提交的数据' },
					name: 'since',
					type: 'dateTime',
					default: '',
					description: 'Only responses that were handed in at this time or later',
				},
			],
		},
		bizType,
		operatorUserId,
	],
	run: async ({ smartForm: formCode, filters: { actionDate, since }, bizType: kind, limit }, api) => {
		const parts = { path: { formCode }, query: { actionDate, bizType: kind } };
		if (since === undefined) return await api.list(LIST, parts, paging, limit);
		const found = (await api.list(LIST, parts, paging, Infinity)).filter(isSince(since));
		return found.slice(0, limit === Infinity ? undefined : limit);
	},
});

/** `createTime` is ISO 8601 in UTC, to the minute. */
const isSince =
	(since: number) =>
	({ createTime }: Json) =>
		(toMoment(createTime, 'utc') ?? 0) >= Math.floor(since / 60_000) * 60_000;
