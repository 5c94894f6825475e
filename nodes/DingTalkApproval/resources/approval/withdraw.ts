import { defineOperation } from '../../../runtime/operation';
import { personModes } from '../../../shared/person';
import { instanceId } from './task';

export const withdraw = defineOperation({
	name: 'Withdraw',
	value: 'withdraw',
	action: 'Withdraw an approval',
	description:
		'End a running approval without a decision. One call. Not in the first 15 seconds of an approval. A person can withdraw only what they started.',
	zh: {
		name: '撤销',
		action: '撤销审批实例',
		description: '撤销流程中的审批。一次调用。提交后 15 秒内不能撤销。以员工身份撤销时只能是发起人本人',
	},
	docs: 'https://open.dingtalk.com/document/development/revoke-an-approval-instance',
	permission: 'Workflow.Instance.Write',
	route: 'POST /v1.0/workflow/processInstances/terminate',
	fields: [
		instanceId,
		{
			displayName: 'Withdraw As',
			zh: '撤销身份',
			name: 'as',
			type: 'options',
			default: 'system',
			options: [
				{ name: 'Originator', value: 'originator', zh: '发起人' },
				{ name: 'System', value: 'system', zh: '系统' },
			],
		},
		{
			displayName: 'Originator',
			zh: { name: '发起人', description: '发起该审批的员工' },
			name: 'originator',
			type: 'resourceLocator',
			person: 'userId',
			required: true,
			default: { mode: 'list', value: '' },
			modes: personModes,
			displayOptions: { show: { as: ['originator'] } },
			description: 'Who started the approval',
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
					displayName: 'Reason',
					zh: '撤销原因',
					name: 'remark',
					type: 'string',
					default: '',
					maxLength: 1024,
				},
			],
		},
	],
	request: ({ processInstanceId, as, originator, additionalFields: { remark } }) => ({
		body: { processInstanceId, isSystem: as === 'system', operatingUserId: originator, remark },
	}),
	output: ({ result }, { processInstanceId }) => ({ processInstanceId, result }),
});
