import { defineProcedure } from '../../../runtime/operation';
import { place } from '../../fields/place';
import { COLUMNS, RANGE } from '../../flows/address';
import { READ, SHEET } from '../../flows/read';
import { headerList } from '../../locators/column';
import { readRows } from './rows';

export const getAll = defineProcedure({
	name: 'Get Many',
	value: 'getAll',
	action: 'Get rows of a sheet',
	description:
		'Get the rows of a sheet as items, by its header row. One call to see how far the sheet goes (none with a range), then one per 5,000 cells. Empty rows are left out. Dates may come as serial numbers: choose Displayed Text to have what people see.',
	zh: {
		name: '获取多行',
		action: '获取工作表的行',
		description:
			'按表头列名将每行读取为一个数据项。一次调用查询使用范围（指定区域时不需要），每 5000 个单元格一次读取；跳过空行。日期可能是序列号，可选择“显示文本”',
	},
	docs: 'https://open.dingtalk.com/document/development/get-cell-properties',
	permission: 'Document.Workbook.Read',
	routes: [READ, SHEET],
	list: true,
	fields: [
		...place,
		{
			displayName: 'Values As',
			zh: '取值方式',
			name: 'valueMode',
			type: 'options',
			default: 'values',
			options: [
				{
					name: 'Displayed Text',
					value: 'displayValues',
					description: 'As people see them',
					zh: '显示文本：与表格中看到的一致',
				},
				{ name: 'Formulas', value: 'formulas', zh: '公式' },
				{
					name: 'Values',
					value: 'values',
					description: 'Results of formulas, numbers as numbers',
					zh: '值：公式为计算结果，数字为数字',
				},
			],
		},
		{
			displayName: 'Filters',
			zh: { name: '筛选条件', description: '读取后在 n8n 中比较，须全部满足', placeholder: '添加条件' },
			name: 'filters',
			type: 'fixedCollection',
			typeOptions: { multipleValues: true },
			placeholder: 'Add Condition',
			default: {},
			options: [
				{
					displayName: 'Condition',
					zh: '条件',
					name: 'condition',
					values: [
						{
							displayName: 'Column Name or ID',
							zh: '列',
							name: 'column',
							type: 'options',
							default: '',
							source: headerList,
							description:
								'Choose from the list, or specify an ID using an <a href="https://docs.n8n.io/code/expressions/">expression</a>',
						},
						{ displayName: 'Value', zh: '值', name: 'value', type: 'string', default: '' },
					],
				},
			],
			description: 'Compared here after reading; all must hold',
		},
		{
			displayName: 'First Data Row',
			zh: { name: '首个数据行', description: '从 1 开始；默认为表头行的下一行' },
			name: 'firstDataRow',
			type: 'number',
			under: 'options',
			default: 2,
			typeOptions: { minValue: 1, numberPrecision: 0 },
			description: 'Counted from 1; the row after the header unless said',
		},
		{
			displayName: 'Header Row',
			zh: { name: '表头行', description: '列名所在的行，从 1 开始；0 表示没有表头，列以字母命名' },
			name: 'headerRow',
			type: 'number',
			under: 'options',
			default: 1,
			typeOptions: { minValue: 0, numberPrecision: 0 },
			description:
				'The row that has the names of the columns, counted from 1; 0 for none, then columns are named by letter',
		},
		{
			displayName: 'Range',
			zh: { name: '区域', description: '只读取此区域的列和行，如 A1:D50 或 A:D；默认为已使用的区域' },
			name: 'range',
			type: 'string',
			under: 'options',
			default: '',
			id: true,
			pattern: {
				test: new RegExp(`${RANGE.source}|${COLUMNS.source}`),
				en: 'must be cells such as A1:D50 or columns such as A:D',
				zh: '应为单元格区域（如 A1:D50）或列（如 A:D）',
			},
			placeholder: 'e.g. A1:D50',
			description: 'Only its columns and rows: A1:D50 or A:D; all that is used unless said',
		},
	],
	run: async ({ filters, valueMode, limit, range, headerRow = 1, firstDataRow, ...where }, api) =>
		await readRows(api, where, {
			shown: valueMode,
			limit,
			range,
			headerRow,
			firstDataRow,
			conditions: filters.condition ?? [],
		}),
});
