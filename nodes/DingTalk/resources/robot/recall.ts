import { defineOperation } from '../../../runtime/operation';
import { robotCodeOption } from './fields';
import { messageIds, MOST_RECALLED, recalled } from './messageIds';

export const recall = defineOperation({
	name: 'Recall',
	value: 'recall',
	action: 'Recall robot messages sent to people',
	description:
		'Take back messages of Send to People. One call per 20 messages. Within 24 hours; no trace of them stays in the chat.',
	zh: {
		name: '撤回单聊消息',
		action: '撤回机器人单聊消息',
		description: '撤回“发送给个人”的消息。每 20 条一次调用；仅限 24 小时内，撤回后会话中不留痕迹',
	},
	docs: 'https://open.dingtalk.com/document/development/batch-message-recall-chat',
	permission: 'qyapi_robot_sendmsg',
	route: 'POST /v1.0/robot/otoMessages/batchRecall',
	safe: true,
	fields: [messageIds, robotCodeOption],
	split: { lists: { processQueryKeys: MOST_RECALLED } },
	request: ({ robotCode, processQueryKeys }) => ({ body: { robotCode, processQueryKeys } }),
	partial: recalled,
});
