import { defineOperation } from '../../../runtime/operation';
import { chatId } from '../../../shared/group';

export const getConversationId = defineOperation({
	name: 'Get Conversation ID',
	value: 'getConversationId',
	action: 'Get the openConversationId of a group',
	description:
		'Convert a chatid to the openConversationId. One call. The result never changes. DingTalk has no way back.',
	zh: {
		name: '获取 openConversationId',
		action: '获取群的 openConversationId',
		description: '把 chatid 转换为 openConversationId。一次调用；结果固定不变，钉钉不支持反向转换',
	},
	docs: 'https://open.dingtalk.com/document/development/obtain-group-openconversationid',
	permission: 'qyapi_chat_read',
	route: 'POST /v1.0/im/chat/{chatId}/convertToOpenConversationId',
	safe: true,
	fields: [
		{
			...chatId,
			zh: {
				name: '群 chatid',
				description: '“创建群”返回的 chatid，或 JSAPI chooseChat 返回的 chatId（以 chat 开头）',
			},
			description: 'The chatid of Group: Create, or the chatId that chooseChat of the JSAPI gives (begins with "chat")',
		},
	],
	request: ({ chatid: chatId }) => ({ path: { chatId } }),
	output: ({ openConversationId }, { chatid }) => ({ chatid, openConversationId }),
});
