import {
	NodeConnectionTypes,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
} from 'n8n-workflow';
import { describe } from '../runtime/resource';
import { run } from '../runtime/run';
import { subtitleOf } from '../runtime/subtitle';
import { methodsOf } from '../runtime/methods';
import { builderHints } from '../shared/builderHints';
import { sharedLists } from '../shared/lists';
import { resources } from './resources';

export class DingTalk implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'DingTalk',
		name: 'dingTalk',
		icon: { light: 'file:../../icons/dingtalk.svg', dark: 'file:../../icons/dingtalk.dark.svg' },
		group: ['output'],
		version: 1,
		subtitle: subtitleOf(resources),
		description: 'Send DingTalk messages, work notifications and cards. 钉钉：发机器人消息、工作通知和互动卡片。',
		defaults: { name: 'DingTalk' },
		...{ builderHint: builderHints.dingTalk },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		credentials: [
			{
				name: 'dingTalkApi',
				required: true,
				testedBy: 'testDingTalkApi',
				displayOptions: { hide: { resource: ['groupRobot'] } },
			},
			{
				name: 'dingTalkRobotApi',
				required: true,
				testedBy: 'testDingTalkRobotApi',
				displayOptions: { show: { resource: ['groupRobot'] } },
			},
		],
		properties: describe(resources),
	};

	methods = methodsOf(resources, sharedLists);

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await run(this, resources);
	}
}
