import { defineOperation } from '../../../runtime/operation';
import { asynchronousExecution, formInstanceIds, instanceIn, MOST_SUBMISSIONS, place, placeBody } from './fields';

export const remove = defineOperation({
	name: 'Delete',
	value: 'delete',
	action: 'Delete form submissions',
	description: 'Delete submissions by their IDs. One call per 50.',
	zh: { name: '删除', action: '删除宜搭表单数据', description: '按 ID 删除表单数据。每 50 条一次调用' },
	docs: 'https://open.dingtalk.com/document/development/delete-multiple-form-instances',
	permission: 'Yida.Form.Write',
	// The route for one submission takes the app's secret in its address; this one does not.
	route: 'POST /v1.0/yida/forms/instances/batchRemove',
	safe: true,
	fields: [
		...place,
		formInstanceIds,
		{
			displayName: 'Additional Fields',
			zh: { name: '更多字段', placeholder: '添加字段' },
			name: 'additionalFields',
			type: 'collection',
			placeholder: 'Add Field',
			default: {},
			options: [
				asynchronousExecution,
				{
					displayName: 'Run Rules and Callbacks',
					zh: { name: '触发规则与回调', description: '是否触发表单的校验规则、业务关联规则和第三方服务回调' },
					name: 'executeExpression',
					type: 'boolean',
					default: true,
					description: "Whether the form's checks, rules and callbacks run",
				},
			],
		},
	],
	split: { lists: { formInstanceIds: MOST_SUBMISSIONS }, merge: () => ({}) },
	request: ({ formInstanceIds: ids, additionalFields, ...where }) => ({
		body: { ...placeBody(where), formInstanceIdList: ids.map(instanceIn), ...additionalFields },
	}),
	output: ({ failed }, { formInstanceIds: ids }) => ({
		success: failed === undefined,
		ids: ids.map(instanceIn),
		...(failed !== undefined && { failed }),
	}),
});
