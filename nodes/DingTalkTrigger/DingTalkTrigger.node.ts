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
import { describeForm } from '../runtime/form';
import { builderHint } from './builderHint';
import { receiveCall } from './receive/webhook';
import { getEventTypes } from './eventTypes';
import { fields } from './fields';
import { subtitleOf } from './subtitle';
import { runInExecution } from './receive/execute';
import { waiting } from './panel';
import { cardRegistration, registration } from './receive/registration';
import { startStream } from './receive/stream';
import { startRecovery } from './recovery/webhookRecovery';

export class DingTalkTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'DingTalk Trigger',
		name: 'dingTalkTrigger',
		icon: { light: 'file:../../icons/trigger.svg', dark: 'file:../../icons/trigger.dark.svg' },
		group: ['trigger'],
		version: 1,
		subtitle: subtitleOf(),
		description:
			'Starts the workflow on DingTalk events, robot messages and card clicks. 钉钉触发器：事件、机器人消息、卡片回调',
		...waiting,
		defaults: { name: 'DingTalk Trigger' },
		...{ builderHint },
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
		properties: describeForm(fields).properties,
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
