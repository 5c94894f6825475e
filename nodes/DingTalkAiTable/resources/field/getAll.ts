import { defineOperation } from '../../../runtime/operation';
import { place } from '../record/fields';

export const getAll = defineOperation({
	name: 'Get Many',
	value: 'getAll',
	action: 'Get all fields of an AI table sheet',
	description: 'Get the fields of a sheet with their types and settings. One call.',
	zh: { name: '获取多个', action: '获取 AI 表格的所有字段', description: '获取数据表的字段、类型与设置。一次调用' },
	docs: 'https://open.dingtalk.com/document/development/api-noatable-getallfields',
	permission: 'Notable.Base.Read.All',
	route: 'GET /v1.0/notable/bases/{baseId}/sheets/{sheetIdOrName}/fields',
	fields: [...place],
	request: ({ base: baseId, sheet: sheetIdOrName, operator: operatorId }) => ({
		path: { baseId, sheetIdOrName },
		query: { operatorId },
	}),
	paging: { style: 'whole', entries: 'value' },
});
