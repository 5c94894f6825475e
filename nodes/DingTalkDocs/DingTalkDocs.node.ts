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

export class DingTalkDocs implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'DingTalk Docs',
		name: 'dingTalkDocs',
		icon: { light: 'file:../../icons/docs.svg', dark: 'file:../../icons/docs.dark.svg' },
		group: ['transform'],
		version: 1,
		subtitle: subtitleOf(resources),
		description:
			'Create, read, search and write DingTalk documents and knowledge bases. 钉钉文档与知识库：创建、读取、搜索和写入文档。',
		defaults: { name: 'DingTalk Docs' },
		...{ builderHint: builderHints.dingTalkDocs },
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
