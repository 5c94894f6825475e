import { isObject } from '../../../protocol/json';
import { defineOperation, type Json } from '../../../runtime/operation';
import { place } from '../../fields/place';
import { areaOf, letterOf } from '../../flows/address';
import { READ, pathOf } from '../../flows/read';
import { range } from './fields';

/** One member of the answer for each kind of property, all tables of the range's size. */
const properties = [
	{ name: 'Background Colors', value: 'backgroundColors', zh: '背景色' },
	{ name: 'Displayed Texts', value: 'displayValues', zh: '显示文本' },
	{ name: 'Font Sizes', value: 'fontSizes', zh: '字号' },
	{ name: 'Formulas', value: 'formulas', zh: '公式' },
	{ name: 'Horizontal Alignments', value: 'horizontalAlignments', zh: '水平对齐' },
	{ name: 'Values', value: 'values', zh: '值' },
	{ name: 'Vertical Alignments', value: 'verticalAlignments', zh: '垂直对齐' },
] as const;

const rowsOf = (table: unknown): unknown[][] =>
	Array.isArray(table) ? table.map((row: unknown): unknown[] => (Array.isArray(row) ? row : [])) : [];

/** One item per row: its number, then the values by the letters of their columns. */
const byRow = (table: unknown[][], top: number, left: number): Json[] =>
	table.map((cells, index) => ({
		rowNumber: top + index + 1,
		...Object.fromEntries(cells.map((cell, column) => [letterOf(left + column), cell])),
	}));

/** One item per cell: where it is, and each chosen property of it. */
function byCell(answer: Json, top: number, left: number): Json[] {
	const tables = Object.entries(answer).filter(([, table]) => Array.isArray(table));
	const first = rowsOf(tables[0]?.[1]);
	return first.flatMap((cells, row) =>
		cells.map((_, column) => ({
			a1Notation: `${letterOf(left + column)}${top + row + 1}`,
			row: top + row + 1,
			column: letterOf(left + column),
			...Object.fromEntries(tables.map(([name, table]) => [name.replace(/s$/, ''), rowsOf(table)[row]?.[column]])),
		})),
	);
}

export const get = defineOperation({
	name: 'Get',
	value: 'get',
	action: 'Get the cells of a range',
	description: 'Get values and formats of a range. One call. A range that is too large is refused: take parts of it.',
	zh: {
		name: '获取',
		action: '获取单元格区域',
		description: '获取区域的值和格式。一次调用；区域过大会被拒绝，请分多次读取',
	},
	docs: 'https://open.dingtalk.com/document/development/get-cell-properties',
	permission: 'Document.Workbook.Read',
	route: READ,
	fields: [
		...place,
		range,
		{
			displayName: 'Properties',
			zh: { name: '返回内容', description: '读取单元格的哪些内容；越少越快' },
			name: 'select',
			type: 'multiOptions',
			required: true,
			default: ['values'],
			options: properties,
			description: 'What is read of the cells; the fewer the faster',
		},
		{
			displayName: 'Output',
			zh: '输出',
			name: 'shape',
			type: 'options',
			default: 'raw',
			options: [
				{
					name: 'One Item',
					value: 'raw',
					description: 'Each property as a table',
					zh: '一个数据项：每项内容为二维数组',
				},
				{ name: 'One Item per Cell', value: 'cells', zh: '每个单元格一个数据项' },
				{
					name: 'One Item per Row',
					value: 'rows',
					description: 'Values by the letters of the columns',
					zh: '每行一个数据项：以列字母为键的值',
				},
			],
		},
	],
	request: ({ range: rangeAddress, select, ...where }) => ({
		path: { ...pathOf(where), rangeAddress },
		query: { operatorId: where.operator, select: select.join(',') },
	}),
	output: (answer, { range: address, shape, select: [first = 'values'] }) => {
		const { top = 0, left = 0 } = areaOf(address) ?? {};
		if (shape === 'cells') return byCell(answer, top, left);
		if (shape === 'rows') return byRow(rowsOf(answer.values ?? answer[first]), top, left);
		return { range: address, ...(isObject(answer) ? answer : {}) };
	},
});
