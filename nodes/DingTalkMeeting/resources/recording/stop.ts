import { defineOperation } from '../../../runtime/operation';
import { conference } from '../../locators/conference';
import { done } from '../../flows/done';
import { host } from '../../fields/people';

export const stop = defineOperation({
	name: 'Stop',
	value: 'stop',
	action: 'Stop recording a video conference',
	description:
		'Stop the cloud recording; the conference goes on. One call. Only the host may do it: choose the host under Options.',
	zh: {
		name: '停止',
		action: '停止云录制',
		description: '停止云录制，会议继续进行。一次调用；仅主持人可以停止，请在“选项”中选择主持人',
	},
	docs: 'https://open.dingtalk.com/document/development/video-conferencing-stops-cloud-recording',
	permission: 'VideoConference.Conference.Write',
	route: 'POST /v1.0/conference/videoConferences/{conferenceId}/cloudRecords/stop',
	fields: [conference, host],
	request: ({ conference: conferenceId, host: unionId }) => ({ path: { conferenceId }, body: { unionId } }),
	output: done,
	safe: true,
});
