import { defineOperation } from '../../../runtime/operation';
import { operatorUserId } from '../../../shared/operator';
import { relationId } from './fields';

export const remove = defineOperation({
	name: 'Delete',
	value: 'delete',
	action: 'Delete a contact',
	description: 'Delete a contact for good. One call; a second one fails. DingTalk names no way to bring it back.',
	zh: {
		name: '删除',
		action: '删除联系人',
		description: '永久删除联系人。一次调用，重复调用会失败。钉钉未提供恢复方式',
	},
	docs: 'https://open.dingtalk.com/document/development/delete-crm-contact',
	permission: 'qyapi_crm_maindata_write',
	route: 'POST /topapi/crm/objectdata/contact/delete',
	fields: [relationId, operatorUserId],
	request: ({ relationId: id, operator }) => ({ body: { data_id: id, operator_userid: operator } }),
	output: (_, { relationId: instanceId }) => ({ success: true, instanceId }),
});
