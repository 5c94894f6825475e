import { defineFields } from '../runtime/field';
import { filters } from './filterFields';
import { options } from './optionFields';

/** The form of the trigger. */
export const fields = defineFields([
	{
		displayName: 'Connection',
		name: 'connection',
		zh: { name: '连接方式', description: '事件以何种方式到达' },
		type: 'options',
		noDataExpression: true,
		default: 'stream',
		options: [
			{
				name: 'Stream',
				value: 'stream',
				zh: 'Stream：由 n8n 主动连接钉钉，无需公网地址和加密密钥',
				description: 'No public URL, no encryption keys: n8n connects to DingTalk',
			},
			{
				name: 'Webhook',
				value: 'webhook',
				zh: 'Webhook：钉钉调用 n8n 的公网地址，带签名和加密',
				description: "Calls of DingTalk to n8n's public URL, signed and encrypted",
			},
		],
		description: 'How the events get here',
	},
	{
		displayName: 'Receive',
		name: 'receive',
		zh: { name: '接收内容', description: '什么会启动工作流' },
		type: 'multiOptions',
		noDataExpression: true,
		required: true,
		default: ['events'],
		options: [
			{
				name: 'Card Callbacks',
				value: 'cardCallbacks',
				zh: '卡片回调：有人点击互动卡片按钮',
				description: 'Somebody clicks a button of an interactive card',
			},
			{
				name: 'Card Data Requests',
				value: 'cardData',
				zh: '卡片数据请求：卡片请求要展示的数据。以工作流的输出作答；仅 Stream，须在 2 秒内',
				description:
					'A card asks for what it shows. The workflow’s output is the answer. Stream only, within 2 seconds.',
			},
			{
				name: 'Delegated Robot Messages',
				value: 'delegatedMessages',
				zh: '托管消息：有人给机器人所托管的人发消息。仅 Stream',
				description: 'Somebody writes to a person whom the robot stands in for. Stream only.',
			},
			{
				name: 'Events',
				value: 'events',
				zh: '事件：审批、打卡、待办、入职等',
				description: 'Something happens: an approval, a punch, a to-do, a new hire',
			},
			{
				name: 'Plugin Calls',
				value: 'pluginCalls',
				zh: '插件调用：AI 助理调用应用。以工作流的输出作答；仅 Stream',
				description: 'An AI assistant calls the app. The workflow’s output is the answer. Stream only.',
			},
			{
				name: 'Robot Messages',
				value: 'robotMessages',
				zh: '机器人消息：有人给机器人发消息或在群里 @ 它',
				description: 'Somebody writes to the robot or mentions it in a group',
			},
		],
		description: 'What starts the workflow',
	},
	{
		displayName: 'Event Names or IDs',
		name: 'events',
		zh: {
			name: '事件',
			description: '接收哪些事件。还需在开发者后台“事件与回调”中为应用开启（自动注册回调地址时除外）',
		},
		type: 'multiOptions',
		required: true,
		default: ['*'],
		typeOptions: {
			loadOptionsMethod: 'getEventTypes',
			loadOptionsDependsOn: ['connection', 'options.listAllEvents'],
		},
		displayOptions: { show: { receive: ['events'] } },
		description:
			'Which events. Each must also be switched on for the app in the developer console, unless the URL is registered automatically. Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
	},
	{
		displayName: 'Registration',
		name: 'registration',
		zh: { name: '注册方式', description: '如何让钉钉知道 n8n 的地址' },
		type: 'options',
		noDataExpression: true,
		default: 'manual',
		displayOptions: { show: { connection: ['webhook'] } },
		options: [
			{
				name: 'Automatic',
				value: 'automatic',
				zh: '自动：启用工作流时注册地址，停用时删除。通过事件订阅接口注册；每个应用只能有一个地址。',
				description:
					'Registers the URL on activation and deletes it afterwards. It goes through the event-subscription API. DingTalk allows one URL per app.',
			},
			{
				name: 'Manual',
				value: 'manual',
				zh: '手动：自行把地址填入开发者后台。事件填在“事件与回调”，消息填在机器人的页面。',
				description:
					'You paste the URL into the developer console. It belongs under Events and Callbacks, for messages on the page of the robot.',
			},
		],
		description: "How DingTalk gets to know n8n's URL",
	},
	{
		displayName:
			'Paste the Production URL above into the developer console (open-dev.dingtalk.com): for events under Events and Callbacks, push mode HTTP, with the token and AES key of the credential; for messages under Robot, as the message address, mode HTTP',
		name: 'whereToPaste',
		zh: '把上方的 Production URL 填入开发者后台（open-dev.dingtalk.com）：事件填在“事件与回调”，推送方式选 HTTP，Token 和 AES Key 与凭证一致；消息填在“机器人”的消息接收地址，接收模式选 HTTP',
		type: 'notice',
		default: '',
		displayOptions: { show: { connection: ['webhook'], registration: ['manual'] } },
	},
	filters,
	options,
]);
