import {
	NodeConnectionTypes,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
} from 'n8n-workflow';
import { methodsOf } from '../runtime/methods';
import { describe } from '../runtime/resource';
import { run } from '../runtime/run';
import { subtitleOf } from '../runtime/subtitle';
import { builderHints } from '../shared/builderHints';
import { sharedLists } from '../shared/lists';
import { resources } from './resources';

export class DingTalkCrm implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'DingTalk CRM',
		name: 'dingTalkCrm',
		icon: { light: 'file:../../icons/crm.svg', dark: 'file:../../icons/crm.dark.svg' },
		group: ['transform'],
		version: 1,
		subtitle: subtitleOf(resources),
		description:
			'Manage customers, contacts, follow-up records and custom objects of the DingTalk CRM. 钉钉客户管理：客户、联系人、跟进记录与自定义对象。',
		defaults: { name: 'DingTalk CRM' },
		...{ builderHint: builderHints.dingTalkCrm },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'dingTalkApi', required: true, testedBy: 'testDingTalkApi' }],
		properties: describe(resources),
	};

	methods = methodsOf(resources, sharedLists);

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await run(this, resources);
	}
}
