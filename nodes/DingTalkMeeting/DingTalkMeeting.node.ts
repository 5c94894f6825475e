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

export class DingTalkMeeting implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'DingTalk Meeting',
		name: 'dingTalkMeeting',
		icon: { light: 'file:../../icons/meeting.svg', dark: 'file:../../icons/meeting.dark.svg' },
		group: ['transform'],
		version: 1,
		subtitle: subtitleOf(resources),
		description:
			'Start, schedule and steer DingTalk video meetings; get recordings, transcripts, minutes and live streams. 钉钉视频会议：发起、预约和管理会议，获取录制、文字记录、听记和直播。',
		defaults: { name: 'DingTalk Meeting' },
		...{ builderHint: builderHints.dingTalkMeeting },
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
