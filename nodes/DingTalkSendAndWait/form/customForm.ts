import { defineField } from '../../runtime/field';

/** The form of a page. Names and values are those of n8n's forms. */
export const formFields = defineField({
	displayName: 'Form Elements',
	zh: { name: '表单字段', placeholder: '添加字段' },
	name: 'formFields',
	type: 'fixedCollection',
	typeOptions: { multipleValues: true },
	placeholder: 'Add Form Element',
	default: {},
	displayOptions: { show: { responseType: ['customForm'] } },
	options: [
		{
			displayName: 'Values',
			zh: '字段',
			name: 'values',
			values: [
				{
					displayName: 'Label',
					zh: { name: '名称', description: '显示在页面上，也是输出中的字段名' },
					name: 'fieldLabel',
					type: 'string',
					required: true,
					default: '',
					description: 'Stands on the page, and is the name of the value in the output',
				},
				{
					displayName: 'Element Type',
					zh: '类型',
					name: 'fieldType',
					type: 'options',
					default: 'text',
					options: [
						{ name: 'Checkboxes', value: 'checkbox', zh: '复选框' },
						{ name: 'Date', value: 'date', zh: '日期' },
						{ name: 'Dropdown', value: 'dropdown', zh: '下拉列表' },
						{ name: 'Email', value: 'email', zh: '邮箱' },
						{ name: 'Number', value: 'number', zh: '数字' },
						{ name: 'Text', value: 'text', zh: '单行文本' },
						{ name: 'Textarea', value: 'textarea', zh: '多行文本' },
					],
				},
				{
					displayName: 'Choices',
					zh: { name: '选项', description: '用逗号或换行分隔' },
					name: 'choices',
					type: 'string',
					list: true,
					required: true,
					default: '',
					displayOptions: { show: { fieldType: ['checkbox', 'dropdown'] } },
					description: 'Separated by commas or lines',
				},
				{
					displayName: 'Required',
					zh: { name: '必填', description: '是否必须填写' },
					name: 'requiredField',
					type: 'boolean',
					default: false,
					description: 'Whether it must be filled in',
				},
			],
		},
	],
	description: 'What the page asks for',
});
