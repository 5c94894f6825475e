import { defineOperation } from '../../../runtime/operation';
import { isObject } from '../../../protocol/json';
import { wireNumber } from '../../../shared/wireNumber';
import { leftOut, reached } from './delivery';
import { agentId, taskId } from './fields';

export const getResult = defineOperation({
	name: 'Get Result',
	value: 'getResult',
	action: 'Get the sending result of a work notification',
	description:
		'Get who has read a notification, and who did not get it. Of the last 24 hours; forbidden_list has the reason: 143105 too many that day, 143106 the same content twice.',
	zh: {
		name: '获取发送结果',
		action: '获取工作通知发送结果',
		description:
			'查询通知的已读、未读和未送达人员。限最近 24 小时；forbidden_list 中有原因：143105 当日超限，143106 内容重复',
	},
	docs: 'https://open.dingtalk.com/document/development/gets-the-result-of-sending-messages-asynchronously-to-the-enterprise',
	permission: 'qyapi_base',
	route: 'POST /topapi/message/corpconversation/getsendresult',
	safe: true,
	fields: [taskId, agentId],
	request: ({ taskId: task, agentId: agent }) => ({
		body: { agent_id: wireNumber('Agent ID', agent), task_id: wireNumber('Task ID', task) },
	}),
	partial: ({ send_result: said }, { taskId: task }) => {
		const result = isObject(said) ? said : {};
		const failed = leftOut(result);
		return { ok: [{ taskId: task, ...result }], failed, within: reached(result) + failed.length };
	},
});
