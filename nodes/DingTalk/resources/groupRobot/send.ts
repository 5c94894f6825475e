import { defineOperation } from '../../../runtime/operation';
import { webhookMessage, webhookMessageFields } from '../../fields/webhookMessage';

export const send = defineOperation({
	name: 'Send',
	value: 'send',
	action: 'Send a message to a group by its robot',
	description: "Send a text, markdown, link or card to a robot's group. 20 messages a minute per robot; more wait.",
	docs: 'https://open.dingtalk.com/document/development/custom-robots-send-group-messages',
	route: 'POST /robot/send',
	idempotencyKey: 'body.msgUuid',
	fields: [
		...webhookMessageFields,
		{
			displayName: 'User IDs to Mention',
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
			name: 'atAll',
			type: 'boolean',
			default: false,
			displayOptions: { show: { messageType: ['actionCard', 'markdown', 'text'] } },
			description: 'Whether to call everyone in the group by @',
		},
		{
			displayName: 'Additional Fields',
			name: 'additionalFields',
			type: 'collection',
			placeholder: 'Add Field',
			default: {},
			options: [
				{
					displayName: 'Hide Avatar',
					name: 'hideAvatar',
					type: 'boolean',
					default: false,
					description: "Whether an action card shows without the robot's avatar",
				},
				{
					displayName: 'Message UUID',
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
