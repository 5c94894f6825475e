import { defineOperation } from '../../../runtime/operation';
import { place } from '../record/fields';

export const update = defineOperation({
	name: 'Update',
	value: 'update',
	action: 'Rename a sheet of an AI table',
	description: 'Rename a sheet. One call. Workflows that name the sheet by its old name break; its ID stays.',
	zh: {
		name: '更新',
		action: '重命名 AI 表格数据表',
		description: '重命名数据表。一次调用；按旧名称引用的工作流会失效，ID 不变',
	},
	docs: 'https://open.dingtalk.com/document/development/api-noatable-updatesheet',
	permission: 'Notable.Base.Write.All',
	route: 'PUT /v1.0/notable/bases/{baseId}/sheets/{sheetIdOrName}',
	safe: true,
	fields: [
		...place,
		{ displayName: 'New Name', zh: '新名称', name: 'newName', type: 'string', required: true, default: '' },
	],
	request: ({ base: baseId, sheet: sheetIdOrName, newName: name, operator: operatorId }) => ({
		path: { baseId, sheetIdOrName },
		query: { operatorId },
		body: { name },
	}),
});
