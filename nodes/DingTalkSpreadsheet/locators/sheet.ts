import { defineList } from '../../runtime/list';
import { defineLocator } from '../../runtime/locator';
import { operator } from '../../shared/operator';
import { workbook } from './workbook';

/** A sheet (工作表) of a spreadsheet, by ID or name. https://open.dingtalk.com/document/development/obtain-all-worksheets */
export const sheet = defineLocator({
	displayName: 'Sheet',
	zh: { name: '工作表', description: '从列表选择、填写工作表 ID 或名称，或粘贴含 sheet 的链接' },
	name: 'sheet',
	required: true,
	description: 'Chosen from the list, or by its ID or name, or by a link that has a sheet',
	placeholder: 'e.g. Sheet1',
	url: /[?&]sheet(?:Id)?(?:=|%3D)([\w-]+)|sheet(?:Id)?%3D([\w-]+)/,
	urlPlaceholder: 'https://alidocs.dingtalk.com/i/nodes/…?sheet=…',
	list: defineList({
		needs: [operator, workbook],
		route: 'GET /v1.0/doc/workbooks/{workbookId}/sheets',
		request: ({ operator: operatorId, workbook: workbookId }) => ({ path: { workbookId }, query: { operatorId } }),
		paging: { style: 'whole', entries: 'value' },
		entry: ({ id, name }) => ({ name: String(name), value: String(id) }),
	}),
});
