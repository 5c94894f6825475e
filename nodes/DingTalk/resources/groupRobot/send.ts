import { defineOperation } from '../../../runtime/operation';
import { webhookMessage, webhookMessageFields } from '../../fields/webhookMessage';

export const send = defineOperation({
	name: 'Send',
	value: 'send',
	action: 'Send a message to a group by webhook',
	description:
		"Send a message to a group by the webhook of its robot. No app is needed. To people, or with pictures and files, the app's robot sends: App Robot. 20 messages a minute per robot; more wait.",
	zh: {
		name: '发送消息',
		action: '群机器人发送消息（Webhook）',
		description:
			'通过群机器人的 Webhook 向群发消息。无需应用；发给个人或发送图片、文件请用“应用机器人”。每个机器人每分钟 20 条，超出的会排队',
	},
	docs: 'https://open.dingtalk.com/document/development/custom-robots-send-group-messages',
	route: 'POST /robot/send',
	idempotencyKey: 'body.msgUuid',
	fields: [
		...webhookMessageFields,
		{
			displayName: 'User IDs to Mention',
			zh: { name: '@ 成员 userId', description: '要 @ 的群成员 userId，逗号分隔，最多 50 个' },
			name: 'atUserIds',
			type: 'string',
			list: true,
			maxItems: 50,
			default: '',
			placeholder: 'e.g. manager4220, zhangsan',
			displayOptions: { show: { messageType: ['actionCard', 'markdown', 'text'] } },
			description: 'User IDs of group members to call by @, separated by commas, at most 50',
		},
		{
			displayName: 'Mobiles to Mention',
			zh: { name: '@ 成员手机号', description: '要 @ 的群成员手机号，逗号分隔' },
			name: 'atMobiles',
			type: 'string',
			list: true,
			default: '',
			placeholder: 'e.g. 13800000000',
			displayOptions: { show: { messageType: ['actionCard', 'markdown', 'text'] } },
			description: 'Mobile numbers of group members to call by @, separated by commas',
		},
		{
			displayName: 'Mention Everyone',
			zh: { name: '@ 所有人', description: '是否 @ 群里所有人' },
			name: 'atAll',
			type: 'boolean',
			default: false,
			displayOptions: { show: { messageType: ['actionCard', 'markdown', 'text'] } },
			description: 'Whether to call everyone in the group by @',
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
					displayName: 'Hide Avatar',
					zh: { name: '隐藏头像', description: 'ActionCard 是否隐藏机器人头像' },
					name: 'hideAvatar',
					type: 'boolean',
					default: false,
					description: "Whether an action card shows without the robot's avatar",
				},
				{
					displayName: 'Message UUID',
					zh: { name: '消息幂等键', description: '相同的键只发送一次；留空则每项自动生成，重试时保持不变' },
					name: 'msgUuid',
					type: 'string',
					default: '',
					description:
						'DingTalk sends a message with the same one only once. Empty: a new one for each item, kept when a call is repeated.',
				},
			],
		},
	],
	request: ({ atUserIds, atMobiles, atAll, additionalFields: { hideAvatar, msgUuid }, ...message }) => ({
		body: {
			...webhookMessage(
				message,
				{ userIds: atUserIds ?? [], mobiles: atMobiles ?? [], all: atAll ?? false },
				hideAvatar,
			),
			...(msgUuid !== undefined && { msgUuid }),
		},
	}),
});
