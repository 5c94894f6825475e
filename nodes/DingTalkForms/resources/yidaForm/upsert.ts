import type { Mapped } from '../../../runtime/field';
import { InputError, defineOperation, type Json } from '../../../runtime/operation';
import { jsonText } from '../../../protocol/request';
import { searchEntry } from '../../flows/conditions';
import { matchedColumns, noExecuteExpression, place, placeBody } from './fields';

/** The conditions tell which submission is meant; none is known while the form is only checked. @throws InputError where a component to match on is empty */
const conditionsOf = ({ columns, match, known }: Mapped): Json[] =>
	known
		.filter(({ id }) => match.includes(id))
		.map((column) => {
			const value = [columns[column.id]].flat()[0];
			if (value === undefined || value === '')
				throw new InputError(column.name, 'is empty, but it is a component to match on', '为空，但它是匹配组件');
			return searchEntry(column, 'eq', value);
		});

export const upsert = defineOperation({
	name: 'Create or Update',
	value: 'upsert',
	action: 'Create or update a form submission',
	description: 'Create a new record, or update the current one if it already exists (upsert)',
	zh: {
		name: '新增或更新',
		action: '新增或更新宜搭表单实例',
		description:
			'按匹配组件更新已有数据，没有则新增。一次调用，每次运行另有一次读取组件；匹配多条时全部更新，同时运行的两次可能都会新增',
	},
	docs: 'https://open.dingtalk.com/document/development/api-createorupdateformdata-v2',
	permission: 'Yida.Form.Write',
	route: 'POST /v2.0/yida/forms/instances/insertOrUpdate',
	fields: [
		...place,
		matchedColumns,
		{
			displayName: 'Additional Fields',
			zh: { name: '更多字段', placeholder: '添加字段' },
			name: 'additionalFields',
			type: 'collection',
			placeholder: 'Add Field',
			default: {},
			options: [noExecuteExpression],
		},
	],
	inTurn: ({ app, form, columns }) => [app, form, conditionsOf(columns)],
	request: ({ columns, additionalFields, ...where }) => {
		if (columns.match.length === 0)
			throw new InputError('Columns', 'need at least one component to match on', '请至少选择一个用于匹配的组件');
		return {
			body: {
				...placeBody(where),
				searchCondition: jsonText(conditionsOf(columns)),
				formDataJson: jsonText(columns.columns),
				...additionalFields,
			},
		};
	},
	output: ({ result }) =>
		Array.isArray(result) ? result.map((id: unknown) => ({ formInstanceId: id })) : { formInstanceId: result },
});
