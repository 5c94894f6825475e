import { randomUUID } from 'crypto';
import { isObject, writeJson } from '../../../protocol/json';
import { defineProcedure, type Json } from '../../../runtime/operation';
import { objectsIn } from '../../../runtime/pick';
import {
	DEFAULT_KEY,
	FLOW,
	namedReceivers,
	SDK_TEMPLATE,
	sendTo,
	spaceOf,
	type Receiver,
} from '../../../shared/aiCard';
import { answerOfMade, deliveredCard, deliveryModels, mentions, openSpaceId, PERSON } from '../../../shared/cardSpaces';
import { personModes } from '../../../shared/person';
import { refuseLonger } from '../../fields/message';
import { paramsOf } from '../../../shared/cardParams';
import { MOST_BYTES } from '../card/data';
import { callbackFields } from '../card/fields';
import { robotCodeOption } from '../robot/fields';
import { contentKey } from './fields';

const SEND = 'POST /v1.0/card/instances/createAndDeliver';

/** Whether the receiver is the chat of a message that the form does not describe. */
const ofMessage = ({ sendTo, chatType }: Receiver): boolean => sendTo === 'chat' && chatType === undefined;

/** The chat of the message that started the execution. */
function chatOf(item: Json = {}): Pick<Receiver, 'chatType' | 'conversationId' | 'sender'> {
	const [conversation, sender] = [item.conversation, item.sender].map((one) => (isObject(one) ? one : {}));
	const said = (value: unknown) => (typeof value === 'string' && value !== '' ? value : undefined);
	return {
		chatType: said(conversation?.type),
		conversationId: said(conversation?.id),
		sender: said(sender?.userId),
	};
}

export const start = defineProcedure({
	name: 'Start',
	value: 'start',
	action: 'Send an AI card that shows "thinking"',
	description:
		"Send an AI card that Write fills and Finish ends. One call. The default template is the one of DingTalk's Stream SDKs; use one of your own for buttons and looks.",
	zh: {
		name: '开始 AI 卡片',
		action: '发送“思考中”的 AI 卡片',
		description:
			'发送 AI 卡片，之后用“流式更新”写入、用“完成”结束。一次调用；默认使用钉钉 Stream SDK 的模板，也可使用自己的模板',
	},
	docs: 'https://open.dingtalk.com/document/development/create-and-deliver-cards',
	permission: 'Card.Instance.Write',
	routes: [SEND, PERSON],
	fields: [
		sendTo,
		{
			displayName: 'Chat Type',
			zh: {
				name: '会话类型',
				description:
					'收到的消息中的 conversation.type：single 或 group；为空（如中间经过其他节点）时取触发本次执行的消息',
			},
			name: 'chatType',
			type: 'string',
			id: true,
			default: '={{ $json.conversation?.type }}',
			displayOptions: { show: { sendTo: ['chat'] } },
			description:
				'The conversation.type of the received message: single or group. Where it is empty, as behind other nodes, the message that started the execution says it.',
		},
		{
			displayName: 'Conversation ID',
			zh: { name: '会话 ID', description: '收到的消息中的 conversation.id' },
			name: 'conversationId',
			type: 'string',
			id: true,
			default: '={{ $json.conversation?.id }}',
			displayOptions: { show: { sendTo: ['chat'] } },
			description: 'The conversation.ID of the received message',
		},
		{
			displayName: 'Sender',
			zh: { name: '发送者', description: '收到的消息中的 sender.userId' },
			name: 'sender',
			type: 'string',
			id: true,
			default: '={{ $json.sender?.userId }}',
			displayOptions: { show: { sendTo: ['chat'] } },
			description: 'The sender.userId of the received message',
		},
		...namedReceivers,
		{
			displayName: 'Additional Fields',
			zh: { name: '更多字段', placeholder: '添加字段' },
			name: 'additionalFields',
			type: 'collection',
			placeholder: 'Add Field',
			default: {},
			options: [
				{
					displayName: 'Card Data (JSON)',
					zh: { name: '卡片数据（JSON）', description: '模板的其他变量；非文本的值会转为 JSON 文本' },
					name: 'publicData',
					type: 'json',
					default: '{}',
					description: 'Other variables of the template, by name. A value that is no text is written as JSON.',
				},
				{
					displayName: 'People to Mention',
					zh: { name: '@ 成员', description: '要在群里 @ 的成员：一个人，或用逗号分隔的多个 ID' },
					name: 'atUsers',
					type: 'resourceLocator',
					person: 'userId',
					many: true,
					default: { mode: 'list', value: '' },
					modes: personModes,
					description: 'Group members to call by @: one person, or several IDs separated by commas',
				},
				{
					displayName: 'Template ID',
					zh: { name: '模板 ID', description: '自己的 AI 卡片模板，以 .schema 结尾；请同时在选项中填写内容变量' },
					name: 'cardTemplateId',
					type: 'string',
					id: true,
					default: '',
					placeholder: 'e.g. 382e4302-551d-4880-bf29-a30acfab2e71.schema',
					description: 'An AI card template of your own; it ends in .schema. Name its content variable under Options.',
				},
			],
		},
		contentKey,
		...callbackFields,
		robotCodeOption,
	],
	plan: ({
		additionalFields: more,
		contentKey: key = DEFAULT_KEY,
		callbackType,
		callbackRouteKey,
		robotCode,
		...to
	}) => {
		const { cardTemplateId, publicData, atUsers } = more;
		const data = paramsOf(publicData, 'Card Data (JSON)')?.cardParamMap;
		// The default template shows "thinking" by its own variable; one of the user's need not have it.
		const status = cardTemplateId === undefined ? { flowStatus: FLOW.thinking } : {};
		const body = {
			cardTemplateId: cardTemplateId ?? SDK_TEMPLATE,
			cardData: { cardParamMap: { ...status, [key]: '', ...data } },
			callbackType: callbackType ?? 'STREAM',
			callbackRouteKey: callbackType === 'HTTP' ? callbackRouteKey : undefined,
			imRobotOpenSpaceModel: { supportForward: true },
			imGroupOpenSpaceModel: { supportForward: true },
		};
		refuseLonger(writeJson(body), MOST_BYTES, 'Card Data (JSON)');
		// The message that started the execution is known only in `run`.
		if (!ofMessage(to)) spaceOf(to);
		return { body, key, to, atUsers, robotCode };
	},
	run: async ({ body, key, to, atUsers, robotCode }, api) => {
		const space = spaceOf(ofMessage(to) ? { ...to, ...chatOf(api.caller.item()) } : to);
		const outTrackId = randomUUID();
		const atUserIds = await mentions({ users: atUsers }, api);
		// The list of chats shows the text as it grows.
		const delivery = { robotCode, atUserIds, extension: { dynamicSummary: 'true' } };
		const made = api.call(
			SEND,
			{ body: { outTrackId, ...body, openSpaceId: openSpaceId(space), ...deliveryModels(space, delivery) } },
			{ safe: true },
		);
		const { deliverResults } = await made.catch(answerOfMade(api.hint));
		return deliveredCard({ outTrackId, contentKey: key }, objectsIn(deliverResults));
	},
});
