import {
	NodeConnectionTypes,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
} from 'n8n-workflow';
import { testDingTalkApi } from '../runtime/credentialTests';
import { runItems } from '../runtime/items';
import { listSearchOf } from '../runtime/list';
import { startRunning } from '../runtime/running';
import { sharedLists } from '../shared/lists';
import { callItem } from './call';
import { describeApiCall } from './description';
import { mapParameters } from './mapper';
import { personParameters } from './persons';
import { searchOperations } from './searchOperations';

export class DingTalkApiCall implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'DingTalk API Call',
		name: 'dingTalkApiCall',
		icon: { light: 'file:../../icons/apiCall.svg', dark: 'file:../../icons/apiCall.dark.svg' },
		group: ['output'],
		version: 1,
		subtitle:
			'={{$parameter["product"] === "custom" ? $parameter["method"] + " " + $parameter["path"] : $parameter["apiOperation"]["cachedResultName"] || $parameter["apiOperation"]["value"]}}',
		description: 'Call any DingTalk API operation, by name or by path. 调用任意钉钉开放接口。',
		defaults: { name: 'DingTalk API Call' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'dingTalkApi', required: true, testedBy: 'testDingTalkApi' }],
		properties: describeApiCall().properties,
	};

	methods = {
		listSearch: { searchOperations, searchUsers: listSearchOf(sharedLists.searchUsers) },
		loadOptions: { personParameters },
		resourceMapping: { mapParameters },
		credentialTest: { testDingTalkApi },
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		const running = await startRunning(this, 'dingTalkApi');
		const action = 'Call the DingTalk API';
		const output = await runItems(running, { action }, async (item) => await callItem(running, item));
		running.hints.show(this);
		return output;
	}
}
