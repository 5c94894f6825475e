import { defineOperation } from '../../../runtime/operation';
import { wireNumber } from '../../../shared/wireNumber';
import { agentId, taskId } from './fields';

export const getProgress = defineOperation({
	name: 'Get Progress',
	value: 'getProgress',
	action: 'Get the sending progress of a work notification',
	description:
		'Get how far the delivery of a notification has come. Of the last 24 hours; status 0 is not started, 1 under way, 2 done.',
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
