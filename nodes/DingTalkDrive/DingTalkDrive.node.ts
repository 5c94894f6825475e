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

export class DingTalkDrive implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'DingTalk Drive',
		name: 'dingTalkDrive',
		icon: { light: 'file:../../icons/drive.svg', dark: 'file:../../icons/drive.dark.svg' },
		group: ['transform'],
		version: 1,
		subtitle: subtitleOf(resources),
		description:
			'Upload, download, find, copy, share and delete files of DingTalk drive. 钉盘：上传、下载、搜索、复制、共享和删除文件。',
		defaults: { name: 'DingTalk Drive' },
		...{ builderHint: builderHints.dingTalkDrive },
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
