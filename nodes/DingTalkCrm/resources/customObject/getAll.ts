import type { Paging } from '../../../protocol/paging';
import { defineProcedure } from '../../../runtime/operation';
import { operatorUserId } from '../../../shared/operator';
import { customColumns } from '../../flows/fields';
import { flatField } from '../../flows/flatField';
import { conditionsIn, conditionsOver, queryFilters, queryOf } from '../../flows/query';
import { searchOf } from '../../flows/search';
import { customFieldList } from '../../locators/customFieldList';
import { formCode } from '../../locators/formCode';

const QUERY = 'POST /v1.0/crm/customObjects/datas/query';
const FIELDS = 'POST /topapi/crm/objectmeta/describe';

/** The pages say 200, but that more than 100 is refused. */
const paging: Paging = {
	style: 'token',
	cursor: 'nextToken',
	size: { at: 'maxResults', max: 100 },
	entries: 'result.values',
	next: 'result.nextToken',
	more: 'result.hasMore',
};

export const getAll = defineProcedure({
	name: 'Get Many',
	value: 'getAll',
	action: 'Get many records of a CRM custom object',
	description:
		'Find records of a form that the organization made. One call per 100, one more per run to read the form.',
	zh: {
		name: '获取多条',
		action: '查询自定义对象数据',
		description: '按条件、负责人与时间查询企业自建表单的数据。每 100 条一次调用，每次运行另有一次读取表单',
	},
	docs: 'https://open.dingtalk.com/document/development/api-getobjectdata',
	permission: 'qyapi_crm_customdata_read',
	routes: [QUERY, FIELDS],
	list: true,
	fields: [formCode, conditionsOver('customConditions', customFieldList), queryFilters, flatField, operatorUserId],
	plan: (values, { timezone }) => {
		queryOf([], values.filters, [], timezone);
		return values;
	},
	run: async ({ formCode: form, customConditions, filters, simplify, operator, limit }, api) => {
		const rows = conditionsIn('customConditions', customConditions);
		const { queryDsl, shown } = await searchOf(api, form, async () => await customColumns({ formCode: form }, api), {
			rows,
			filters,
			simplify,
		});
		const body = { name: form, currentOperatorUserId: operator, queryDsl };
		return shown(await api.list(QUERY, { body }, paging, limit));
	},
});
