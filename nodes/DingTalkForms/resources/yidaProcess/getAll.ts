import { isObject } from '../../../protocol/json';
import type { Paging } from '../../../protocol/paging';
import { jsonText } from '../../../protocol/request';
import { InputError, defineProcedure } from '../../../runtime/operation';
import { personModes } from '../../../shared/person';
import { flat } from '../../../shared/flat';
import { knownComponents } from '../../flows/components';
import { conditionFields, searchConditions } from '../../flows/conditions';
import { byLabel } from '../../flows/read';
import { keys, place, placeBody } from '../yidaForm/fields';
import { orderOf, sort } from '../yidaForm/filters';
import { summary } from './summary';

const SEARCH = 'POST /v2.0/yida/processes/instances';
const FIELDS = 'GET /v1.0/yida/forms/formFields';

const paging: Paging = {
	style: 'page',
	in: 'query',
	cursor: 'pageNumber',
	size: { at: 'pageSize', max: 100 },
	entries: 'data',
};

export const getAll = defineProcedure({
	name: 'Get Many',
	value: 'getAll',
	action: 'Get many process instances',
	description:
		'Find the processes of a form, all or by conditions. One call per 100, one more per run to read the components.',
	zh: {
		name: '获取多条',
		action: '查询宜搭流程实例',
		description: '查询表单的流程实例，可设筛选条件。每 100 条一次调用，每次运行另有一次读取组件',
	},
	docs: 'https://open.dingtalk.com/document/development/api-getinstances-v2',
	permission: 'Yida.Process.Read',
	routes: [SEARCH, FIELDS],
	list: true,
	fields: [
		...place,
		...conditionFields,
		{
			displayName: 'Filters',
			zh: { name: '更多筛选', placeholder: '添加筛选' },
			name: 'filters',
			type: 'collection',
			placeholder: 'Add Filter',
			default: {},
			options: [
				{
					displayName: 'Created From',
					zh: '创建日期起',
					name: 'createFromTimeGMT',
					type: 'dateTime',
					day: true,
					default: '',
				},
				{
					displayName: 'Created To',
					zh: '创建日期止',
					name: 'createToTimeGMT',
					type: 'dateTime',
					day: true,
					default: '',
				},
				{
					displayName: 'Modified From',
					zh: '修改日期起',
					name: 'modifiedFromTimeGMT',
					type: 'dateTime',
					day: true,
					default: '',
				},
				{
					displayName: 'Modified To',
					zh: '修改日期止',
					name: 'modifiedToTimeGMT',
					type: 'dateTime',
					day: true,
					default: '',
				},
				{
					displayName: 'Result',
					zh: '审批结果',
					name: 'approvedResult',
					type: 'options',
					default: 'agree',
					options: [
						{ name: 'Agreed', value: 'agree', zh: '同意' },
						{ name: 'Rejected', value: 'disagree', zh: '拒绝' },
					],
				},
				{
					displayName: 'Search Condition (JSON)',
					zh: { name: '检索条件（JSON）', description: '宜搭的条件数组，或“组件 ID: 值”的对象；替代上方的筛选条件' },
					name: 'searchFieldJson',
					type: 'json',
					default: '[]',
					description:
						"Conditions in Yida's own form, in place of those above: a list of key, value, type, operator, componentName, or an object of component IDs and values",
				},
				sort,
				{
					displayName: 'Started By',
					zh: '发起人',
					name: 'originatorId',
					type: 'resourceLocator',
					person: 'userId',
					default: { mode: 'list', value: '' },
					modes: personModes,
				},
				{
					displayName: 'Status',
					zh: '流程状态',
					name: 'instanceStatus',
					type: 'options',
					default: 'RUNNING',
					options: [
						{ name: 'Completed', value: 'COMPLETED', zh: '已完成' },
						{ name: 'Failed', value: 'ERROR', zh: '异常' },
						{ name: 'Running', value: 'RUNNING', zh: '运行中' },
						{ name: 'Terminated', value: 'TERMINATED', zh: '已终止' },
					],
				},
				{
					displayName: 'Task ID',
					zh: { name: '任务 ID', description: '只查询该任务所属的流程' },
					name: 'taskId',
					type: 'string',
					id: true,
					default: '',
					description: 'Only the process that this task belongs to',
				},
			],
		},
		keys,
	],
	plan: (values) => {
		if (values.filters.searchFieldJson !== undefined && (values.conditions.condition ?? []).length > 0)
			throw new InputError(
				'Search Condition (JSON)',
				'replaces the conditions above: fill in only one of them',
				'会替代上方的筛选条件，请只填写其中一项',
			);
		return values;
	},
	run: async ({ conditions, filters, keys: named, limit, ...where }, api) => {
		const { searchFieldJson, sort: order, ...rest } = filters;
		const rows = conditions.condition ?? [];
		const columns =
			named === 'label' || rows.length > 0 || (order?.rule ?? []).length > 0 ? await knownComponents(where, api) : [];
		const search = rows.length > 0 ? searchConditions(rows, columns, api.timezone) : searchFieldJson;
		const body = {
			...placeBody(where),
			searchFieldJson: isObject(search) || Array.isArray(search) ? jsonText(search) : undefined,
			orderConfigJson: orderOf(order?.rule, columns),
			...rest,
			useAlias: named === 'alias' ? true : undefined,
		};
		const entries = await api.list(SEARCH, { query: {}, body }, paging, limit);
		if (named !== 'label') return entries;
		return entries.map((entry) => flat(summary(entry), byLabel(entry.data, columns, api.timezone)));
	},
});
