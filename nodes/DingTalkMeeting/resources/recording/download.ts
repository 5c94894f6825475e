import { DingTalkError } from '../../../protocol/errors';
import { defineProcedure } from '../../../runtime/operation';
import { objectsIn } from '../../../runtime/pick';
import { operator } from '../../../shared/operator';
import { conference } from '../../locators/conference';
import { video } from '../../locators/video';

const VIDEOS = 'GET /v1.0/conference/videoConferences/{conferenceId}/cloudRecords/getVideos';
const LINKS = 'GET /v1.0/conference/videoConferences/{conferenceId}/cloudRecords/videos/getPlayInfos';

const notFound = (message: string) =>
	new DingTalkError({ code: 'cloudRecordNotFound', kind: 'refused', ours: true, message });

export const download = defineProcedure({
	name: 'Download',
	value: 'download',
	action: 'Download a recording or get its links',
	description:
		'Get the links of a recording, or its file. One call, two without a region, and the download. Links expire. A long conference is a file of gigabytes: links are often enough.',
	zh: {
		name: '下载',
		action: '下载会议录制',
		description:
			'获取会议录制的链接，或下载文件。一次调用，未填地域时两次，另加下载；链接会过期，长会议的文件可达数 GB，通常只取链接即可',
	},
	docs: 'https://open.dingtalk.com/document/development/queries-the-playback-information-about-a-recorded-cloud-video',
	permission: 'VideoConference.Conference.Read',
	routes: [VIDEOS, LINKS],
	downloads: true,
	fields: [
		conference,
		video,
		{
			displayName: 'Download File',
			zh: { name: '下载文件', description: '是否把 MP4 文件作为二进制数据输出' },
			name: 'download',
			type: 'boolean',
			default: false,
			description: 'Whether the MP4 file comes as binary data',
		},
		{
			displayName: 'Region',
			zh: { name: '地域', description: '“获取多个”给出的 regionId；留空则多一次调用查询' },
			name: 'regionId',
			type: 'string',
			id: true,
			under: 'options',
			default: '',
			placeholder: 'e.g. cn-shenzhen',
			description: 'The regionId that Get Many gives. Empty: it is looked up, with one more call.',
		},
		operator,
	],
	run: async ({ conference: conferenceId, mediaId, regionId, download: wanted, operator: unionId }, api) => {
		const path = { conferenceId };
		let region: unknown = regionId;
		if (region === undefined) {
			const { videoList } = await api.call(VIDEOS, { path, query: { unionId } });
			const found = objectsIn(videoList).find((one) => one.mediaId === mediaId);
			if (!found) throw notFound('this conference has no such video');
			region = found.regionId;
		}
		const links = await api.call(LINKS, { path, query: { unionId, mediaId, regionId: String(region) } });
		const item = { mediaId, regionId: region, ...links };
		if (!wanted) return item;
		if (typeof links.mp4FileUrl !== 'string' || links.mp4FileUrl === '') throw notFound('the file is not ready');
		return await api.download({ url: links.mp4FileUrl, name: `${mediaId}.mp4` }, item);
	},
});
