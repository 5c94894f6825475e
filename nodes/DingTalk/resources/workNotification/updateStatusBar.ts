import { defineOperation } from '../../../runtime/operation';
import { wireNumber } from '../../../shared/wireNumber';
import { statusColor } from './color';
import { agentId, statusColors, taskId } from './fields';

export const updateStatusBar = defineOperation({
	name: 'Update Status Bar',
	value: 'updateStatusBar',
	action: 'Update the status bar of a work notification',
	description: "Change text and color of an OA notification's status bar. Up to seven days after it was sent.",
	zh: {
		name: '更新状态栏',
		action: '更新工作通知状态栏',
		description: '修改 OA 通知状态栏的文字和颜色。限发送后 7 天内',
	},
	docs: 'https://open.dingtalk.com/document/development/update-work-notification-status-bar',
	permission: 'qyapi_base',
	route: 'POST /topapi/message/corpconversation/status_bar/update',
	safe: true,
	fields: [
		taskId,
		{
			displayName: 'Status',
			zh: { name: '状态', description: '状态栏文字', placeholder: '例如 已同意' },
			name: 'statusValue',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. Approved',
			description: 'Text of the status bar',
		},
		{
			displayName: 'Status Color',
			zh: { name: '状态颜色', description: '状态栏的颜色' },
			name: 'statusBg',
			type: 'options',
			default: '0xFF78C06E',
			options: statusColors,
			description: 'Color of the status bar',
		},
		{
			displayName: 'Custom Status Color',
			zh: { name: '自定义状态颜色', description: '可写 #FF6A00，或钉钉的写法 0xFFFF6A00' },
			name: 'customStatusBg',
			type: 'color',
			required: true,
			default: '#FF6A00',
			displayOptions: { show: { statusBg: ['custom'] } },
			description: 'As #FF6A00, or as DingTalk writes it: 0xFFFF6A00',
		},
		agentId,
	],
	request: ({ taskId: task, agentId: agent, statusValue, statusBg, customStatusBg }) => ({
		body: {
			agent_id: wireNumber('Agent ID', agent),
			task_id: wireNumber('Task ID', task),
			status_value: statusValue,
			status_bg: statusColor(statusBg, customStatusBg),
		},
	}),
});
