import { defineOperation } from '../../../runtime/operation';
import { operatorUserId } from '../../../shared/operator';
import { relationType } from '../../locators/relationType';
import { instanceId } from '../../locators/instanceId';

export const remove = defineOperation({
	name: 'Delete',
	value: 'delete',
	action: 'Delete a customer',
	description: 'Delete a customer. One call; a second one fails.',
	zh: { name: '删除', action: '删除客户', description: '删除客户。一次调用，重复调用会失败' },
	docs: 'https://open.dingtalk.com/document/development/delete-crm-personal-customer',
	permission: 'qyapi_crm_maindata_write',
	route: 'DELETE /v1.0/crm/personalCustomers/{dataId}',
	fields: [relationType, instanceId, operatorUserId],
	request: ({ relationType: type, instanceId: dataId, operator }) => ({
		path: { dataId },
		query: { relationType: type, currentOperatorUserId: operator },
	}),
	output: (answer, { instanceId: id }) => ({ success: true, instanceId: answer.instanceId ?? id }),
});
