import { defineOperation } from '../../../runtime/operation';
import { objectsIn } from '../../../runtime/pick';
import { place } from '../record/fields';
import { propertyOf, settings, withChoices } from './property';
import { fieldTypes } from './types';

export const create = defineOperation({
	name: 'Create',
	value: 'create',
	action: 'Create a field in an AI table',
	description: 'Add a field to a sheet. One call. Link fields need the linked sheet in Property (JSON).',
	zh: {
		name: '创建',
		action: '创建 AI 表格字段',
		description: '向数据表新增字段。一次调用；关联字段需在“属性（JSON）”中指定关联的数据表',
	},
	docs: 'https://open.dingtalk.com/document/development/api-noatable-createfield',
	permission: 'Notable.Base.Write.All',
	route: 'POST /v1.0/notable/bases/{baseId}/sheets/{sheetIdOrName}/fields',
	fields: [
		...place,
		{ displayName: 'Name', zh: '字段名称', name: 'name', type: 'string', required: true, default: '' },
		{ displayName: 'Type', zh: '字段类型', name: 'type', type: 'options', default: 'text', options: fieldTypes },
		{
			displayName: 'Choices',
			zh: { name: '选项', description: '用逗号分隔' },
			name: 'choices',
			type: 'string',
			list: true,
			default: '',
			displayOptions: { show: { type: ['singleSelect', 'multipleSelect'] } },
			description: 'Separated by commas',
		},
		{
			displayName: 'Format',
			zh: { name: '格式', description: '数字字段如 INT、FLOAT_2、CNY；日期字段的格式可从已有字段读取' },
			name: 'format',
			type: 'string',
			id: true,
			default: '',
			placeholder: 'e.g. FLOAT_2',
			displayOptions: { show: { type: ['number', 'date'] } },
			description: 'Of a number such as INT, FLOAT_2 or CNY; of a date as an existing field has it',
		},
		{
			displayName: 'Additional Fields',
			zh: { name: '更多字段', placeholder: '添加字段' },
			name: 'additionalFields',
			type: 'collection',
			placeholder: 'Add Field',
			default: {},
			options: [
				{
					displayName: 'Property (JSON)',
					zh: { name: '属性（JSON）', description: '该字段类型的其他设置' },
					name: 'property',
					type: 'json',
					default: '{}',
					description: 'Other settings of this type of field',
				},
			],
		},
	],
	request: ({
		base: baseId,
		sheet: sheetIdOrName,
		operator: operatorId,
		name,
		type,
		choices = [],
		format,
		additionalFields,
	}) => {
		const json = settings(additionalFields.property);
		const property = propertyOf(json, {
			formatter: format,
			choices: choices.length > 0 ? withChoices(objectsIn(json.choices), choices) : undefined,
		});
		return { path: { baseId, sheetIdOrName }, query: { operatorId }, body: { name, type, property } };
	},
});
