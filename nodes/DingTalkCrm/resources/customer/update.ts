import { defineOperation } from '../../../runtime/operation';
import { refuseNoColumns } from '../../../shared/changes';
import { operatorUserId } from '../../../shared/operator';
import { relationType } from '../../locators/relationType';
import { instanceId } from '../../locators/instanceId';
import { changedCustomer, owners, participants, permissionOf, poolAction, skipDuplicateCheck } from './fields';

export const update = defineOperation({
	name: 'Update',
	value: 'update',
	action: 'Update a customer',
	description:
		'Change fields, owners or participants of a customer. One call, one more per run to read the form. Leave owners out to keep them.',
	zh: {
		name: '更新',
		action: '更新客户',
		description: '修改客户的字段、负责人或协同人。一次调用，每次运行另有一次读取表单；不填负责人则保持不变',
	},
	docs: 'https://open.dingtalk.com/document/development/update-crm-personal-customers',
	permission: 'qyapi_crm_maindata_write',
	route: 'PUT /v1.0/crm/personalCustomers',
	safe: true,
	fields: [
		relationType,
		instanceId,
		changedCustomer,
		{
			displayName: 'Additional Fields',
			zh: { name: '更多字段', placeholder: '添加字段' },
			name: 'additionalFields',
			type: 'collection',
			placeholder: 'Add Field',
			default: {},
			options: [owners, participants, poolAction, skipDuplicateCheck],
		},
		operatorUserId,
	],
	request: ({ relationType: type, instanceId: id, customerChanges, operator, additionalFields }) => {
		const { owners: own, participants: more, ...rest } = additionalFields;
		const permission = permissionOf({ owners: own, participants: more });
		if (permission === undefined && rest.action === undefined) refuseNoColumns(customerChanges.columns);
		return {
			body: {
				relationType: type,
				instanceId: id,
				modifierUserId: operator,
				data: customerChanges.columns,
				permission,
				...rest,
			},
		};
	},
	output: (answer, { instanceId: id }) => ({ instanceId: answer.instanceId ?? id }),
});
