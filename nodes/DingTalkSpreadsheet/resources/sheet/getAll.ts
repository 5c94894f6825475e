import { defineOperation } from '../../../runtime/operation';
import { operator } from '../../../shared/operator';
import { workbook } from '../../locators/workbook';

export const getAll = defineOperation({
	name: 'Get Many',
	value: 'getAll',
	action: 'Get all sheets of a spreadsheet',
	description: 'Get the sheets of a spreadsheet: ID and name. One call. Get has size and visibility.',
	zh: {
		name: '获取多个',
		action: '获取表格的所有工作表',
		description: '获取表格的工作表（ID 和名称）。一次调用；大小和可见性请用“获取”',
	},
	docs: 'https://open.dingtalk.com/document/development/obtain-all-worksheets',
	permission: 'Document.Workbook.Read',
	route: 'GET /v1.0/doc/workbooks/{workbookId}/sheets',
	fields: [workbook, operator],
	request: ({ workbook: workbookId, operator: operatorId }) => ({ path: { workbookId }, query: { operatorId } }),
	paging: { style: 'whole', entries: 'value' },
});
