import { defineOperation } from '../../../runtime/operation';
import { group } from '../../../shared/group';
import { robotCodeOption } from './fields';
import { messageId } from './messageIds';

/** Why nobody may have read it: states of the message in which no readers mean little. */
const UNREADABLE: Record<string, { en: string; zh: string } | undefined> = {
	PROCESSING: {
		en: 'The message is still being sent (status PROCESSING): that nobody has read it means little',
		zh: '该消息仍在发送（状态 PROCESSING），没有已读人员不代表无人已读',
	},
	RECALLED: {
		en: 'The message is recalled (status RECALLED): that nobody has read it means little',
		zh: '该消息已撤回（状态 RECALLED），没有已读人员不代表无人已读',
	},
};

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
	remark: ({ sendStatus }) => UNREADABLE[String(sendStatus)],
	flatten: ({ value }) => [{ userId: value }],
	request: ({ openConversationId, processQueryKey, robotCode }) => ({
		body: { openConversationId, processQueryKey, robotCode },
	}),
});
