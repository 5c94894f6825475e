import type { Paging } from '../../../protocol/paging';
import { gather } from '../../../runtime/each';
import { defineFields } from '../../../runtime/field';
import { defineProcedure, InputError, type Values } from '../../../runtime/operation';
import { slicesOf, type Split } from '../../../runtime/split';
import { personModes } from '../../../shared/person';
import { simplifyReport } from '../../flows/contents';
import { template } from '../../locators/template';

const LIST = 'POST /topapi/report/list';
const SUMMARIES = 'POST /topapi/report/simplelist';

/** At most 20 a page. https://open.dingtalk.com/document/development/query-logs-sent-by-an-employee */
const paging: Paging = {
	style: 'cursor',
	cursor: 'cursor',
	first: 0,
	size: { at: 'size', max: 20 },
	entries: 'result.data_list',
	next: 'result.next_cursor',
	more: 'result.has_more',
};

const fields = defineFields([
	{
		displayName: 'From',
		zh: { name: '开始时间', description: '在此时间之后创建的日志' },
		name: 'from',
		type: 'dateTime',
		required: true,
		default: '={{ $now.startOf("day").toISO() }}',
		description: 'Reports written from this time on',
	},
	{
		displayName: 'To',
		zh: { name: '结束时间', description: '在此时间之前创建的日志' },
		name: 'to',
		type: 'dateTime',
		required: true,
		default: '={{ $now.toISO() }}',
		description: 'Reports written up to this time',
	},
	{
		displayName: 'Content',
		zh: { name: '包含内容', description: '是否获取日志内容；否则只有创建人、时间和模板' },
		name: 'content',
		type: 'boolean',
		default: true,
		description: 'Whether to get what was written, rather than who, when and by which template only',
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
				displayName: 'Author',
				zh: { name: '创建人', description: '只查此人的日志；不填则查所有人' },
				name: 'author',
				type: 'resourceLocator',
				person: 'userId',
				default: { mode: 'list', value: '' },
				modes: personModes,
				description: 'Only reports of this person; without it those of everybody',
			},
			{
				displayName: 'Modified From',
				zh: { name: '修改开始时间', description: '在此时间之后修改的日志；仅在包含内容时可用' },
				name: 'modifiedFrom',
				type: 'dateTime',
				default: '',
				description: 'Reports changed from this time on. With Content only.',
			},
			{
				displayName: 'Modified To',
				zh: { name: '修改结束时间', description: '在此时间之前修改的日志；仅在包含内容时可用' },
				name: 'modifiedTo',
				type: 'dateTime',
				default: '',
				description: 'Reports changed up to this time. With Content only.',
			},
			{ ...template, required: false },
		],
	},
]);

type Query = Values<typeof fields>;

/** https://open.dingtalk.com/document/development/query-logs-sent-by-an-employee */
const split: Split<Query> = { span: { from: 'from', to: 'to', days: 180, unit: 'millisecond' } };

const bodyOf = ({ from, to, filters: { author, template: name, modifiedFrom, modifiedTo } }: Query) => ({
	start_time: from,
	end_time: to,
	userid: author,
	template_name: name,
	modified_start_time: modifiedFrom,
	modified_end_time: modifiedTo,
});

export const getAll = defineProcedure({
	name: 'Get Many',
	value: 'getAll',
	action: 'Get many reports',
	description:
		"Get reports of a range of time, their contents as columns. One call per 20 reports and 180 days. Simplify turns the contents into an object by the titles of the template's fields.",
	zh: {
		name: '获取多个',
		action: '获取日志列表',
		description:
			'查询某段时间内的日志，内容按字段输出。每 20 份、每 180 天一次调用。“精简”将内容转换为以字段标题为键的对象',
	},
	docs: 'https://open.dingtalk.com/document/development/query-logs-sent-by-an-employee',
	permission: 'qyapi_report_query',
	routes: [LIST, SUMMARIES],
	list: true,
	fields,
	plan: ({ limit, ...query }) => {
		const { modifiedFrom, modifiedTo } = query.filters;
		if (!query.content && (modifiedFrom !== undefined || modifiedTo !== undefined))
			throw new InputError(
				modifiedFrom === undefined ? 'Modified To' : 'Modified From',
				'works only with Content switched on',
				'仅在打开“包含内容”时可用',
			);
		return { route: query.content ? LIST : SUMMARIES, parts: slicesOf<Query>(fields, split, query), limit } as const;
	},
	run: async ({ route, parts, limit }, api) =>
		await gather(parts, limit, async (part, left) => await api.list(route, { body: bodyOf(part) }, paging, left)),
	simplify: simplifyReport,
});
