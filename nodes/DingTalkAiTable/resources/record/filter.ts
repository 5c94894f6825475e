import type { Column } from '../../../runtime/field';
import { defineFields } from '../../../runtime/field';
import type { Json } from '../../../runtime/operation';
import { InputError } from '../../../runtime/inputError';
import { toMoment } from '../../../runtime/moment';
import { splitList } from '../../../runtime/people';
import { boolean, choices } from '../../../shared/columnValues';
import { columnList } from '../../locators/column';

/** Conditions of a list of records. https://open.dingtalk.com/document/development/api-notable-listrecords */
export const filterFields = defineFields([
	{
		displayName: 'Conditions',
		zh: { name: '筛选条件', placeholder: '添加条件' },
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
						displayName: 'Field Name or ID',
						zh: '字段',
						name: 'conditionField',
						type: 'options',
						required: true,
						default: '',
						source: columnList,
						description:
							'Choose from the list, or specify an ID using an <a href="https://docs.n8n.io/code/expressions/">expression</a>',
					},
					{
						displayName: 'Operator',
						zh: '条件类型',
						name: 'comparison',
						type: 'options',
						default: 'equal',
						options: [
							{ name: 'Contains', value: 'contain', zh: '包含' },
							{ name: 'Does Not Contain', value: 'notContain', zh: '不包含' },
							{ name: 'Equals', value: 'equal', zh: '等于' },
							{ name: 'Greater Than', value: 'greater', zh: '大于' },
							{ name: 'Greater Than or Equal', value: 'greaterEqual', zh: '大于等于' },
							{ name: 'Is Empty', value: 'empty', zh: '为空' },
							{ name: 'Is Not Empty', value: 'notEmpty', zh: '不为空' },
							{ name: 'Less Than', value: 'less', zh: '小于' },
							{ name: 'Less Than or Equal', value: 'lessEqual', zh: '小于等于' },
							{ name: 'Not Equal', value: 'notEqual', zh: '不等于' },
						],
					},
					{
						displayName: 'Value',
						zh: { name: '值', description: '日期可填任意常用写法，人员填 unionId，多个值用逗号分隔' },
						name: 'value',
						type: 'string',
						default: '',
						displayOptions: { hide: { comparison: ['empty', 'notEmpty'] } },
						description: 'Dates in any usual form, people as unionId, several values separated by commas',
					},
				],
			},
		],
	},
	{
		displayName: 'Must Match',
		zh: { name: '匹配方式' },
		name: 'match',
		type: 'options',
		default: 'and',
		options: [
			{ name: 'All Conditions', value: 'and', zh: '满足全部条件' },
			{ name: 'Any Condition', value: 'or', zh: '满足任一条件' },
		],
	},
]);

interface Condition {
	conditionField: string;
	comparison: string;
	value?: string;
}

/** A condition's value as records write it. */
function valuesOf(text: string, column: Column | undefined, zone: string): unknown[] {
	switch (column?.native) {
		case 'number':
		case 'currency':
		case 'rating':
		case 'progress': {
			const number = Number(text);
			if (!Number.isFinite(number))
				throw new InputError('Value', `"${text}" is not a number, but ${column.name} is`, `“${text}”不是数字`);
			return [number];
		}
		case 'date':
		case 'createdTime':
		case 'lastModifiedTime': {
			const ms = toMoment(text, zone);
			if (ms === undefined || !Number.isFinite(ms))
				throw new InputError(
					'Value',
					`"${text}" is not a date and time, but ${column.name} is`,
					`“${text}”不是有效的日期时间`,
				);
			return [ms];
		}
		case 'user':
			return splitList(text).map((unionId) => ({ unionId }));
		case 'checkbox':
			return [boolean(text, column)];
		case 'multipleSelect':
			return choices(text, column);
		default:
			return [text];
	}
}

/** The `filter` of a list of records; `undefined` without conditions. @throws InputError for a value that does not fit its field. */
export function filterOf(
	conditions: readonly Condition[],
	combination: string,
	columns: readonly Column[],
	zone: string,
): Json | undefined {
	if (conditions.length === 0) return undefined;
	return {
		combination,
		conditions: conditions.map(({ conditionField: field, comparison: operator, value }) => {
			const column = columns.find(({ name, more }) => name === field || more?.id === field);
			if (operator === 'empty' || operator === 'notEmpty') return { field, operator };
			if (value === undefined)
				throw new InputError(
					'Value',
					`of the condition on ${field} is empty. Use the operator Is Empty to find records without a value`,
					`条件“${field}”的值为空；如需查找没有值的记录，请使用“为空”`,
				);
			return { field, operator, value: valuesOf(value, column, zone) };
		}),
	};
}
