import { ApiError } from '../../errors';
import type { Route, World } from '../../world';
import { operation } from '../operation';
import { conferenceOf, paramsError, refusals } from './errors';

const RECORDS = '/v1.0/conference/videoConferences/{conferenceId}/cloudRecords';

const notRecorded = () => new ApiError('cloudRecordNotFound', 'cloudRecordNotFound');

/** Cloud recordings: https://open.dingtalk.com/document/development/query-recording-information and its neighbours. */
export const recordingRoutes = (world: World): Route[] => {
	const switched = (wanted: boolean, path: Record<string, string>, unionId: string) => {
		const one = conferenceOf(world, path.conferenceId ?? '');
		if (one.status !== 2) throw new ApiError('roomClosed', 'the meeting has ended');
		if (one.creatorId !== unionId)
			throw new ApiError('recordStartPermissionError', 'permissionError:not the host', 404);
		one.recording = wanted;
		return { code: '200' };
	};
	return [
		operation<{ unionId: string }>(
			world,
			`POST ${RECORDS}/start`,
			({ path, body: { unionId } }) => switched(true, path, unionId),
			refusals,
		),
		operation<{ unionId: string }>(
			world,
			`POST ${RECORDS}/stop`,
			({ path, body: { unionId } }) => switched(false, path, unionId),
			refusals,
		),
		operation(
			world,
			`GET ${RECORDS}/getVideos`,
			({ path }) => {
				const { videos } = conferenceOf(world, path.conferenceId ?? '');
				if (videos.length === 0) throw notRecorded();
				return { videoList: videos.map(({ data, ...video }) => ({ ...video, fileSize: data.length })) };
			},
			refusals,
		),
		operation(
			world,
			`GET ${RECORDS}/videos/getPlayInfos`,
			({ path, query }) => {
				const { videos } = conferenceOf(world, path.conferenceId ?? '');
				const video = videos.find(({ mediaId }) => mediaId === query.mediaId);
				if (!video) throw notRecorded();
				if (video.regionId !== query.regionId) throw paramsError('regionId');
				const link = (name: string) => world.storage.signLink({ name, read: () => video.data });
				return {
					playUrl: link('play.m3u8'),
					mp4FileUrl: link('recording.mp4'),
					fileSize: video.data.length,
					size: video.data.length,
					duration: video.duration,
					status: 1,
				};
			},
			refusals,
		),
		operation(
			world,
			`GET ${RECORDS}/getTexts`,
			({ path, query }) => {
				const { paragraphs } = conferenceOf(world, path.conferenceId ?? '');
				const size = Number(query.maxResults ?? 20);
				if (size > 2000) throw paramsError('maxResults');
				// The cursor of a paragraph is its place, counted from 1, so that it is never empty.
				const all = paragraphs
					.map((one, index) => ({ ...one, nextTtoken: index + 1, recordId: 44_444, status: 1 }))
					.filter(({ startTime }) => startTime >= Number(query.startTime ?? 0));
				if (query.direction === '1') all.reverse();
				const behind = all.findIndex(({ nextTtoken }) => String(nextTtoken) === query.nextToken);
				if (query.nextToken && behind < 0) throw paramsError('nextToken');
				const page = all.slice(behind + 1, behind + 1 + size);
				return {
					hasMore: behind + 1 + size < all.length,
					paragraphList: page.map((one) => ({
						...one,
						sentenceList: [
							{ unionId: one.unionId, sentence: one.paragraph, startTime: one.startTime, endTime: one.endTime },
						],
					})),
				};
			},
			refusals,
		),
	];
};
