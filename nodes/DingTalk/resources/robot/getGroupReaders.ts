import { defineOperation } from '../../../runtime/operation';
import { group } from '../../../shared/group';
import { robotCodeOption } from './fields';
import { messageId } from './messageIds';

export const getGroupReaders = defineOperation({
	name: 'Get Group Readers',
	value: 'getGroupReaders',
	action: 'Get who has read a robot message in a group',
	description:
		'Get who has read a message of Send to Group. One call per 200 readers. Only readers are listed, nobody who has not read it; within 24 hours.',
	zh: {
		name: '查询群消息已读人员',
		action: '查询机器人群消息已读人员',
		description: '查询“发送到群”的消息谁已读。每 200 人一次调用；只列出已读人员，仅限 24 小时内',
	},
	docs: 'https://open.dingtalk.com/document/development/chatbot-queries-the-read-status-of-a-message',
	permission: 'qyapi_robot_sendmsg',
	route: 'POST /v1.0/robot/groupMessages/query',
	safe: true,
	fields: [group, messageId, robotCodeOption],
	paging: {
		style: 'token',
		cursor: 'nextToken',
		size: { at: 'maxResults', max: 200 },
		entries: 'readUserIds',
		next: 'nextToken',
		more: 'hasMore',
	},
	remark: ({ sendStatus }) =>
		sendStatus === 'PROCESSING' || sendStatus === 'RECALLED'
			? {
					en: `The message is ${sendStatus === 'RECALLED' ? 'recalled' : 'still being sent'} (status ${sendStatus}): that nobody has read it means little`,
					zh: `该消息${sendStatus === 'RECALLED' ? '已撤回' : '仍在发送'}（状态 ${sendStatus}），没有已读人员不代表无人已读`,
				}
			: undefined,
	flatten: ({ value }) => [{ userId: value }],
	request: ({ openConversationId, processQueryKey, robotCode }) => ({
		body: { openConversationId, processQueryKey, robotCode },
	}),
});
