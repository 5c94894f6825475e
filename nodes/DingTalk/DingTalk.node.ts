import {
	NodeConnectionTypes,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
} from 'n8n-workflow';
import { describe } from '../runtime/resource';
import { run } from '../runtime/run';
import { testDingTalkApi, testDingTalkRobotApi } from '../runtime/credentialTests';
import { searchDepartments } from '../shared/lists/searchDepartments';
import { searchUsers } from '../shared/lists/searchUsers';
import fieldWords from './fields/zh-CN.json';
import { resources } from './resources';

export class DingTalk implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'DingTalk',
		name: 'dingTalk',
		icon: { light: 'file:../../icons/dingtalk.svg', dark: 'file:../../icons/dingtalk.dark.svg' },
		group: ['output'],
		version: 1,
		subtitle: '={{$parameter["operation"] + ": " + $parameter["resource"]}}',
		description: 'Send DingTalk messages, work notifications and cards. 钉钉：发机器人消息、工作通知和互动卡片。',
		defaults: { name: 'DingTalk' },
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
		properties: describe(resources, fieldWords),
	};

	methods = {
		listSearch: { searchUsers, searchDepartments },
		credentialTest: { testDingTalkApi, testDingTalkRobotApi },
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await run(this, resources);
	}
}
