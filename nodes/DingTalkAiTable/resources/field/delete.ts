import { defineOperation } from '../../../runtime/operation';
import { column } from '../../locators/column';
import { place } from '../record/fields';

export const remove = defineOperation({
	name: 'Delete',
	value: 'delete',
	action: 'Delete a field of an AI table',
	description: 'Delete a field with its values. One call. The primary field (the first one) cannot be deleted.',
	zh: {
		name: '删除',
		action: '删除 AI 表格字段',
		description: '删除字段及其所有值。一次调用；主字段（第一个字段）不能删除',
	},
	docs: 'https://open.dingtalk.com/document/development/api-noatable-deletefield',
	permission: 'Notable.Base.Write.All',
	route: 'DELETE /v1.0/notable/bases/{baseId}/sheets/{sheetIdOrName}/fields/{fieldIdOrName}',
	fields: [...place, column],
	request: ({ base: baseId, sheet: sheetIdOrName, column: fieldIdOrName, operator: operatorId }) => ({
		path: { baseId, sheetIdOrName, fieldIdOrName },
		query: { operatorId },
	}),
});
