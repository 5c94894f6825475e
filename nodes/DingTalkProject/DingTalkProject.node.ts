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

export class DingTalkProject implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'DingTalk Project',
		name: 'dingTalkProject',
		icon: { light: 'file:../../icons/project.svg', dark: 'file:../../icons/project.dark.svg' },
		group: ['transform'],
		version: 1,
		subtitle: subtitleOf(resources),
		description:
			'Create, find and move tasks of DingTalk (Teambition) projects, manage projects, log work time, read goals. 钉钉 Teambition 项目：任务、项目、成员、工时与 Agoal 目标。',
		defaults: { name: 'DingTalk Project' },
		...{ builderHint: builderHints.dingTalkProject },
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
