import { defineFields, type Column } from '../../runtime/field';
import type { Json } from '../../protocol/json';
import { InputError } from '../../runtime/inputError';
import { endsIn, knownEntriesIn } from '../../runtime/entries';
import { splitList } from '../../runtime/people';
import { moment, number } from '../../shared/columnValues';
import { componentList } from '../locators/component';

/** Conditions of a list of submissions, all of which must hold. */
export const conditionFields = defineFields([
	{
		displayName: 'Conditions',
		zh: { name: '筛选条件', placeholder: '添加条件', description: '需同时满足全部条件' },
		name: 'conditions',
		type: 'fixedCollection',
		typeOptions: { multipleValues: true },
		placeholder: 'Add Condition',
		default: {},
		description: 'All of them must hold',
		options: [
			{
				displayName: 'Condition',
				zh: '条件',
				name: 'condition',
				values: [
					{
						displayName: 'Component Name or ID',
						zh: '组件',
						name: 'component',
						type: 'options',
						required: true,
						default: '',
						source: componentList,
						description:
							'Choose from the list, or specify an ID using an <a href="https://docs.n8n.io/code/expressions/">expression</a>',
					},
					{
						displayName: 'Operator',
						zh: '条件类型',
						name: 'comparison',
						type: 'options',
						default: 'eq',
						options: [
							{
								name: 'Between',
								value: 'between',
								description: 'Two values, separated by a comma',
								zh: '介于：用逗号分隔两个值',
							},
							{
								name: 'Contains Any Of',
								value: 'contains',
								description: 'For choices and people',
								zh: '包含任一：用于选项与成员',
							},
							{ name: 'Contains Text', value: 'like', zh: '包含文字' },
							{ name: 'Equals', value: 'eq', zh: '等于' },
							{ name: 'Greater Than', value: 'gt', zh: '大于' },
							{ name: 'Greater Than or Equal', value: 'ge', zh: '大于等于' },
							{ name: 'Less Than', value: 'lt', zh: '小于' },
							{ name: 'Less Than or Equal', value: 'le', zh: '小于等于' },
						],
					},
					{
						displayName: 'Value',
						zh: { name: '值', description: '日期可填任意常用写法，成员填 userId，多个值用逗号分隔' },
						name: 'value',
						type: 'string',
						required: true,
						default: '',
						description: 'Dates in any usual form, people as userId, several values separated by commas',
					},
				],
			},
		],
	},
]);

interface Condition {
	component: string;
	comparison: string;
	value: string;
}

/** Which operators a component takes, and how its values are written in a condition. */
const KINDS: Readonly<Record<string, { type: string; operators: readonly string[] }>> = {
	TextField: { type: 'TEXT', operators: ['eq', 'like'] },
	TextareaField: { type: 'TEXT', operators: ['eq', 'like'] },
	SerialNumberField: { type: 'TEXT', operators: ['eq', 'like'] },
	NumberField: { type: 'DOUBLE', operators: ['eq', 'gt', 'ge', 'lt', 'le', 'between'] },
	RateField: { type: 'DOUBLE', operators: ['eq', 'gt', 'ge', 'lt', 'le', 'between'] },
	DateField: { type: 'DOUBLE', operators: ['eq', 'gt', 'ge', 'lt', 'le', 'between'] },
	RadioField: { type: 'ARRAY', operators: ['eq', 'contains'] },
	SelectField: { type: 'ARRAY', operators: ['eq', 'contains'] },
	CheckboxField: { type: 'ARRAY', operators: ['eq', 'contains'] },
	MultiSelectField: { type: 'ARRAY', operators: ['eq', 'contains'] },
	EmployeeField: { type: 'STRING', operators: ['eq', 'contains'] },
	DepartmentSelectField: { type: 'STRING', operators: ['eq', 'contains'] },
	CascadeSelectField: { type: 'STRING', operators: ['eq', 'contains'] },
	ImageField: { type: 'TEXT', operators: ['like'] },
	AttachmentField: { type: 'TEXT', operators: ['like'] },
	TableField: { type: 'TEXT', operators: ['contains'] },
};
const kindOf = (native: string) => KINDS[native] ?? { type: 'TEXT', operators: ['eq', 'like'] };

function valueOf(value: string, comparison: string, column: Column, zone: string): unknown {
	const { type } = kindOf(column.native);
	if (type === 'DOUBLE') {
		const one = (text: string) => (column.native === 'DateField' ? moment(text, column, zone) : number(text, column));
		if (comparison !== 'between') return one(value);
		return endsIn(value).map(one);
	}
	if (comparison !== 'contains' || column.native === 'TableField') return value;
	// People's ids go as the JSON text of their list, choices as a list.
	return type === 'STRING' ? JSON.stringify(splitList(value)) : knownEntriesIn(value, column.choices ?? []);
}

/** One condition in Yida's own language. Numbers and dates know no "equals": they lie between themselves. https://open.dingtalk.com/document/development/api-searchformdatasecondgeneration-v2 */
export function searchEntry({ id, native }: Column, operator: string, value: unknown): Json {
	const { type } = kindOf(native);
	const same = type === 'DOUBLE' && operator === 'eq';
	return {
		key: id,
		value: same ? [value, value] : value,
		type,
		operator: same ? 'between' : operator,
		componentName: native,
	};
}

/** Conditions of the form → Yida's. @throws InputError for a component that is not there, or an operator that it does not take. */
export function searchConditions(conditions: readonly Condition[], columns: readonly Column[], zone: string): Json[] {
	return conditions.map(({ component, comparison, value }) => {
		const column = columns.find(({ id, name }) => id === component || name === component);
		if (!column)
			throw new InputError('Component', `the form has no component "${component}"`, `表单没有组件“${component}”`);
		const { operators } = kindOf(column.native);
		if (!operators.includes(comparison))
			throw new InputError(
				'Operator',
				`${column.name} does not take "${comparison}", but: ${operators.join(', ')}`,
				`“${column.name}”不支持 ${comparison}，可用：${operators.join('、')}`,
			);
		return searchEntry(column, comparison, valueOf(value, comparison, column, zone));
	});
}
