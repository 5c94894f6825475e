import { defineProcedure } from '../../../runtime/operation';
import { operator } from '../../../shared/operator';
import { scheduleId } from './settings';

const READ = 'GET /v1.0/conference/scheduleConferences/{scheduleConferenceId}/infos';
const SETTINGS = 'GET /v1.0/conference/scheduleConferences/settings';

export const getSchedule = defineProcedure({
	name: 'Get Schedule',
	value: 'getSchedule',
	action: 'Get a scheduled video conference',
	description: 'Get a scheduled video conference. One call, two with its settings.',
	zh: { name: '查询预约', action: '查询预约会议', description: '查询预约的视频会议。一次调用，包含会议设置时两次' },
	docs: 'https://open.dingtalk.com/document/development/query-meeting-reservation',
	permission: 'VideoConference.Conference.Read',
	routes: [READ, SETTINGS],
	fields: [
		scheduleId,
		{
			displayName: 'Include Settings',
			zh: { name: '包含会议设置', description: '是否同时返回会议设置' },
			name: 'includeSettings',
			type: 'boolean',
			default: false,
			description: 'Whether its settings are read too',
		},
		operator,
	],
	run: async ({ scheduleConferenceId, includeSettings, operator: requestUnionId }, api) => {
		const answer = await api.call(READ, { path: { scheduleConferenceId }, query: { requestUnionId } });
		const found = Object.fromEntries(Object.entries(answer).filter(([name]) => name !== 'requestId'));
		if (!includeSettings) return found;
		const { scheduleConfSettingModel } = await api.call(SETTINGS, { query: { scheduleConferenceId } });
		return { ...found, settings: scheduleConfSettingModel };
	},
});
