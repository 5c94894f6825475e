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

export class DingTalkApproval implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'DingTalk Approval',
		name: 'dingTalkApproval',
		icon: { light: 'file:../../icons/approval.svg', dark: 'file:../../icons/approval.dark.svg' },
		group: ['transform'],
		version: 1,
		subtitle: subtitleOf(resources),
		description:
			'Start, read, approve and redirect DingTalk OA approvals. 钉钉 OA 审批：发起、查询、同意、拒绝、转交审批，流程中心。',
		defaults: { name: 'DingTalk Approval' },
		...{ builderHint: builderHints.dingTalkApproval },
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
