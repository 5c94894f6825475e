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

export class DingTalkAttendance implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'DingTalk Attendance',
		name: 'dingTalkAttendance',
		icon: { light: 'file:../../icons/attendance.svg', dark: 'file:../../icons/attendance.dark.svg' },
		group: ['transform'],
		version: 1,
		subtitle: subtitleOf(resources),
		description:
			'Punches, reports, groups, shifts, schedules, leave and check-ins of DingTalk. 钉钉考勤：打卡、报表、考勤组、班次、排班、假期与签到。',
		defaults: { name: 'DingTalk Attendance' },
		...{ builderHint: builderHints.dingTalkAttendance },
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
