import { defineOperation } from '../../../runtime/operation';
import { scheduleId } from './settings';

export const getScheduleHistory = defineOperation({
	name: 'Get Schedule History',
	value: 'getScheduleHistory',
	action: 'Get the conferences held of a scheduled one',
	description:
		'Get the conferences held of a scheduled one. One call per 20. Their conferenceIds lead to members, recordings and transcripts.',
	zh: {
		name: '查询预约会议历史',
		action: '查询预约会议的历次会议',
		description: '查询预约会议实际召开的历次会议。每 20 个一次调用；用返回的 conferenceId 查询成员、录制和文字记录',
	},
	docs: 'https://open.dingtalk.com/document/development/query-appointment-meeting-history-meeting-information',
	permission: 'VideoConference.Conference.Read',
	route: 'GET /v1.0/conference/videoConferences/scheduleConferences/{scheduleConferenceId}',
	fields: [scheduleId],
	request: ({ scheduleConferenceId }) => ({ path: { scheduleConferenceId } }),
	paging: {
		style: 'token',
		cursor: 'nextToken',
		size: { at: 'maxResults', max: 20 },
		entries: 'conferenceList',
		next: 'nextToken',
	},
});
