import { defineOperation } from '../../../runtime/operation';
import { jsonText } from '../../../protocol/request';
import { language, newColumns, place, placeBody } from './fields';

export const create = defineOperation({
	name: 'Create',
	value: 'create',
	action: 'Create a form submission',
	description:
		'Hand in a form of a Yida app. One call, one more per run to read the components. After a timeout look first whether it is there: a repeated call would hand in twice. For many items use Create in Batch.',
	zh: {
		name: '新增',
		action: '新增宜搭表单实例',
		description:
			'提交一份宜搭表单。一次调用，每次运行另有一次读取组件；超时后请先查询，重复调用会重复提交。数据较多请用批量新增',
	},
	docs: 'https://open.dingtalk.com/document/development/api-saveformdata-v2',
	permission: 'Yida.Form.Write',
	route: 'POST /v2.0/yida/forms/instances',
	fields: [
		...place,
		newColumns,
		{
			displayName: 'Additional Fields',
			zh: { name: '更多字段', placeholder: '添加字段' },
			name: 'additionalFields',
			type: 'collection',
			placeholder: 'Add Field',
			default: {},
			options: [language],
		},
	],
	request: ({ columns: { columns }, additionalFields, ...where }) => ({
		body: { ...placeBody(where), formDataJson: jsonText(columns), ...additionalFields },
	}),
	output: ({ result }) => ({ formInstanceId: result }),
});
