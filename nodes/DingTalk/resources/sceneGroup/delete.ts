import { defineOperation } from '../../../runtime/operation';
import { sceneGroup } from '../../../shared/group';

export const remove = defineOperation({
	name: 'Delete',
	value: 'delete',
	action: 'Dissolve a scene group',
	description:
		'Dissolve a scene group. One call. It cannot be undone: the chat disappears for all members. For ordinary groups DingTalk has no such route.',
	zh: {
		name: '解散场景群',
		action: '解散场景群',
		description: '解散场景群。一次调用；无法恢复，所有成员的会话都会消失。普通群没有解散接口',
	},
	docs: 'https://open.dingtalk.com/document/development/api-dsbandopenscenegroup',
	permission: 'qyapi_chat_manage',
	route: 'POST /v1.0/im/chat/scenegroup/disband',
	safe: true,
	fields: [sceneGroup],
	request: ({ openConversationId }) => ({ body: { openConversationId } }),
	output: (_, { openConversationId }) => ({ success: true, openConversationId }),
});
