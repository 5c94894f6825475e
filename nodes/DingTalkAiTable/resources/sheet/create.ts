import { defineOperation } from '../../../runtime/operation';
import { operator } from '../../../shared/operator';
import { base } from '../../locators/base';
import { fieldTypes } from '../field/types';

export const create = defineOperation({
	name: 'Create',
	value: 'create',
	action: 'Create a sheet in an AI table',
	description: 'Add a sheet with its fields. One call. Running it twice makes two sheets.',
	zh: {
		name: '创建',
		action: '创建 AI 表格数据表',
		description: '新建数据表及其字段。一次调用；重复运行会创建两个数据表',
	},
	docs: 'https://open.dingtalk.com/document/development/api-createsheet',
	permission: 'Notable.Base.Write.All',
	route: 'POST /v1.0/notable/bases/{baseId}/sheets',
	fields: [
		base,
		{ displayName: 'Sheet Name', zh: '数据表名称', name: 'sheetName', type: 'string', required: true, default: '' },
		{
			displayName: 'Fields',
			zh: { name: '字段', description: '第一个字段为主字段，建议使用文本类型', placeholder: '添加字段' },
			name: 'newFields',
			type: 'fixedCollection',
			typeOptions: { multipleValues: true, sortable: true },
			placeholder: 'Add Field',
			default: {},
			options: [
				{
					displayName: 'Field',
					zh: '字段',
					name: 'field',
					values: [
						{ displayName: 'Name', zh: '名称', name: 'name', type: 'string', required: true, default: '' },
						{ displayName: 'Type', zh: '类型', name: 'type', type: 'options', default: 'text', options: fieldTypes },
						{
							displayName: 'Choices',
							zh: { name: '选项', description: '单选、多选字段的选项，用逗号分隔' },
							name: 'choices',
							type: 'string',
							list: true,
							default: '',
							displayOptions: { show: { type: ['singleSelect', 'multipleSelect'] } },
							description: 'Of a field of choices, separated by commas',
						},
					],
				},
			],
			description: 'The first one becomes the primary field; text is safe',
		},
		operator,
	],
	request: ({ base: baseId, sheetName: name, newFields, operator: operatorId }) => ({
		path: { baseId },
		query: { operatorId },
		body: {
			name,
			fields: newFields.field?.map(({ name: field, type, choices = [] }) => ({
				name: field,
				type,
				property: choices.length > 0 ? { choices: choices.map((choice) => ({ name: choice })) } : undefined,
			})),
		},
	}),
});
