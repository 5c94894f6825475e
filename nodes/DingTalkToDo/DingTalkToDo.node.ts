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

export class DingTalkToDo implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'DingTalk To-Do',
		name: 'dingTalkToDo',
		icon: { light: 'file:../../icons/toDo.svg', dark: 'file:../../icons/toDo.dark.svg' },
		group: ['transform'],
		version: 1,
		subtitle: subtitleOf(resources),
		description: "Create, list and finish to-dos in people's DingTalk. 钉钉待办：创建、查询、更新和完成待办。",
		defaults: { name: 'DingTalk To-Do' },
		...{ builderHint: builderHints.dingTalkToDo },
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
