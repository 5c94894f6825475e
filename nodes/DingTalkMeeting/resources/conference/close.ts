import { defineOperation } from '../../../runtime/operation';
import { conference } from '../../locators/conference';
import { done } from '../../flows/done';
import { host } from '../../fields/people';

export const close = defineOperation({
	name: 'Close',
	value: 'close',
	action: 'End a video conference',
	description: 'End a video conference for everyone. One call. Only its host may do it: choose the host under Options.',
	zh: {
		name: '关闭',
		action: '关闭视频会议',
		description: '为所有人结束视频会议。一次调用；仅主持人有权关闭，请在“选项”中选择主持人',
	},
	docs: 'https://open.dingtalk.com/document/development/close-audio-video-conference',
	permission: 'VideoConference.Conference.Write',
	route: 'DELETE /v1.0/conference/videoConferences/{conferenceId}',
	fields: [conference, host],
	request: ({ conference: conferenceId, host: unionId }) => ({ path: { conferenceId }, query: { unionId } }),
	output: done,
	safe: true,
});
