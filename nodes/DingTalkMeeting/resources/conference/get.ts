import { isObject } from '../../../protocol/json';
import { defineOperation } from '../../../runtime/operation';
import { pick } from '../../../runtime/pick';
import { conference } from '../../locators/conference';

export const get = defineOperation({
	name: 'Get',
	value: 'get',
	action: 'Get a video conference',
	description:
		'Get a video conference. One call. Status: 0 not started, 1 over, 2 running. Times are epoch milliseconds; the minutes fields are no longer filled.',
	zh: {
		name: '获取',
		action: '查询视频会议',
		description: '查询视频会议。一次调用；status：0 未开始，1 已结束，2 进行中；时间为毫秒时间戳，闪记字段已不再返回',
	},
	docs: 'https://open.dingtalk.com/document/development/querying-video-conference-information',
	permission: 'VideoConference.Conference.Read',
	route: 'GET /v1.0/conference/videoConferences/{conferenceId}',
	fields: [conference],
	request: ({ conference: conferenceId }) => ({ path: { conferenceId } }),
	output: (answer) => (isObject(answer.confInfo) ? answer.confInfo : answer),
	simplify: (one) =>
		pick(one, [
			'conferenceId',
			'title',
			'status',
			'startTime',
			'endTime',
			'attendNum',
			'externalLinkUrl',
			'roomCode',
			'cloudRecordStatus',
			'scheduleConferenceId',
		]),
});
