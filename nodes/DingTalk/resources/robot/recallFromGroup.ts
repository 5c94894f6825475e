import { defineOperation } from '../../../runtime/operation';
import { group } from '../../../shared/group';
import { robotCodeOption } from './fields';
import { messageIds, MOST_RECALLED, recalled } from './messageIds';

export const recallFromGroup = defineOperation({
	name: 'Recall From Group',
	value: 'recallFromGroup',
	action: 'Recall robot messages from a group',
	description:
		'Take back messages of Send to Group. One call per 20 messages. Group and robot must be those of the sending.',
	zh: {
		name: '撤回群消息',
		action: '撤回机器人群消息',
		description: '撤回“发送到群”的消息。每 20 条一次调用；群和机器人须与发送时一致',
	},
	docs: 'https://open.dingtalk.com/document/development/enterprise-chatbot-withdraws-internal-group-messages',
	permission: 'qyapi_robot_sendmsg',
	route: 'POST /v1.0/robot/groupMessages/recall',
	safe: true,
	fields: [group, messageIds, robotCodeOption],
	split: { lists: { processQueryKeys: MOST_RECALLED } },
	request: ({ openConversationId, robotCode, processQueryKeys }) => ({
		body: { openConversationId, robotCode, processQueryKeys },
	}),
	partial: recalled,
});
