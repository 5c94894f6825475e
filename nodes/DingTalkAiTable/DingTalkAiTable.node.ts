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

export class DingTalkAiTable implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'DingTalk AI Table',
		name: 'dingTalkAiTable',
		icon: { light: 'file:../../icons/aiTable.svg', dark: 'file:../../icons/aiTable.dark.svg' },
		group: ['transform'],
		version: 1,
		subtitle: subtitleOf(resources),
		description:
			'Read and write DingTalk AI tables: create, update, upsert, find and delete records. 钉钉 AI 表格：新增、更新、查询和删除记录。',
		defaults: { name: 'DingTalk AI Table' },
		...{ builderHint: builderHints.dingTalkAiTable },
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
