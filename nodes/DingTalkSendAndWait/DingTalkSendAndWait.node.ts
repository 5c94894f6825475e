import {
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
	type IWebhookDescription,
	type IWebhookFunctions,
	type IWebhookResponseData,
	NodeConnectionTypes,
} from 'n8n-workflow';

import { methodsOfFields } from '../runtime/methods';
import { sharedLists } from '../shared/lists';
import { receiveAnswer } from './answer/receive';
import { askAndWait } from './ask/askAndWait';
import { describeNode, fields } from './form';
import { subtitleOf } from './form/subtitle';

/** n8n serves these only while an execution waits in this node: `/webhook-waiting/<execution>/<node id>`. */
const waiting = (httpMethod: 'GET' | 'POST'): IWebhookDescription => ({
	name: 'default',
	httpMethod,
	responseMode: 'onReceived',
	responseData: '',
	path: '={{ $nodeId }}',
	restartWebhook: true,
	isFullPath: true,
});
const waitingWebhooks = [waiting('GET'), waiting('POST')];

export class DingTalkSendAndWait implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'DingTalk Send and Wait',
		name: 'dingTalkSendAndWait',
		icon: { light: 'file:../../icons/sendAndWait.svg', dark: 'file:../../icons/sendAndWait.dark.svg' },
		group: ['output'],
		version: 1,
		subtitle: subtitleOf(),
		description: 'Ask people or a group and wait for the response. 钉钉：发送问题并等待回复，人工确认。',
		defaults: { name: 'DingTalk Send and Wait' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'dingTalkApi', required: true, testedBy: 'testDingTalkApi' }],
		waitingNodeTooltip: 'The workflow goes on when somebody answers in DingTalk 有人在钉钉中回复后继续',
		webhooks: waitingWebhooks,
		properties: describeNode().properties,
	};

	methods = methodsOfFields(fields, sharedLists);

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await askAndWait(this);
	}

	async webhook(this: IWebhookFunctions): Promise<IWebhookResponseData> {
		return await receiveAnswer(this);
	}
}
