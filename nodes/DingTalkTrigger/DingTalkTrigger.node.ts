import {
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
	type ITriggerFunctions,
	type ITriggerResponse,
	type IWebhookFunctions,
	type IWebhookResponseData,
	NodeConnectionTypes,
} from 'n8n-workflow';
import { testDingTalkApi } from '../runtime/credentialTests';
import { weaveFields } from '../runtime/words';
import { receiveCall } from './receive/webhook';
import { getEventTypes } from './eventTypes';
import { fields } from './fields';
import { runInExecution } from './receive/execute';
import { cardRegistration, registration } from './receive/registration';
import { startStream } from './receive/stream';
import { startRecovery } from './recovery/webhookRecovery';
import chinese from './zh-CN.json';

export class DingTalkTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'DingTalk Trigger',
		name: 'dingTalkTrigger',
		icon: { light: 'file:../../icons/trigger.svg', dark: 'file:../../icons/trigger.dark.svg' },
		group: ['trigger'],
		version: 1,
		subtitle: '={{ $parameter["connection"] + ": " + $parameter["receive"].join(", ") }}',
		description:
			'Starts the workflow on DingTalk events, robot messages and card clicks. 钉钉触发器：事件、机器人消息、卡片回调',
		eventTriggerDescription:
			'Waiting for you to write to the robot, click a card or do what causes the event 等待钉钉事件',
		activationMessage: 'DingTalk events now start your workflow. 钉钉事件将启动此工作流。',
		triggerPanel: {
			header: 'Pull in events from DingTalk 接收钉钉事件',
			executionsHelp: {
				inactive:
					'<b>To try it</b>, click Listen and then do in DingTalk what you wait for: write to the robot (alone, or with @ in its group), click a button of the card, punch in, submit the approval. The event must be switched on for the app in the developer console, under Events and Callbacks.<br><br><b>试运行</b>：点击监听，然后在钉钉中操作：给机器人发消息（单聊或在群里 @ 它）、点击卡片按钮、打卡、提交审批等。请先在开发者后台“事件与回调”中为应用开启该事件。',
				active:
					'<b>The workflow is active</b>: it runs by itself, and a test run gets a copy of the next event. Do in DingTalk what you wait for.<br><br><b>工作流已启用</b>：会自动运行；试运行得到下一个事件的副本。请在钉钉中操作以触发事件。',
			},
			activationHint:
				'Activate the workflow to receive events all the time, without clicking here. 启用工作流后将持续接收事件。',
		},
		defaults: { name: 'DingTalk Trigger' },
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'dingTalkApi', required: true, testedBy: 'testDingTalkApi' }],
		webhooks: [
			{
				name: 'default',
				// An empty method registers no webhook: in Stream mode there is none.
				httpMethod: '={{ $parameter["connection"] === "webhook" ? "POST" : "" }}',
				responseMode: 'onReceived',
				// Left out it would mean `firstEntryJson`, and n8n would answer with that word instead of ours.
				responseData: '',
				path: 'dingtalk',
				ndvHideUrl: '={{ $parameter["connection"] !== "webhook" }}',
			},
			{
				name: 'setup',
				httpMethod:
					'={{ $parameter["connection"] === "webhook" && $parameter["receive"].includes("cardCallbacks") ? "POST" : "" }}',
				// The card's caller waits for what a node of the workflow answers.
				responseMode: 'responseNode',
				path: 'dingtalk-card',
				ndvHideUrl: '={{ $parameter["connection"] !== "webhook" || !$parameter["receive"].includes("cardCallbacks") }}',
			},
		],
		properties: weaveFields(fields, chinese),
	};

	methods = { credentialTest: { testDingTalkApi }, loadOptions: { getEventTypes } };

	webhookMethods = { default: registration, setup: cardRegistration };

	async trigger(this: ITriggerFunctions): Promise<ITriggerResponse> {
		return this.getNodeParameter('connection') === 'webhook' ? await startRecovery(this) : await startStream(this);
	}

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await runInExecution(this);
	}

	async webhook(this: IWebhookFunctions): Promise<IWebhookResponseData> {
		return await receiveCall(this);
	}
}
