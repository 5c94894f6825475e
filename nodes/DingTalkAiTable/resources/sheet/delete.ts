import { defineOperation } from '../../../runtime/operation';
import { place } from '../record/fields';

export const remove = defineOperation({
	name: 'Delete',
	value: 'delete',
	action: 'Delete a sheet of an AI table',
	description: 'Delete a sheet with all its records. One call. The last sheet of an AI table cannot be deleted.',
	zh: {
		name: '删除',
		action: '删除 AI 表格数据表',
		description: '删除数据表及其所有记录。一次调用；最后一个数据表不能删除',
	},
	docs: 'https://open.dingtalk.com/document/development/api-noatable-deletesheet',
	permission: 'Notable.Base.Write.All',
	route: 'DELETE /v1.0/notable/bases/{baseId}/sheets/{sheetIdOrName}',
	fields: [...place],
	request: ({ base: baseId, sheet: sheetIdOrName, operator: operatorId }) => ({
		path: { baseId, sheetIdOrName },
		query: { operatorId },
	}),
});
