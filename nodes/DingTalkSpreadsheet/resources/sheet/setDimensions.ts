import { InputError, defineProcedure } from '../../../runtime/operation';
import { place } from '../../fields/place';
import { COLUMN, columnOf } from '../../flows/address';
import { pathOf } from '../../flows/read';

const SHEET = '/v1.0/doc/workbooks/{workbookId}/sheets/{sheetId}';
const WIDTH = `POST ${SHEET}/setColumnsWidth` as const;
const HEIGHT = `POST ${SHEET}/setRowsHeight` as const;
const COLUMNS_SHOWN = `POST ${SHEET}/setColumnsVisibility` as const;
const ROWS_SHOWN = `POST ${SHEET}/setRowsVisibility` as const;

export const setDimensions = defineProcedure({
	name: 'Set Row or Column Layout',
	value: 'setDimensions',
	action: 'Set size or visibility of rows or columns',
	description: 'Set size or visibility of rows or columns. One call for each of the two.',
	zh: {
		name: '设置行高列宽',
		action: '设置行列的大小或可见性',
		description: '设置行或列的大小、可见性。大小和可见性各一次调用',
	},
	docs: 'https://open.dingtalk.com/document/development/api-setcolumnswidth',
	permission: 'Document.Workbook.Write',
	routes: [WIDTH, HEIGHT, COLUMNS_SHOWN, ROWS_SHOWN],
	fields: [
		...place,
		{
			displayName: 'Of',
			zh: '对象',
			name: 'of',
			type: 'options',
			default: 'columns',
			options: [
				{ name: 'Columns', value: 'columns', zh: '列' },
				{ name: 'Rows', value: 'rows', zh: '行' },
			],
		},
		{
			displayName: 'First',
			zh: { name: '起始', description: '第一列的字母，或第一行的行号（从 1 开始）' },
			name: 'first',
			type: 'string',
			id: true,
			required: true,
			default: '',
			placeholder: 'e.g. C or 3',
			description: 'Letters of the first column, or number of the first row, counted from 1',
		},
		{
			displayName: 'Count',
			zh: '数量',
			name: 'count',
			type: 'number',
			required: true,
			default: 1,
			typeOptions: { minValue: 1, numberPrecision: 0 },
		},
		{
			displayName: 'Update Fields',
			zh: { name: '更新字段', placeholder: '添加字段' },
			name: 'updateFields',
			type: 'collection',
			placeholder: 'Add Field',
			default: {},
			options: [
				{
					displayName: 'Size',
					zh: { name: '大小', description: '列宽或行高，单位像素' },
					name: 'size',
					type: 'number',
					default: 100,
					typeOptions: { minValue: 1 },
					description: 'Width of the columns or height of the rows, in pixels',
				},
				{
					displayName: 'Visibility',
					zh: '可见性',
					name: 'visibility',
					type: 'options',
					default: 'visible',
					options: [
						{ name: 'Hidden', value: 'hidden', zh: '隐藏' },
						{ name: 'Visible', value: 'visible', zh: '显示' },
					],
				},
			],
		},
	],
	plan: ({ of, first, updateFields: { size, visibility }, ...rest }) => {
		if (size === undefined && visibility === undefined)
			throw new InputError('Update Fields', 'are empty: there is nothing to change', '为空：没有要修改的内容');
		if (!(of === 'columns' ? COLUMN : /^[1-9]\d*$/).test(first))
			throw new InputError(
				'First',
				of === 'columns' ? `must be the letters of a column: ${first}` : `must be the number of a row: ${first}`,
				of === 'columns' ? `应为列的字母：${first}` : `应为行号：${first}`,
			);
		return { ...rest, of, size, visibility, start: of === 'columns' ? columnOf(first) : Number(first) - 1 };
	},
	run: async ({ of, start, count, size, visibility, ...where }, api) => {
		const call = { path: pathOf(where), query: { operatorId: where.operator } };
		const columns = { column: start, columnCount: count };
		const rows = { row: start, rowCount: count };
		const safe = { safe: true };
		if (size !== undefined)
			await (of === 'columns'
				? api.call(WIDTH, { ...call, body: { ...columns, width: size } }, safe)
				: api.call(HEIGHT, { ...call, body: { ...rows, height: size } }, safe));
		if (visibility !== undefined)
			await (of === 'columns'
				? api.call(COLUMNS_SHOWN, { ...call, body: { ...columns, visibility } }, safe)
				: api.call(ROWS_SHOWN, { ...call, body: { ...rows, visibility } }, safe));
		return { success: true, sheetId: where.sheet };
	},
});
