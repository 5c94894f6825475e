import { defineProcedure } from '../../../runtime/operation';
import { objectsIn, pick } from '../../../runtime/pick';
import { robotCodeOption } from './fields';
import { messageId } from './messageIds';

const STATUS = 'GET /v1.0/robot/oToMessages/readStatus';

export const getReadStatus = defineProcedure({
	name: 'Get Read Status',
	value: 'getReadStatus',
	action: 'Get who has read a robot message',
	description:
		'Get who has read a message of Send to People. One call. Within 24 hours. While DingTalk is still sending there are no receivers yet.',
	zh: {
		name: '查询单聊消息已读状态',
		action: '查询机器人单聊消息已读状态',
		description: '查询“发送给个人”的消息谁已读。一次调用；仅限 24 小时内，发送处理中时还没有接收人数据',
	},
	docs: 'https://open.dingtalk.com/document/development/chatbot-batch-query-the-read-status-of-messages',
	permission: 'qyapi_robot_sendmsg',
	routes: [STATUS],
	list: true,
	fields: [messageId, robotCodeOption],
	run: async ({ processQueryKey, robotCode, limit }, api) => {
		const { sendStatus, messageReadInfoList } = await api.call(STATUS, { query: { processQueryKey, robotCode } });
		const people = objectsIn(messageReadInfoList);
		if (people.length === 0)
			api.hint(
				`DingTalk has no receivers of this message yet (status ${String(sendStatus)})`,
				`该消息还没有接收人数据（状态 ${String(sendStatus)}）`,
			);
		return people.slice(0, limit).map((entry) => ({ ...entry, processQueryKey, sendStatus }));
	},
	simplify: (entry) => pick(entry, ['userId', 'name', 'readStatus', 'sendStatus']),
});
