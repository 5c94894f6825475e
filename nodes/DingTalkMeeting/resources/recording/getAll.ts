import { defineOperation } from '../../../runtime/operation';
import { operator } from '../../../shared/operator';
import { conference } from '../../locators/conference';

export const getAll = defineOperation({
	name: 'Get Many',
	value: 'getAll',
	action: 'Get the recordings of a video conference',
	description:
		'Get the videos of a recorded conference. One call. They are ready some minutes after the end; recordId is the same for all parts, mediaId and regionId lead to the file.',
	zh: {
		name: '获取多个',
		action: '查询会议录制',
		description: '查询会议的录制视频。一次调用；会议结束几分钟后才有；recordId 各段相同，mediaId 和 regionId 用于下载',
	},
	docs: 'https://open.dingtalk.com/document/development/query-recording-information',
	permission: 'VideoConference.Conference.Read',
	route: 'GET /v1.0/conference/videoConferences/{conferenceId}/cloudRecords/getVideos',
	fields: [conference, operator],
	request: ({ conference: conferenceId, operator: unionId }) => ({ path: { conferenceId }, query: { unionId } }),
	paging: { style: 'whole', entries: 'videoList' },
});
