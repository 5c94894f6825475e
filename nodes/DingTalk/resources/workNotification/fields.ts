import { defineField } from '../../../runtime/field';

export const agentId = defineField({
	displayName: 'Agent ID',
	zh: { name: 'AgentId', description: '发送通知的应用；留空使用凭证中的 AgentId', placeholder: '例如 1185599675' },
	name: 'agentId',
	type: 'string',
	required: true,
	under: 'options',
	fallback: 'agentId',
	default: '',
	placeholder: 'e.g. 1185599675',
	description: 'App that sends the notification. Empty: the Agent ID of the credential.',
});

export const taskId = defineField({
	displayName: 'Task ID',
	zh: {
		name: '任务 ID',
		description: '发送时返回的 taskId；接收人较多时有多个，请逐个使用',
		placeholder: '例如 256271667526',
	},
	name: 'taskId',
	type: 'string',
	required: true,
	default: '',
	placeholder: 'e.g. 256271667526',
	description:
		'ID of the notification, as Send returns it. A notification to many people has several: use one at a time.',
});

/** What people see during an approval; any other colour is "custom". https://open.dingtalk.com/document/development/update-work-notification-status-bar */
export const statusColors = [
	{ name: 'Approved (Green)', value: '0xFF78C06E', zh: '已同意（绿）' },
	{ name: 'Custom', value: 'custom', zh: '自定义' },
	{ name: 'Pending (Orange)', value: '0xFFFF9D46', zh: '待审批（橙）' },
	{ name: 'Rejected (Red)', value: '0xFFF65E5E', zh: '已拒绝（红）' },
	{ name: 'Withdrawn (Gray)', value: '0xFF858E99', zh: '已撤销（灰）' },
] as const;
