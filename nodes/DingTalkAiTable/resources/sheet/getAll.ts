import { defineOperation } from '../../../runtime/operation';
import { operator } from '../../../shared/operator';
import { base } from '../../locators/base';

export const getAll = defineOperation({
	name: 'Get Many',
	value: 'getAll',
	action: 'Get all sheets of an AI table',
	description: 'Get the sheets of an AI table. One call.',
	zh: { name: '获取多个', action: '获取 AI 表格的所有数据表', description: '获取 AI 表格的数据表。一次调用' },
	docs: 'https://open.dingtalk.com/document/development/api-notable-getallsheets',
	permission: 'Notable.Base.Read.All',
	route: 'GET /v1.0/notable/bases/{baseId}/sheets',
	fields: [base, operator],
	request: ({ base: baseId, operator: operatorId }) => ({ path: { baseId }, query: { operatorId } }),
	paging: { style: 'whole', entries: 'value' },
});
