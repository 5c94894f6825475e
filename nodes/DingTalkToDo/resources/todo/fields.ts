import { defineField, defineFields } from '../../../runtime/field';
import { personModes } from '../../../shared/person';

export const owner = defineField({
	displayName: 'Person',
	zh: { name: '所属人', description: '待办的创建者；留空使用凭证中的默认操作人' },
	name: 'person',
	type: 'resourceLocator',
	person: 'unionId',
	fallback: 'defaultOperator',
	required: true,
	default: { mode: 'list', value: '' },
	modes: personModes,
	description: 'Whose to-do it is (its creator). Empty: the default operator of the credential.',
});

/** Lines of the card, at most 1,024 bytes each. https://open.dingtalk.com/document/development/add-dingtalk-to-do-task */
export const contentFields = defineField({
	displayName: 'Custom Fields',
	zh: { name: '自定义字段', description: '显示在待办卡片内容区的字段', placeholder: '添加字段' },
	name: 'contentFields',
	type: 'fixedCollection',
	typeOptions: { multipleValues: true, sortable: true },
	placeholder: 'Add Field',
	default: {},
	description: 'Lines that the card of the to-do shows',
	options: [
		{
			displayName: 'Field',
			zh: '字段',
			name: 'field',
			values: [
				{ displayName: 'Name', zh: '名称', name: 'fieldKey', type: 'string', required: true, default: '' },
				{ displayName: 'Value', zh: '值', name: 'fieldValue', type: 'string', required: true, default: '' },
			],
		},
	],
});

/** Buttons of the card. https://open.dingtalk.com/document/development/add-dingtalk-to-do-task */
export const buttons = defineField({
	displayName: 'Buttons',
	zh: { name: '自定义按钮', description: '待办卡片上的按钮', placeholder: '添加按钮' },
	name: 'buttons',
	type: 'fixedCollection',
	typeOptions: { multipleValues: true, sortable: true },
	placeholder: 'Add Button',
	default: {},
	description: 'Buttons of the card',
	options: [
		{
			displayName: 'Button',
			zh: '按钮',
			name: 'button',
			values: [
				{
					displayName: 'Body',
					zh: { name: '请求内容', description: '钉钉调用该地址时发送的内容' },
					name: 'body',
					type: 'string',
					typeOptions: { rows: 2 },
					default: '',
					description: 'What DingTalk sends to the address',
					displayOptions: { show: { actionType: [1] } },
				},
				{
					displayName: 'Click',
					zh: '点击后',
					name: 'actionType',
					type: 'options',
					default: 2,
					options: [
						{ name: 'Call a Service', value: 1, zh: '调用业务服务' },
						{ name: 'Open a Page', value: 2, zh: '跳转页面' },
					],
				},
				{
					displayName: 'Key',
					zh: { name: '按钮标识', description: '用于区分两个按钮' },
					name: 'actionKey',
					type: 'string',
					default: '',
					description: 'Tells two buttons apart',
				},
				{ displayName: 'Title', zh: '名称', name: 'title', type: 'string', required: true, default: '' },
				{
					displayName: 'URL',
					zh: { name: '链接', description: '跳转的页面，或钉钉调用的地址（例如 n8n 的 Webhook）' },
					name: 'url',
					type: 'string',
					required: true,
					default: '',
					placeholder: 'e.g. https://example.com',
					description: 'Page that opens, or address that DingTalk calls (a webhook of n8n)',
				},
				{
					displayName: 'URL (Desktop)',
					zh: { name: '链接（桌面端）', description: '在桌面端打开的页面；留空则相同' },
					name: 'pcUrl',
					type: 'string',
					default: '',
					description: 'Page that opens on the desktop. Empty: the same page.',
				},
			],
		},
	],
});

/** How people are told when the to-do is made, and before it is due. */
export const notifyFields = defineFields([
	{
		displayName: 'Notify by Pop-Up',
		zh: { name: '弹框通知', description: '是否发送钉钉弹框通知' },
		name: 'dingNotify',
		type: 'boolean',
		default: true,
		description: 'Whether DingTalk shows a pop-up notification',
	},
	{
		displayName: 'Notify by Push',
		zh: { name: '系统推送通知', description: '是否发送手机系统通知；不设置时与弹框通知一致' },
		name: 'sendTodoApn',
		type: 'boolean',
		default: true,
		description: 'Whether the phone shows a system notification; as the pop-up where it is not said',
	},
	{
		displayName: 'Notify by To-Do Assistant',
		zh: { name: '待办助手通知', description: '是否发送待办助手通知' },
		name: 'sendAssistantChat',
		type: 'boolean',
		default: true,
		description: 'Whether the to-do assistant sends a message',
	},
	{
		displayName: "Only in the Executors' Lists",
		zh: { name: '仅执行人可见', description: '是否仅展示在执行者的待办列表中' },
		name: 'isOnlyShowExecutor',
		type: 'boolean',
		default: false,
		description: 'Whether only executors see the to-do in their lists',
	},
]);

interface Told {
	dingNotify?: boolean;
	sendTodoApn?: boolean;
	sendAssistantChat?: boolean;
}

const text = (value: boolean | undefined) => (value === undefined ? undefined : String(value));

/** DingTalk wants texts: "1" and "0" for the pop-up, "true" and "false" for the others. Nothing where nothing was said. */
export function notifyConfigs({ dingNotify, sendTodoApn, sendAssistantChat }: Told) {
	if ([dingNotify, sendTodoApn, sendAssistantChat].every((value) => value === undefined)) return undefined;
	return {
		dingNotify: dingNotify === undefined ? undefined : dingNotify ? '1' : '0',
		sendTodoApn: text(sendTodoApn),
		sendAssistantChat: text(sendAssistantChat),
	};
}
