import { InputError, defineOperation } from '../../../runtime/operation';
import { jsonText } from '../../../protocol/request';
import { changedColumns, formInstanceId, instanceIn, language, place, placeBody, useLatestVersion } from './fields';

/** Refuses a change of nothing. @throws InputError */
export function refuseNoColumns({ columns }: { columns: object }): void {
	if (Object.keys(columns).length === 0)
		throw new InputError(
			'Columns',
			'are empty: fill in at least one component to change',
			'为空：请至少填写一个要修改的组件',
		);
}

export const update = defineOperation({
	name: 'Update',
	value: 'update',
	action: 'Update a form submission',
	description:
		'Change components of a submission. One call, one more per run to read the components. Sub-tables and files are replaced as a whole.',
	zh: {
		name: '更新',
		action: '更新宜搭表单数据',
		description: '修改表单数据的部分组件。一次调用，每次运行另有一次读取组件；子表单与附件会整体替换',
	},
	docs: 'https://open.dingtalk.com/document/development/api-updateformdata-v2',
	permission: 'Yida.Form.Write',
	route: 'PUT /v2.0/yida/forms/instances',
	safe: true,
	fields: [
		...place,
		formInstanceId,
		changedColumns,
		{
			displayName: 'Additional Fields',
			zh: { name: '更多字段', placeholder: '添加字段' },
			name: 'additionalFields',
			type: 'collection',
			placeholder: 'Add Field',
			default: {},
			options: [language, useLatestVersion],
		},
	],
	request: ({ formInstanceId: given, columns, additionalFields, ...where }) => {
		refuseNoColumns(columns);
		return {
			body: {
				...placeBody(where),
				formInstanceId: instanceIn(given),
				updateFormDataJson: jsonText(columns.columns),
				...additionalFields,
			},
		};
	},
	output: (_, { formInstanceId: given }) => ({ formInstanceId: instanceIn(given) }),
});
