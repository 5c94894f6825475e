import { defineProcedure, InputError } from '../../../runtime/operation';
import { personModes } from '../../../shared/person';
import { filledFields, uploaded } from '../../flows/components';
import { SCHEMA } from '../../flows/formColumns';
import { uploadRoutes } from '../../flows/formSpace';
import { processCode } from '../../locators/approvalForm';
import { changedFormFields } from '../../locators/formFields';
import { instanceId, remark } from './task';
import { uploadAgentId } from './uploader';

const UPDATE = 'PUT /v1.0/workflow/premium/processInstances';

export const update = defineProcedure({
	name: 'Update',
	value: 'update',
	action: 'Update the form values of an approval',
	description:
		'Change the form of an approval (OA premium edition). It may be running or finished. One call, one for the fields of the form, and those of uploaded files. The operator must be an administrator.',
	zh: {
		name: '更新',
		action: '更新审批表单内容',
		description:
			'修改流程中或已完成审批的表单内容（仅 OA 高级版）。一次调用，另有一次读取表单控件及附件上传。操作人须为管理员',
	},
	docs: 'https://open.dingtalk.com/document/development/api-premiumupdateprocessinstancevariables',
	permission: 'Premium.Workflow.ReadWrite.All',
	routes: [UPDATE, SCHEMA, ...uploadRoutes],
	fields: [
		instanceId,
		{
			displayName: 'Administrator',
			zh: { name: '操作人', description: '须为管理员；留空使用凭证中的默认操作人' },
			name: 'administrator',
			type: 'resourceLocator',
			person: 'userId',
			fallback: 'defaultOperator',
			required: true,
			default: { mode: 'list', value: '' },
			modes: personModes,
			description: 'In whose name to change it. Empty: the default operator of the credential.',
		},
		processCode,
		changedFormFields,
		{
			displayName: 'Additional Fields',
			zh: { name: '更多字段', placeholder: '添加字段' },
			name: 'additionalFields',
			type: 'collection',
			placeholder: 'Add Field',
			default: {},
			options: [remark],
		},
		uploadAgentId,
	],
	run: async (values, api) => {
		const { processInstanceId, administrator: opUserId, processCode: code, formFields, additionalFields } = values;
		const filled = filledFields(formFields);
		if (filled.length === 0)
			throw new InputError('Form Fields', 'are empty: fill in at least one', '为空：请至少填写一项');
		const ready = await uploaded(api, { userId: opUserId, agentId: values.uploadAgentId }, filled);
		const variables = ready.map(({ field: { id }, value }) => ({ id, value }));
		const { result } = await api.call(
			UPDATE,
			{ body: { processInstanceId, opUserId, processCode: code, variables, ...additionalFields } },
			{ safe: true },
		);
		return { processInstanceId, result: result ?? true };
	},
});
