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

export class DingTalkSpreadsheet implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'DingTalk Spreadsheet',
		name: 'dingTalkSpreadsheet',
		icon: { light: 'file:../../icons/spreadsheet.svg', dark: 'file:../../icons/spreadsheet.dark.svg' },
		group: ['transform'],
		version: 1,
		subtitle: subtitleOf(resources),
		description:
			'Read and write DingTalk spreadsheets: append, update and find rows, ranges, sheets. 钉钉表格：追加、更新、读取行，读写单元格区域，管理工作表。',
		defaults: { name: 'DingTalk Spreadsheet' },
		...{ builderHint: builderHints.dingTalkSpreadsheet },
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
