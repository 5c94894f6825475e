import { defineOperation } from '../../../runtime/operation';
import { wireNumber } from '../../../shared/wireNumber';
import { agentId, taskId } from './fields';

export const getProgress = defineOperation({
	name: 'Get Progress',
	value: 'getProgress',
	action: 'Get the sending progress of a work notification',
	description:
		'Get how far the delivery of a notification has come. Of the last 24 hours; status 0 is not started, 1 under way, 2 done.',
	zh: {
		name: '获取发送进度',
		action: '获取工作通知发送进度',
		description: '查询通知的投递进度。限最近 24 小时；status：0 未开始，1 处理中，2 已完成',
	},
	docs: 'https://open.dingtalk.com/document/development/obtain-the-sending-progress-of-asynchronous-sending-of-enterprise-session',
	permission: 'qyapi_base',
	route: 'POST /topapi/message/corpconversation/getsendprogress',
	safe: true,
	fields: [taskId, agentId],
	request: ({ taskId: task, agentId: agent }) => ({
		body: { agent_id: wireNumber('Agent ID', agent), task_id: wireNumber('Task ID', task) },
	}),
	output: ({ progress }, { taskId: task }) => Object.assign({ taskId: task }, progress),
});
