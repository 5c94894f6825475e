import { DingTalkError } from '../../../protocol/errors';
import { defineProcedure, InputError } from '../../../runtime/operation';
import { objectsIn } from '../../../runtime/pick';
import { operator } from '../../../shared/operator';
import { task } from '../../locators/task';

const OF_MINUTES = 'GET /v1.0/minutes/flashMinutes/queryMinutesSummary';
const OF_RECORDER = 'POST /v1.0/minutes/smartdevice/aisummary';

/** States in which there is no summary. https://open.dingtalk.com/document/development/api-querysmartdeviceaisummary */
const WITHOUT: Record<string, string> = {
	'0': 'there is no summary yet',
	'3': 'DingTalk could not make the summary',
	'4': 'the summary is being made: try again later',
};

export const getSummary = defineProcedure({
	name: 'Get Summary',
	value: 'getSummary',
	action: 'Get the summary of minutes',
	description:
		"Get DingTalk's summary of what was said. One call. Minutes: by a route that is known from the official SDK only, so an organisation may be refused. DingTalk A1: one item per summary.",
	zh: {
		name: '获取摘要',
		action: '获取听记摘要',
		description:
			'获取 AI 生成的摘要。一次调用；听记使用的接口没有公开文档（来自官方 SDK），可能被拒绝；DingTalk A1 每个小助理一条',
	},
	docs: 'https://open.dingtalk.com/document/development/api-querysmartdeviceaisummary',
	permission: 'Minutes.Content.Read',
	routes: [OF_MINUTES, OF_RECORDER],
	fields: [
		{
			displayName: 'Source',
			zh: { name: '来源', description: '摘要的来源' },
			name: 'source',
			type: 'options',
			default: 'minutes',
			options: [
				{ name: 'DingTalk A1 Recorder', value: 'recorder', zh: 'DingTalk A1 录音' },
				{ name: 'Minutes', value: 'minutes', zh: '听记' },
			],
			description: 'Where the summary comes from',
		},
		{ ...task, displayOptions: { show: { source: ['minutes'] } } },
		{
			displayName: 'Agent ID',
			zh: { name: '小助理 ID', description: '“A1 小助理总结完成”事件中的 agentId' },
			name: 'agentId',
			type: 'string',
			id: true,
			required: true,
			default: '',
			displayOptions: { show: { source: ['recorder'] } },
			description: 'The agentId of the event that tells of a finished summary',
		},
		{
			displayName: 'File ID',
			zh: { name: '录音文件 ID', description: '“A1 小助理总结完成”事件中的 fileId' },
			name: 'openFileId',
			type: 'string',
			id: true,
			required: true,
			default: '',
			displayOptions: { show: { source: ['recorder'] } },
			description: 'The fileId of the event that tells of a finished summary',
		},
		operator,
	],
	plan: ({ source, taskUuid, agentId, openFileId, operator: unionId }) => {
		if (source === 'minutes' && taskUuid === undefined) throw new InputError('Minutes', 'is empty', '为空');
		return { taskUuid: source === 'minutes' ? taskUuid : undefined, agentId, openFileId, unionId };
	},
	run: async ({ taskUuid, agentId, openFileId, unionId }, api) => {
		if (taskUuid !== undefined) return await api.call(OF_MINUTES, { query: { taskUuid, unionId } });
		const { state, aiSummaryList } = await api.call(OF_RECORDER, { body: { agentId, openFileId } }, { safe: true });
		const without = WITHOUT[String(state)];
		if (without !== undefined)
			throw new DingTalkError({ code: `state ${String(state)}`, kind: 'refused', ours: true, message: without });
		return objectsIn(aiSummaryList);
	},
});
