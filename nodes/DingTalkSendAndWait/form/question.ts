import { defineField, defineFields } from '../../runtime/field';
import { formFields } from './customForm';

/* Names and values are those of n8n's own nodes of this kind. */

export const subject = defineField({
	displayName: 'Subject',
	zh: { name: '标题', description: '显示在会话列表和消息顶部', placeholder: '例如 需要您审批' },
	name: 'subject',
	type: 'string',
	default: '',
	placeholder: 'e.g. Approval required',
	description: 'Stands at the top of the message and in the list of chats',
});

export const message = defineField({
	displayName: 'Message',
	zh: { name: '内容', description: '支持 Markdown' },
	name: 'message',
	type: 'string',
	required: true,
	default: '',
	typeOptions: { rows: 4 },
	description: 'Markdown may be used',
});

/** How it can be answered. */
export const answerFields = defineFields([
	{
		displayName: 'Response Type',
		zh: { name: '回复方式', description: '对方如何回复' },
		name: 'responseType',
		type: 'options',
		default: 'approval',
		options: [
			{ name: 'Approval', value: 'approval', description: 'One button or two', zh: '审批：一个或两个按钮' },
			{ name: 'Custom Form', value: 'customForm', description: 'A form on a page', zh: '自定义表单：在页面中填写表单' },
			{ name: 'Free Text', value: 'freeText', description: 'A text on a page', zh: '自由文本：在页面中填写文字' },
		],
		description: 'How people answer',
	},
	{
		displayName: 'Approval Options',
		zh: { name: '审批选项', placeholder: '添加选项' },
		name: 'approvalOptions',
		type: 'fixedCollection',
		placeholder: 'Add option',
		default: {},
		displayOptions: { show: { responseType: ['approval'] } },
		options: [
			{
				displayName: 'Values',
				zh: '选项',
				name: 'values',
				values: [
					{
						displayName: 'Type of Approval',
						zh: '按钮',
						name: 'approvalType',
						type: 'options',
						default: 'double',
						options: [
							{ name: 'Approve and Decline', value: 'double', zh: '同意和拒绝' },
							{ name: 'Approve Only', value: 'single', zh: '仅同意' },
						],
					},
					{
						displayName: 'Approve Button Label',
						zh: { name: '同意按钮文字', description: '留空为“同意”' },
						name: 'approveLabel',
						type: 'string',
						default: '',
						description: 'Empty: "Approve", or 同意 in Chinese',
					},
					{
						displayName: 'Decline Button Label',
						zh: { name: '拒绝按钮文字', description: '留空为“拒绝”' },
						name: 'disapproveLabel',
						type: 'string',
						default: '',
						displayOptions: { show: { approvalType: ['double'] } },
						description: 'Empty: "Decline", or 拒绝 in Chinese',
					},
				],
			},
		],
	},
]);

/** What is asked, and how it can be answered. */
export const questionFields = [subject, message, ...answerFields, formFields] as const;
