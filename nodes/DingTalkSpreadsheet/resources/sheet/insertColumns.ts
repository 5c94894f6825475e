import { defineOperation } from '../../../runtime/operation';
import { place } from '../../fields/place';
import { columnOf } from '../../flows/address';
import { pathOf } from '../../flows/read';
import { column, columnCount } from './fields';

export const insertColumns = defineOperation({
	name: 'Insert Columns',
	value: 'insertColumns',
	action: 'Insert columns before a column',
	description:
		'Insert columns before a column, which moves on. One call. Items of one sheet are done one after the other, in their order: each letter is that of the column after the items before. Running it twice inserts twice.',
	zh: {
		name: '插入列',
		action: '在某列之前插入列',
		description:
			'在某列之前插入列，该列及右侧的列右移。一次调用。同一工作表的多个数据项按顺序依次插入，列字母以前面各项插入后为准；重复运行会重复插入',
	},
	docs: 'https://open.dingtalk.com/document/development/insert-column-before-column',
	permission: 'Document.Workbook.Write',
	route: 'POST /v1.0/doc/workbooks/{workbookId}/sheets/{sheetId}/insertColumnsBefore',
	fields: [...place, column, columnCount],
	inTurn: ({ workbook, sheet }) => [workbook, sheet],
	request: ({ column: letters, columnCount: count, ...where }) => ({
		path: pathOf(where),
		query: { operatorId: where.operator },
		body: { column: columnOf(letters), columnCount: count },
	}),
	output: ({ id }, { column: letters, columnCount: count }) => ({ id, column: letters, columnCount: count }),
});
