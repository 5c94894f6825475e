import {
	NodeConnectionTypes,
	type INodeType,
	type INodeTypeDescription,
	type ISupplyDataFunctions,
	type SupplyData,
} from 'n8n-workflow';
import { describeForm } from '../runtime/form';
import { methodsOfFields } from '../runtime/methods';
import { sharedLists } from '../shared/lists';
import { fields } from './form';
import { subtitleOf } from './form/subtitle';
import { supplyModel } from './supply/supplyModel';

export class DingTalkAiCard implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'DingTalk AI Card',
		name: 'dingTalkAiCard',
		icon: { light: 'file:../../icons/aiCard.svg', dark: 'file:../../icons/aiCard.dark.svg' },
		group: ['transform'],
		version: 1,
		subtitle: subtitleOf(),
		description:
			"Between a chat model and an AI agent: the agent's answer appears in DingTalk word by word. 钉钉 AI 卡片：智能体的回答在钉钉中逐字显示。",
		defaults: { name: 'DingTalk AI Card' },
		// It hands a model on; the linter wants this said.
		usableAsTool: undefined,
		inputs: [
			{ type: NodeConnectionTypes.AiLanguageModel, displayName: 'Chat Model', required: true, maxConnections: 1 },
		],
		outputs: [NodeConnectionTypes.AiLanguageModel],
		outputNames: ['Model'],
		credentials: [{ name: 'dingTalkApi', required: true, testedBy: 'testDingTalkApi' }],
		properties: describeForm(fields).properties,
	};

	methods = methodsOfFields(fields, sharedLists);

	async supplyData(this: ISupplyDataFunctions, itemIndex: number): Promise<SupplyData> {
		return await supplyModel(this, itemIndex);
	}
}
