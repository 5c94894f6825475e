import { defineOperation } from '../../../runtime/operation';
import { group } from '../../../shared/group';
import { robotCodeOption, robotMessageFields } from './fields';
import { templateOf, uploadFiles } from './template';

export const sendToGroup = defineOperation({
	name: 'Send to Group',
	value: 'sendToGroup',
	action: 'Send a robot message to a group',
	description:
		"Send a message from the app's robot to a group it is in. Where only the webhook of a group's robot is known, Group Robot sends. One call, and one per uploaded file. It can mention nobody: use Reply, Card: Send or Send to Scene Group for that.",
	zh: {
		name: '发送到群',
		action: '机器人发送群消息',
		description:
			'用应用机器人向其所在的群发消息。只有群机器人的 Webhook 时，请用“群机器人”。一次调用，上传文件另算一次；不能 @ 成员，需要时请用“回复消息”“发送卡片”或“发送群助手消息”',
	},
	docs: 'https://open.dingtalk.com/document/development/the-robot-sends-a-group-message',
	permission: 'qyapi_robot_sendmsg',
	route: 'POST /v1.0/robot/groupMessages/send',
	fields: [
		group,
		...robotMessageFields,
		{
			displayName: 'Additional Fields',
			zh: { name: '更多字段', placeholder: '添加字段' },
			name: 'additionalFields',
			type: 'collection',
			placeholder: 'Add Field',
			default: {},
			options: [
				{
					displayName: 'Cool App Code',
					zh: { name: '酷应用编码', description: '机器人随酷应用进群时必填' },
					name: 'coolAppCode',
					type: 'string',
					default: '',
					description: 'Needed when the robot came into the group with a cool app',
				},
			],
		},
		robotCodeOption,
	],
	check: (message) => void templateOf(message),
	prepare: uploadFiles,
	request: ({ robotCode: code, openConversationId, additionalFields, ...message }, { found }) => ({
		body: { robotCode: code, openConversationId, ...templateOf({ ...message, ...found }), ...additionalFields },
	}),
});
