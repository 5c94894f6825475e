import type { Paging } from '../../../protocol/paging';
import { defineProcedure } from '../../../runtime/operation';
import { operatorUserId } from '../../../shared/operator';
import { followUpColumns } from '../../flows/fields';
import { conditionsIn, conditionsOver, queryFilters, queryOf } from '../../flows/query';
import { searchOf } from '../../flows/search';
import { followUpFieldList } from '../../locators/fields';
import { flatField } from '../../flows/flatField';

const QUERY = 'POST /topapi/crm/objectdata/followrecord/query';
const FIELDS = 'POST /topapi/crm/objectmeta/followrecord/describe';

const paging: Paging = {
	style: 'cursor',
	cursor: 'cursor',
	first: '0',
	size: { at: 'page_size', max: 200 },
	entries: 'result.values',
	next: 'result.next_cursor',
	more: 'result.has_more',
};

export const getAll = defineProcedure({
	name: 'Get Many',
	value: 'getAll',
	action: 'Get many follow-up records',
	description:
		'Find follow-up records by conditions, owner and time. One call per 200, one more per run to read the form.',
	zh: {
		name: '获取多条',
		action: '查询跟进记录',
		description: '按条件、负责人与时间查询跟进记录。每 200 条一次调用，每次运行另有一次读取表单',
	},
	docs: 'https://open.dingtalk.com/document/development/query-and-dingtalk-data-of-track-records-in-apsara-stack',
	permission: 'qyapi_crm_maindata_read',
	routes: [QUERY, FIELDS],
	list: true,
	fields: [conditionsOver('followUpConditions', followUpFieldList), queryFilters, flatField, operatorUserId],
	plan: (values, { timezone }) => {
		queryOf([], values.filters, [], timezone);
		return values;
	},
	run: async ({ followUpConditions, filters, simplify, operator, limit }, api) => {
		const rows = conditionsIn('followUpConditions', followUpConditions);
		const { queryDsl, shown } = await searchOf(api, 'follow-ups', async () => await followUpColumns({}, api), {
			rows,
			filters,
			simplify,
		});
		const body = { current_operator_userid: operator, query_dsl: queryDsl };
		return shown(await api.list(QUERY, { body }, paging, limit));
	},
});
