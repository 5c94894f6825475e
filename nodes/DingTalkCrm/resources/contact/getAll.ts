import type { Paging } from '../../../protocol/paging';
import { defineProcedure } from '../../../runtime/operation';
import { operatorUserId } from '../../../shared/operator';
import { contactColumns } from '../../flows/fields';
import { conditionsIn, conditionsOver, queryFilters, queryOf } from '../../flows/query';
import { searchOf } from '../../flows/search';
import { contactFieldList } from '../../locators/fields';
import { flatField } from '../../flows/flatField';

const QUERY = 'POST /v1.0/crm/customObjects/contacts/datas/query';
const FIELDS = 'POST /topapi/crm/objectmeta/contact/describe';

/** The pages say 200, but that more than 100 is refused. */
const paging: Paging = {
	style: 'token',
	cursor: 'nextToken',
	first: '0',
	size: { at: 'maxResults', max: 100 },
	entries: 'result.values',
	next: 'result.nextToken',
	more: 'result.hasMore',
};

export const getAll = defineProcedure({
	name: 'Get Many',
	value: 'getAll',
	action: 'Get many contacts',
	description: 'Find contacts by conditions, owner and time. One call per 100, one more per run to read the form.',
	zh: {
		name: '获取多条',
		action: '查询联系人',
		description: '按条件、负责人与时间查询联系人。每 100 条一次调用，每次运行另有一次读取表单',
	},
	docs: 'https://open.dingtalk.com/document/development/api-getcontacts',
	permission: 'qyapi_crm_maindata_read',
	routes: [QUERY, FIELDS],
	list: true,
	fields: [conditionsOver('contactConditions', contactFieldList), queryFilters, flatField, operatorUserId],
	plan: (values, { timezone }) => {
		queryOf([], values.filters, [], timezone);
		return values;
	},
	run: async ({ contactConditions, filters, simplify, operator, limit }, api) => {
		const rows = conditionsIn('contactConditions', contactConditions);
		const { queryDsl, shown } = await searchOf(api, 'contacts', async () => await contactColumns({}, api), {
			rows,
			filters,
			simplify,
		});
		const body = { objectType: 'crm_contact', currentOperatorUserId: operator, queryDsl };
		return shown(await api.list(QUERY, { body }, paging, limit));
	},
});
