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

export class DingTalkCalendar implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'DingTalk Calendar',
		name: 'dingTalkCalendar',
		icon: { light: 'file:../../icons/calendar.svg', dark: 'file:../../icons/calendar.dark.svg' },
		group: ['transform'],
		version: 1,
		subtitle: subtitleOf(resources),
		description:
			'Create, find, change and cancel events in DingTalk calendars and see when people are free. 钉钉日历：创建、查询、修改和取消日程，查询忙闲。',
		defaults: { name: 'DingTalk Calendar' },
		...{ builderHint: builderHints.dingTalkCalendar },
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
