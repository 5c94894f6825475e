import type { Json } from '../../../protocol/json';
import { defineField, defineFields } from '../../../runtime/field';
import { InputError } from '../../../runtime/inputError';
import { addressOf, COLUMN, columnOf, type Area } from '../../flows/address';

const byCondition = { show: { filterType: ['condition'] } };
const byColor = { show: { filterType: ['color'] } };

const comparisons = [
	{ name: 'Contains', value: 'contains', zh: '包含' },
	{ name: 'Does Not Contain', value: 'not-contains', zh: '不包含' },
	{ name: 'Does Not End With', value: 'not-ends-with', zh: '结尾不是' },
	{ name: 'Does Not Start With', value: 'not-starts-with', zh: '开头不是' },
	{ name: 'Ends With', value: 'ends-with', zh: '结尾是' },
	{ name: 'Equals', value: 'equal', zh: '等于' },
	{ name: 'Greater Than', value: 'greater', zh: '大于' },
	{ name: 'Greater Than or Equal', value: 'greater-equal', zh: '大于等于' },
	{ name: 'Less Than', value: 'less', zh: '小于' },
	{ name: 'Less Than or Equal', value: 'less-equal', zh: '小于等于' },
	{ name: 'Not Equal', value: 'not-equal', zh: '不等于' },
	{ name: 'Starts With', value: 'starts-with', zh: '开头是' },
] as const;

/** In the order in which a column's filter is chosen. */
const criterionFields = defineFields([
	{
		displayName: 'Column',
		zh: { name: '列', description: '列的字母，如 C' },
		name: 'column',
		type: 'string',
		id: true,
		required: true,
		default: '',
		pattern: { test: COLUMN, en: 'must be the letters of a column, such as C', zh: '应为列的字母，如 C' },
		placeholder: 'e.g. C',
		description: 'Its letters, such as C',
	},
	{
		displayName: 'Filter By',
		zh: '筛选方式',
		name: 'filterType',
		type: 'options',
		default: 'values',
		options: [
			{ name: 'Color', value: 'color', zh: '颜色' },
			{ name: 'Condition', value: 'condition', zh: '条件' },
			{ name: 'Values', value: 'values', zh: '值' },
		],
	},
	{
		displayName: 'Visible Values',
		zh: { name: '可见值', description: '用逗号分隔，或数组' },
		name: 'visibleValues',
		type: 'string',
		list: true,
		required: true,
		default: '',
		displayOptions: { show: { filterType: ['values'] } },
		description: 'Separated by commas, or an array',
	},
	{
		displayName: 'Comparison',
		zh: '条件',
		name: 'comparison',
		type: 'options',
		default: 'equal',
		options: comparisons,
		displayOptions: byCondition,
	},
	{
		displayName: 'Value',
		zh: '值',
		name: 'value',
		type: 'string',
		required: true,
		default: '',
		displayOptions: byCondition,
	},
	{
		displayName: 'Second Condition',
		zh: '第二个条件',
		name: 'second',
		type: 'options',
		default: 'none',
		options: [
			{ name: 'And', value: 'and', zh: '且' },
			{ name: 'None', value: 'none', zh: '无' },
			{ name: 'Or', value: 'or', zh: '或' },
		],
		displayOptions: byCondition,
	},
	{
		displayName: 'Second Comparison',
		zh: '第二个条件的比较',
		name: 'secondComparison',
		type: 'options',
		default: 'equal',
		options: comparisons,
		displayOptions: { show: { filterType: ['condition'], second: ['and', 'or'] } },
	},
	{
		displayName: 'Second Value',
		zh: '第二个值',
		name: 'secondValue',
		type: 'string',
		required: true,
		default: '',
		displayOptions: { show: { filterType: ['condition'], second: ['and', 'or'] } },
	},
	{
		displayName: 'Color Of',
		zh: '颜色类型',
		name: 'colorOf',
		type: 'options',
		default: 'backgroundColor',
		options: [
			{ name: 'Background', value: 'backgroundColor', zh: '背景色' },
			{ name: 'Text', value: 'fontColor', zh: '字体颜色' },
		],
		displayOptions: byColor,
	},
	{
		displayName: 'Color',
		zh: '颜色',
		name: 'color',
		type: 'color',
		required: true,
		default: '',
		displayOptions: byColor,
	},
]);

/** Criteria say what each column must meet. https://open.dingtalk.com/document/development/api-createfilter */
export const criteria = defineField({
	displayName: 'Criteria',
	zh: { name: '筛选条件', placeholder: '添加列条件', description: '每列一项；留空则只显示筛选按钮' },
	name: 'criteria',
	type: 'fixedCollection',
	typeOptions: { multipleValues: true },
	placeholder: 'Add Column',
	default: {},
	description: 'One for each column; none: only the buttons of the filter',
	options: [
		{
			displayName: 'Column',
			zh: '列',
			name: 'criterion',
			values: criterionFields,
		},
	],
});

interface Criterion {
	column: string;
	filterType: 'values' | 'condition' | 'color';
	visibleValues?: readonly string[];
	comparison?: string;
	value?: string;
	second?: string;
	secondComparison?: string;
	secondValue?: string;
	colorOf?: string;
	color?: string;
}

function oneOf({ filterType, ...given }: Criterion): Json {
	if (filterType === 'values') return { filterType, visibleValues: given.visibleValues };
	if (filterType === 'color') return { filterType, [given.colorOf ?? 'backgroundColor']: given.color };
	const conditions = [{ operator: given.comparison, value: given.value }];
	if (given.second === undefined || given.second === 'none') return { filterType, conditions };
	conditions.push({ operator: given.secondComparison, value: given.secondValue });
	return { filterType, conditions, conditionOperator: given.second };
}

/** The criteria by how far their columns stand from the first of the range, as text from 0. @throws InputError */
export function criteriaOf(rows: readonly Criterion[], area: Area): Json {
	const all: Json = {};
	for (const row of rows) {
		const column = columnOf(row.column);
		if (column < area.left || column > area.right)
			throw new InputError(
				'Column',
				`${row.column} is not in the range ${addressOf(area)}`,
				`${row.column} 不在区域 ${addressOf(area)} 内`,
			);
		const offset = String(column - area.left);
		if (offset in all) throw new InputError('Column', `${row.column} is there twice`, `${row.column} 重复`);
		all[offset] = oneOf(row);
	}
	return all;
}
