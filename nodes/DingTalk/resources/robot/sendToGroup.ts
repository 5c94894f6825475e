import { defineOperation } from '../../../runtime/operation';
import { robotCode, robotMessageFields } from './fields';
import { templateOf, uploadFiles } from './template';

export const sendToGroup = defineOperation({
	name: 'Send to Group',
	value: 'sendToGroup',
	action: 'Send a robot message to a group',
	description: "Send a message from the app's robot to a group it is in. One call, and one per uploaded file.",
	zh: {
		name: '发送到群',
		action: '机器人发送群消息',
		description: '用应用机器人向其所在的群发消息。一次调用，上传文件另算一次',
	},
	docs: 'https://open.dingtalk.com/document/development/the-robot-sends-a-group-message',
	permission: 'qyapi_robot_sendmsg',
	route: 'POST /v1.0/robot/groupMessages/send',
	fields: [
		{
			displayName: 'Conversation ID',
			zh: { name: '会话 ID', description: '群的 openConversationId；收到的消息中为 conversationId' },
			name: 'openConversationId',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. cid6KeBBLoveMJOGXoYKF5x7EeiodoA==',
			description: 'The openConversationId of the group; a received message has it as conversationId',
		},
		...robotMessageFields,
		robotCode,
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
	],
	check: (message) => void templateOf(message),
	prepare: uploadFiles,
	request: ({ robotCode: code, openConversationId, additionalFields, ...message }, { found }) => ({
		body: { robotCode: code, openConversationId, ...templateOf({ ...message, ...found }), ...additionalFields },
	}),
});
