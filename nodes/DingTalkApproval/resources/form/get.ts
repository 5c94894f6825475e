import { at } from '../../../protocol/paging';
import { defineOperation } from '../../../runtime/operation';
import { pick } from '../../../runtime/pick';
import { fieldsOfSchema } from '../../flows/formColumns';
import { processCode } from '../../locators/approvalForm';

export const get = defineOperation({
	name: 'Get',
	value: 'get',
	action: 'Get the fields of an approval form',
	description:
		'Get a form with its fields, their types and choices. One call. Tables have their columns in "children".',
	zh: {
		name: '获取',
		action: '获取审批模板的控件',
		description: '查询模板的控件、类型和选项。一次调用；明细的列在 children 中',
	},
	docs: 'https://open.dingtalk.com/document/development/obtain-the-form-schema',
	permission: 'Workflow.Form.Read',
	route: 'GET /v1.0/workflow/forms/schemas/processCodes',
	fields: [
		processCode,
		{
			displayName: 'Additional Fields',
			zh: { name: '更多字段', placeholder: '添加字段' },
			name: 'additionalFields',
			type: 'collection',
			placeholder: 'Add Field',
			default: {},
			options: [
				{
					displayName: 'App UUID',
					zh: { name: '应用 UUID', description: '应用搭建的隔离信息' },
					name: 'appUuid',
					type: 'string',
					id: true,
					default: '',
					description: 'Isolation of forms that an app builder made',
				},
			],
		},
	],
	request: ({ processCode: code, additionalFields: { appUuid } }) => ({ query: { processCode: code, appUuid } }),
	output: (answer, { processCode: code }) => Object.assign({ processCode: code }, at(answer, 'result')),
	simplify: (form) => ({ ...pick(form, ['processCode', 'name', 'memo', 'status']), fields: fieldsOfSchema(form) }),
});
