import { defineOperation } from '../../../runtime/operation';
import { wireNumber } from '../../../shared/wireNumber';
import { agentId, taskId } from './fields';

export const recall = defineOperation({
	name: 'Recall',
	value: 'recall',
	action: 'Recall a work notification',
	description: 'Take back a notification of the last 24 hours',
	zh: { name: '撤回', action: '撤回工作通知', description: '撤回最近 24 小时内的通知' },
	docs: 'https://open.dingtalk.com/document/development/notification-of-work-withdrawal',
	permission: 'qyapi_base',
	route: 'POST /topapi/message/corpconversation/recall',
	safe: true,
	fields: [taskId, agentId],
	request: ({ taskId: task, agentId: agent }) => ({
		body: { agent_id: wireNumber('Agent ID', agent), msg_task_id: wireNumber('Task ID', task) },
	}),
});
