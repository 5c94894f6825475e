import { toChinaTime } from '../../../protocol/time';
import { isObject } from '../../../protocol/json';
import type { Paging } from '../../../protocol/paging';
import { jsonText } from '../../../protocol/request';
import { InputError, defineProcedure } from '../../../runtime/operation';
import { flat } from '../../../shared/flat';
import { knownComponents } from '../../flows/components';
import { conditionFields, searchConditions } from '../../flows/conditions';
import { byLabel, headOf } from '../../flows/read';
import { keys, place, placeBody } from './fields';
import { filters, orderOf } from './filters';

const SEARCH = 'POST /v2.0/yida/forms/instances/advances/queryAll';
const FIELDS = 'GET /v1.0/yida/forms/formFields';

const paging: Paging = {
	style: 'page',
	cursor: 'pageNumber',
	size: { at: 'pageSize', max: 100 },
	entries: 'data',
};

const china = (ms: number | undefined) => (ms === undefined ? undefined : toChinaTime(ms));

export const getAll = defineProcedure({
	name: 'Get Many',
	value: 'getAll',
	action: 'Get many form submissions',
	description:
		'Find the submissions of a form, all or by conditions. One call per 100, one more per run to read the components. Large sub-tables come complete with Get Sub-Table Rows.',
	zh: {
		name: '获取多条',
		action: '查询宜搭表单数据',
		description:
			'查询表单数据，可设筛选条件。每 100 条一次调用，每次运行另有一次读取组件；较大的子表单请用“获取子表数据”',
	},
	docs: 'https://open.dingtalk.com/document/development/api-searchformdatasecondgeneration-v2',
	permission: 'Yida.Form.Read',
	routes: [SEARCH, FIELDS],
	list: true,
	fields: [...place, ...conditionFields, filters, keys],
	plan: (values) => {
		const { searchCondition } = values.filters;
		if (searchCondition !== undefined && (values.conditions.condition ?? []).length > 0)
			throw new InputError(
				'Search Condition (JSON)',
				'replaces the conditions above: fill in only one of them',
				'会替代上方的筛选条件，请只填写其中一项',
			);
		if (searchCondition !== undefined && !Array.isArray(searchCondition))
			throw new InputError('Search Condition (JSON)', 'must be a list of conditions', '应为条件数组');
		return values;
	},
	run: async ({ conditions, filters: more, keys: named, limit, ...where }, api) => {
		const rows = conditions.condition ?? [];
		const columns =
			named === 'label' || rows.length > 0 || (more.sort?.rule ?? []).length > 0
				? await knownComponents(where, api)
				: [];
		const search = rows.length > 0 ? searchConditions(rows, columns, api.timezone) : more.searchCondition;
		const body = {
			...placeBody(where),
			searchCondition: isObject(search) || Array.isArray(search) ? jsonText(search) : undefined,
			orderConfigJson: orderOf(more.sort?.rule, columns),
			originatorId: more.originatorId,
			createFromTimeGMT: china(more.createdAfter),
			createToTimeGMT: china(more.createdBefore),
			modifiedFromTimeGMT: china(more.modifiedAfter),
			modifiedToTimeGMT: china(more.modifiedBefore),
			useAlias: named === 'alias' ? true : undefined,
		};
		const entries = await api.list(SEARCH, { body }, paging, limit);
		if (named !== 'label') return entries;
		return entries.map((entry) =>
			flat({ formInstanceId: entry.formInstanceId, ...headOf(entry) }, byLabel(entry.formData, columns, api.timezone)),
		);
	},
});
