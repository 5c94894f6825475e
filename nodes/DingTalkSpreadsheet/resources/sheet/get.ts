import { defineOperation } from '../../../runtime/operation';
import { place } from '../../fields/place';
import { SHEET, pathOf } from '../../flows/read';

export const get = defineOperation({
	name: 'Get',
	value: 'get',
	action: 'Get a sheet of a spreadsheet',
	description:
		'Get size, visibility and last used cell of a sheet. One call. lastNonEmptyRow and lastNonEmptyColumn count from 0 and are -1 in an empty sheet.',
	zh: {
		name: '获取',
		action: '获取表格的工作表',
		description:
			'获取工作表的大小、可见性和最后使用的单元格。一次调用；lastNonEmptyRow 与 lastNonEmptyColumn 从 0 开始，空表为 -1',
	},
	docs: 'https://open.dingtalk.com/document/development/obtain-worksheet-properties',
	permission: 'Document.Workbook.Read',
	route: SHEET,
	fields: [...place],
	request: (values) => ({ path: pathOf(values), query: { operatorId: values.operator } }),
});
