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
import fieldWords from './fields/zh-CN.json';
import { resources } from './resources';
import { getAttendanceColumns } from './search/getAttendanceColumns';
import { searchApprovalForms } from './search/searchApprovalForms';
import { searchDepartments } from './search/searchDepartments';
import { searchUsers } from './search/searchUsers';

export class DingTalk implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'DingTalk',
		name: 'dingTalk',
		icon: { light: 'file:../../icons/dingtalk.svg', dark: 'file:../../icons/dingtalk.dark.svg' },
		group: ['output'],
		version: 1,
		subtitle: '={{$parameter["operation"] + ": " + $parameter["resource"]}}',
		description:
			'Send DingTalk messages and work notifications; manage to-dos, approvals, attendance and contacts. 钉钉：发消息、工作通知，管理待办、审批、考勤与通讯录。',
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
		listSearch: { searchUsers, searchDepartments, searchApprovalForms },
		loadOptions: { getAttendanceColumns },
		credentialTest: { testDingTalkApi, testDingTalkRobotApi },
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await run(this, resources);
	}
}
