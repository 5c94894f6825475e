import { defineOperation } from '../../../runtime/operation';
import { place } from '../record/fields';

export const get = defineOperation({
	name: 'Get',
	value: 'get',
	action: 'Get a sheet of an AI table',
	description: 'Get a sheet by its ID or name. One call.',
	zh: { name: '获取', action: '获取 AI 表格的数据表', description: '按 ID 或名称获取数据表。一次调用' },
	docs: 'https://open.dingtalk.com/document/development/api-notable-getsheet',
	permission: 'Notable.Base.Read.All',
	route: 'GET /v1.0/notable/bases/{baseId}/sheets/{sheetIdOrName}',
	fields: [...place],
	request: ({ base: baseId, sheet: sheetIdOrName, operator: operatorId }) => ({
		path: { baseId, sheetIdOrName },
		query: { operatorId },
	}),
});
