import type { Paging } from '../../../protocol/paging';
import { defineProcedure } from '../../../runtime/operation';
import { operatorUserId } from '../../../shared/operator';
import { customerColumns } from '../../flows/fields';
import { conditionsIn, conditionsOver, queryFilters, queryOf } from '../../flows/query';
import { searchOf } from '../../flows/search';
import { customerFieldList } from '../../locators/fields';
import { relationType } from '../../locators/relationType';
import { flatField } from '../../flows/flatField';

const QUERY = 'GET /v1.0/crm/personalCustomers';
const EVERYTHING = 'POST /v1.0/crm/customerInstances';
const FIELDS = 'GET /v1.0/crm/personalCustomers/objectMeta';

const paging: Paging = {
	style: 'token',
	cursor: 'nextToken',
	size: { at: 'maxResults', max: 100 },
	entries: 'values',
	next: 'nextToken',
	more: 'hasMore',
};
const everyPage: Paging = {
	style: 'token',
	cursor: 'nextToken',
	size: { at: 'maxResults', max: 100 },
	entries: 'result.values',
	next: 'result.nextToken',
};
const POOL = { crm_customer: 'open_customer_org', crm_customer_personal: 'open_customer_personal' } as const;
const found = { show: { scope: ['query'] } };

export const getAll = defineProcedure({
	name: 'Get Many',
	value: 'getAll',
	action: 'Get many customers',
	description:
		'Find customers by conditions, owner and time, or all. One call per 100, one more per run to read the form.',
	zh: {
		name: '获取多条',
		action: '查询客户',
		description: '按条件、负责人与时间查询客户，或获取全部。每 100 条一次调用，每次运行另有一次读取表单',
	},
	docs: 'https://open.dingtalk.com/document/development/obtains-crm-individual-customers-in-batches-based-on-specified-query',
	permission: 'qyapi_crm_maindata_read',
	routes: [QUERY, EVERYTHING, FIELDS],
	list: true,
	fields: [
		relationType,
		{
			displayName: 'Which',
			zh: '查询范围',
			name: 'scope',
			type: 'options',
			default: 'query',
			options: [
				{
					name: 'All in the Public Pool',
					value: 'pool',
					description: 'One call a second',
					zh: '全部公海客户：每秒一次调用',
				},
				{ name: 'All Owned', value: 'owned', description: 'One call a second', zh: '全部私海客户：每秒一次调用' },
				{ name: 'By Conditions', value: 'query', zh: '按条件查询' },
			],
		},
		{ ...conditionsOver('conditions', customerFieldList), displayOptions: found },
		{ ...queryFilters, displayOptions: found },
		flatField,
		operatorUserId,
	],
	plan: (values, { timezone }) => {
		if (values.scope === 'query') queryOf([], values.filters ?? {}, [], timezone);
		return values;
	},
	run: async ({ relationType: type, scope, conditions, filters, simplify, operator, limit }, api) => {
		const rows = conditionsIn('conditions', conditions);
		const { queryDsl, shown } = await searchOf(
			api,
			type,
			async () => await customerColumns({ relationType: type }, api),
			{ rows, filters: filters ?? {}, simplify },
		);
		const entries =
			scope === 'query'
				? await api.list(
						QUERY,
						{
							query: {
								relationType: type,
								currentOperatorUserId: operator,
								queryDsl,
							},
						},
						paging,
						limit,
					)
				: await api.list(
						EVERYTHING,
						{ body: { objectType: scope === 'pool' ? POOL[type] : type, operatorUserId: operator } },
						everyPage,
						limit,
					);
		return shown(entries);
	},
});
