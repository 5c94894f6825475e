import { defineOperation } from '../../../runtime/operation';
import { group } from '../../../shared/group';
import { adminRole, members } from '../../fields/members';

export const setAdmins = defineOperation({
	name: 'Set Admins',
	value: 'setAdmins',
	action: 'Add or remove admins of a group',
	description: 'Make members admins of a group, or ordinary members again. One call.',
	zh: { name: '设置群管理员', action: '添加或移除群管理员', description: '把成员设为群管理员，或取消管理员。一次调用' },
	docs: 'https://open.dingtalk.com/document/development/batch-setup-group-administrator',
	permission: 'qyapi_chat_manage',
	route: 'POST /v1.0/im/subAdministrators',
	safe: true,
	fields: [group, { ...members, required: true }, adminRole],
	request: ({ openConversationId, members: userIds, role }) => ({ body: { openConversationId, userIds, role } }),
	output: (_, { openConversationId, members: userIds }) => ({ success: true, openConversationId, userIds }),
});
