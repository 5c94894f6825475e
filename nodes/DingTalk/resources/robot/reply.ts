import { toMoment } from '../../../runtime/moment';
import { defineProcedure, InputError, type Json } from '../../../runtime/operation';
import { personModes } from '../../../shared/person';
import { webhookMessage, webhookMessageFields } from '../../fields/webhookMessage';

/** Where the reply goes, and until when (epoch ms): as the form says, or by the message that started the execution. @throws InputError where there is none. */
function sessionOf(
	given: string | undefined,
	until: number | undefined,
	message: () => Json | undefined,
): { sessionWebhook: string; expiresAt?: number } {
	if (given !== undefined) return { sessionWebhook: given, expiresAt: until };
	const { sessionWebhook, sessionWebhookExpiresAt } = message() ?? {};
	if (typeof sessionWebhook === 'string' && sessionWebhook !== '')
		return { sessionWebhook, expiresAt: toMoment(sessionWebhookExpiresAt, 'utc') };
	throw new InputError(
		'Session Webhook',
		'is empty, and no robot message started this execution. Begin with DingTalk Trigger, or use Send to People or Send to Group',
		'为空，且本次执行不是由机器人消息触发。请以钉钉触发器开始，或改用“发送给个人”“发送到群”',
	);
}

export const reply = defineProcedure({
	name: 'Reply',
	value: 'reply',
	action: 'Reply to a robot message',
	description:
		'Answer a message that the robot received. It goes to the same conversation, through the session webhook of the message.',
	zh: {
		name: '回复消息',
		action: '机器人回复消息',
		description: '回复机器人收到的消息。通过消息的 sessionWebhook 发到原会话',
	},
	docs: 'https://open.dingtalk.com/document/development/receive-message',
	// The session webhook is a full URL of its own: https://oapi.dingtalk.com/robot/sendBySession?session=…
	routes: [],
	fields: [
		{
			displayName: 'Session Webhook',
			zh: {
				name: '会话 Webhook',
				description:
					'收到的消息中的 sessionWebhook，由钉钉触发器给出；为空（如中间经过其他节点）时取触发本次执行的消息。只接受钉钉的地址',
			},
			name: 'sessionWebhook',
			type: 'string',
			default: '={{ $json.sessionWebhook }}',
			placeholder: 'https://oapi.dingtalk.com/robot/sendBySession?session=…',
			description:
				'The sessionWebhook of the received message, as DingTalk Trigger gives it. Where it is empty, as behind other nodes, that of the message that started the execution is taken. Only DingTalk addresses are accepted.',
		},
		{
			displayName: 'Session Expires At',
			zh: { name: '会话过期时间', description: '会话 Webhook 的有效期，由钉钉触发器给出；过期后不再发送' },
			name: 'sessionWebhookExpiresAt',
			type: 'dateTime',
			default: '={{ $json.sessionWebhookExpiresAt }}',
			description: 'Until when the session webhook may be used, as DingTalk Trigger gives it. Later, nothing is sent.',
		},
		...webhookMessageFields,
		{
			displayName: 'People to Mention',
			zh: { name: '@ 成员', description: '要 @ 的群成员：一个人，或用逗号分隔的多个 ID' },
			name: 'atUsers',
			type: 'resourceLocator',
			person: 'userId',
			many: true,
			maxItems: 50,
			default: { mode: 'list', value: '' },
			modes: personModes,
			displayOptions: { show: { messageType: ['actionCard', 'markdown', 'text'] } },
			description: 'Group members to call by @: one person, or several IDs separated by commas',
		},
		{
			displayName: 'Mobiles to Mention',
			zh: { name: '@ 成员手机号', description: '要 @ 的群成员手机号，逗号分隔' },
			name: 'atMobiles',
			type: 'string',
			list: true,
			default: '',
			placeholder: 'e.g. 13800000000',
			under: 'options',
			description: 'Mobile numbers of group members to call by @, separated by commas',
		},
		{
			displayName: 'Mention Everyone',
			zh: { name: '@ 所有人', description: '是否 @ 群里所有人' },
			name: 'atAll',
			type: 'boolean',
			default: false,
			under: 'options',
			description: 'Whether to call everyone in the group by @',
		},
	],
	run: async (
		{ sessionWebhook: given, sessionWebhookExpiresAt: until, atUsers, atMobiles, atAll, ...message },
		api,
	) => {
		const body = webhookMessage(message, { userIds: atUsers ?? [], mobiles: atMobiles ?? [], all: atAll ?? false });
		const isCalling = (atMobiles ?? []).length > 0 || atAll === true;
		if (isCalling && (message.messageType === 'link' || message.messageType === 'feedCard'))
			api.hint('Links and feed cards mention nobody', '链接和 FeedCard 不会 @ 任何人');
		const { sessionWebhook, expiresAt } = sessionOf(given, until, api.caller.item);
		if (!URL.canParse(sessionWebhook)) throw new InputError('Session Webhook', 'is not a URL', '不是有效的网址');
		if (expiresAt !== undefined && expiresAt < Date.now())
			throw new InputError(
				'Session Expires At',
				'is past: the conversation no longer takes this reply. Use Send to People or Send to Group',
				'已过期，该会话不再接受回复。请改用“发送给个人”或“发送到群”',
			);
		return await api.post(sessionWebhook, body);
	},
});
