import { defineOperation } from '../../../runtime/operation';
import { place } from '../../fields/place';
import { pathOf } from '../../flows/read';

export const remove = defineOperation({
	name: 'Delete',
	value: 'delete',
	action: 'Delete a sheet of a spreadsheet',
	description: 'Delete a sheet with all its rows. One call. Whether the last sheet may go is not documented.',
	zh: {
		name: '删除',
		action: '删除表格的工作表',
		description: '删除工作表及其所有内容。一次调用；能否删除最后一个工作表，文档未说明',
	},
	docs: 'https://open.dingtalk.com/document/development/delete-classic-workbooks',
	permission: 'Document.Workbook.Write',
	route: 'DELETE /v1.0/doc/workbooks/{workbookId}/sheets/{sheetId}',
	fields: [...place],
	request: (values) => ({ path: pathOf(values), query: { operatorId: values.operator } }),
	output: (_, { sheet }) => ({ success: true, sheetId: sheet }),
});
