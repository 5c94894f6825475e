import { defineField } from '../../../runtime/field';

export const agentId = defineField({
	displayName: 'Agent ID',
	name: 'agentId',
	type: 'string',
	required: true,
	fallback: 'agentId',
	default: '',
	placeholder: 'e.g. 1185599675',
	description: 'App that sends the notification. Empty: the Agent ID of the credential.',
});

export const taskId = defineField({
	displayName: 'Task ID',
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
	{ name: 'Approved (Green)', value: '0xFF78C06E' },
	{ name: 'Custom', value: 'custom' },
	{ name: 'Pending (Orange)', value: '0xFFFF9D46' },
	{ name: 'Rejected (Red)', value: '0xFFF65E5E' },
	{ name: 'Withdrawn (Gray)', value: '0xFF858E99' },
] as const;
