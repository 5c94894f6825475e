import {
	NodeConnectionTypes,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
} from 'n8n-workflow';
import { testDingTalkApi } from '../runtime/credentialTests';
import { describe } from '../runtime/resource';
import { run } from '../runtime/run';
import { searchDepartments } from '../shared/lists/searchDepartments';
import { searchUsers } from '../shared/lists/searchUsers';
import { searchApprovalForms } from './locators/searchApprovalForms';
import { resources } from './resources';

export class DingTalkApproval implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'DingTalk Approval',
		name: 'dingTalkApproval',
		icon: { light: 'file:../../icons/approval.svg', dark: 'file:../../icons/approval.dark.svg' },
		group: ['transform'],
		version: 1,
		subtitle: '={{$parameter["operation"] + ": " + $parameter["resource"]}}',
		description: 'Start, read and list DingTalk OA approvals. 钉钉 OA 审批：发起审批，查询审批实例。',
		defaults: { name: 'DingTalk Approval' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'dingTalkApi', required: true, testedBy: 'testDingTalkApi' }],
		properties: describe(resources, {}),
	};

	methods = {
		listSearch: { searchUsers, searchDepartments, searchApprovalForms },
		credentialTest: { testDingTalkApi },
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await run(this, resources);
	}
}
