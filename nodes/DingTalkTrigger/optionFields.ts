import { defineField } from '../runtime/field';

/** Inside a collection; the slash leads to the node's own parameters. */
const webhookOnly = { show: { '/connection': ['webhook'] } };
const streamOnly = { show: { '/connection': ['stream'] } };

export const options = defineField({
	displayName: 'Options',
	name: 'options',
	zh: { name: '选项', placeholder: '添加选项' },
	type: 'collection',
	placeholder: 'Add Option',
	default: {},
	options: [
		{
			displayName: 'Acknowledge',
			name: 'acknowledge',
			zh: { name: '确认时机', description: '何时告诉钉钉事件已收到' },
			type: 'options',
			default: 'finished',
			displayOptions: streamOnly,
			options: [
				{
					name: 'When Finished',
					value: 'finished',
					zh: '执行结束时：执行结束或满 45 秒时确认。因崩溃中断的事件会重新投递。',
					description: 'When the execution has ended, or after 45 seconds. What a crash interrupts is delivered again.',
				},
				{
					name: 'When Received',
					value: 'received',
					zh: '收到时：立即确认，因崩溃中断的事件会丢失',
					description: 'At once: what a crash interrupts is lost',
				},
				{
					name: 'When Succeeded',
					value: 'succeeded',
					zh: '执行成功时：同“执行结束时”，但执行失败的会重新投递',
					description: 'Like When Finished, but what fails is delivered again',
				},
			],
			description: 'When DingTalk is told that an event has arrived',
		},
		{
			displayName: 'Answer Send and Wait',
			name: 'answersWaits',
			zh: {
				name: '接收“发送并等待”的回复',
				description:
					'本触发器是否同时接收“钉钉发送并等待”卡片上的点击，并转给正在等待的工作流；不会启动本工作流。同一应用有一个触发器即可',
			},
			type: 'boolean',
			default: true,
			displayOptions: streamOnly,
			description:
				'Whether this trigger also takes clicks on the cards of DingTalk Send and Wait to the workflows that wait for them. They start nothing here. One trigger of the app is enough.',
		},
		{
			displayName: 'Card Route Key',
			name: 'cardRouteKey',
			zh: {
				name: '卡片路由 Key',
				description: '自动注册时以此 callbackRouteKey 注册卡片回调地址，用回调 Token 签名',
			},
			type: 'string',
			id: true,
			default: '',
			displayOptions: webhookOnly,
			description:
				'With automatic registration the card URL is registered under this key (callbackRouteKey), signed with the callback token',
		},
		{
			displayName: 'Download Attachments',
			name: 'downloadAttachments',
			zh: {
				name: '下载附件',
				description:
					'机器人消息中的图片、文件、语音、视频是否作为二进制数据一并带上；每个附件调用一次接口并下载一次，需要权限 qyapi_robot_sendmsg',
			},
			type: 'boolean',
			default: false,
			description:
				'Whether pictures, files, audio and video of robot messages come along as binary data. One API call and one download for each, with the permission qyapi_robot_sendmsg.',
		},
		{
			displayName: 'Executions at Once',
			name: 'maxInFlight',
			zh: {
				name: '同时执行数',
				description: '本触发器同时运行的执行上限，其余事件按顺序等待且暂不确认；Webhook 方式下限制补收事件的同时执行数',
			},
			type: 'number',
			default: 20,
			typeOptions: { minValue: 1, maxValue: 1000, numberPrecision: 0 },
			description:
				'At most so many executions of this trigger run at once; further events wait in order, unacknowledged. With the webhook connection: so many of the events that Recover Failed Events brings.',
		},
		{
			displayName: 'List All Events',
			name: 'listAllEvents',
			zh: { name: '列出全部事件', description: '事件列表中是否也显示仅第三方应用可收到、或当前连接方式收不到的事件' },
			type: 'boolean',
			default: false,
			description:
				'Whether the list of events also shows those that only third-party apps get, or that this connection does not bring',
		},
		{
			displayName: 'Max File Size (MB)',
			name: 'maxFileSize',
			zh: { name: '文件大小上限（MB）', description: '配合“下载附件”：超过上限的文件不下载，附件中会说明其大小' },
			type: 'number',
			default: 100,
			typeOptions: { minValue: 1 },
			description:
				'With Download Attachments: a larger file is not downloaded, and the attachment says how large it is',
		},
		{
			displayName: 'N8n Address',
			name: 'n8nAddress',
			zh: {
				name: 'n8n 地址',
				placeholder: '例如 http://localhost:5678',
				description:
					'n8n 把“发送并等待”卡片的点击转给自身时使用的地址；留空依次尝试 n8n 自己的地址和 http://localhost:5678',
			},
			type: 'string',
			id: true,
			default: '',
			placeholder: 'e.g. http://localhost:5678',
			displayOptions: streamOnly,
			description:
				"Where n8n reaches itself with clicks on cards of Send and Wait. Empty: n8n's own address, then http://localhost:5678.",
		},
		{
			displayName: 'Recover Failed Events',
			name: 'recoverFailed',
			zh: {
				name: '补收失败事件',
				description:
					'是否取回钉钉推送失败的事件并补触发工作流。Webhook 方式默认开启。启用时及每 5 分钟调用一次接口（一直没有则放宽到 30 分钟），计入每月调用额度；需要权限 qyapi_base',
			},
			type: 'boolean',
			default: true,
			description:
				'Whether events that DingTalk could not push are fetched and start the workflow late. On by default with the webhook connection. One API call at activation and every 5 minutes, every 30 while nothing is found; each counts against the monthly quota. Needs the permission qyapi_base.',
		},
		{
			displayName: 'Replace Another URL',
			name: 'replaceUrl',
			zh: { name: '替换其他地址', description: '自动注册时是否可以替换应用已注册的其他地址' },
			type: 'boolean',
			default: false,
			displayOptions: webhookOnly,
			description: 'Whether automatic registration may replace another URL that is registered for the app',
		},
		{
			displayName: 'Resolve Details',
			name: 'resolveDetails',
			zh: {
				name: '带出详情',
				description:
					'审批事件带出审批实例，人员事件带出（第一个）人员，考勤事件带出当天数据，待办事件带出任务，放在 details 字段。每个事件多调用一次接口，计入每月调用额度；失败时事件仍会到达，原因见 detailsError',
			},
			type: 'boolean',
			default: false,
			description:
				'Whether an approval event brings its instance, a user event its (first) user, an attendance event the data of that day, a to-do event its task, as the field details. One more API call for each event, which counts against the monthly quota. Where it fails the event comes with detailsError.',
		},
	],
});
