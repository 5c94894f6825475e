import { defineProcedure, InputError } from '../../../runtime/operation';
import { outTrackId } from './fields';
import { chatFields, chatOf, rightFields, robotCodeOfChat } from './top';

const CLOSE = 'POST /v2.0/im/topBoxes/close';
const CLOSE_DELIVERED = 'POST /v1.0/card/tops/close';

export const unpin = defineProcedure({
	name: 'Unpin',
	value: 'unpin',
	action: 'Remove a pinned card',
	description:
		'Take a card away from the top of a chat. One call. A group needs the same group template or cool app as in Pin.',
	zh: {
		name: '关闭卡片吊顶',
		action: '关闭互动卡片吊顶',
		description: '关闭会话顶部的卡片。一次调用；群需提供与创建吊顶时相同的群模板或酷应用编码',
	},
	docs: 'https://open.dingtalk.com/document/development/close-interactive-card-ceiling',
	permission: 'qyapi_chat_manage',
	routes: [CLOSE, CLOSE_DELIVERED],
	fields: [
		...chatFields,
		outTrackId,
		{
			displayName: 'Additional Fields',
			zh: { name: '更多字段', placeholder: '添加字段' },
			name: 'additionalFields',
			type: 'collection',
			placeholder: 'Add Field',
			default: {},
			options: rightFields,
		},
		{
			displayName: 'Delivered to the Top',
			zh: {
				name: '以投放方式吊顶',
				description: '卡片是否通过 ONE_BOX 场域投放到群顶部（而非“创建卡片吊顶”）；此时只需群和卡片 ID',
			},
			name: 'deliveredToTop',
			type: 'boolean',
			under: 'options',
			default: true,
			description:
				'Whether the card came to the top of the group by delivery to ONE_BOX and not by Pin; then group and card ID are enough',
		},
		robotCodeOfChat,
	],
	plan: ({ outTrackId: card, additionalFields, deliveredToTop, ...chat }) => {
		if (!deliveredToTop) return { card, body: { ...chatOf(chat, additionalFields), outTrackId: card } };
		if (chat.openConversationId === undefined)
			throw new InputError(
				'Delivered to the Top',
				'is for groups: choose Group as the chat',
				'仅适用于群，请将会话类型设为“群”',
			);
		return { card, query: { openConversationId: chat.openConversationId, outTrackId: card } };
	},
	run: async ({ card, body, query }, api) => {
		await (query ? api.call(CLOSE_DELIVERED, { query }, { safe: true }) : api.call(CLOSE, { body }, { safe: true }));
		return { success: true, outTrackId: card };
	},
});
