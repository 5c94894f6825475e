import { defineList } from '../../runtime/list';
import { defineLocator } from '../../runtime/locator';
import { operator } from '../../shared/operator';
import { clockText, timeText } from '../fields/timeText';
import { conference } from './conference';

/** One video of a recorded conference. https://open.dingtalk.com/document/development/query-recording-information */
export const video = defineLocator({
	displayName: 'Video',
	zh: { name: '录制视频', description: '从列表选择，或填写“获取多个”给出的 mediaId' },
	name: 'mediaId',
	required: true,
	description: 'Chosen from the recordings of the conference, or the mediaId that Get Many gives',
	placeholder: 'e.g. faa1566c5bc24f21821ae2394f82db2e',
	list: defineList({
		needs: [conference, operator],
		route: 'GET /v1.0/conference/videoConferences/{conferenceId}/cloudRecords/getVideos',
		request: ({ conference: conferenceId, operator: unionId }) => ({ path: { conferenceId }, query: { unionId } }),
		paging: { style: 'whole', entries: 'videoList' },
		entry: ({ mediaId, startTime, duration }) => ({
			name: `${timeText(startTime)} (${clockText(duration)})`,
			value: String(mediaId),
		}),
	}),
});
