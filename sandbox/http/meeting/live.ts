import type { LiveStream } from '../../data/meeting';
import { ApiError } from '../../errors';
import type { Call, Route, World } from '../../world';
import { operation } from '../operation';

const LIVES = '/v1.0/live/lives';

const invalid = (message: string) => new ApiError('invalidParam', `lippi_live.${message}`);
const refusals = {
	invalid: () => invalid('stream.paramError'),
	stranger: () => new ApiError('userNoLivePermission', 'lippi_live.exception.userNoLivePermission'),
};

type Written = Partial<LiveStream> & { liveId: string; unionId: string };

/** Live streams: https://open.dingtalk.com/document/development/create-live-streaming and its neighbours. */
export const liveRoutes = (world: World): Route[] => {
	const { lives } = world.data.meeting;
	const find = (id: unknown) => lives.find(({ liveId }) => liveId === id);
	const timed = ({ preStartTime = 0, preEndTime = 0 }: Partial<LiveStream>): void => {
		if (preStartTime <= world.now()) throw invalid('room.preStartTimeCanNotEarlierThanNow');
		if (preEndTime <= preStartTime) throw invalid('stream.paramError');
	};
	return [
		operation<LiveStream>(
			world,
			`POST ${LIVES}`,
			({ body }) => {
				timed(body);
				const liveId = `1a353547-0000-4000-8000-${String(world.nextId()).padStart(12, '0')}`;
				lives.push({ ...body, liveId, liveStatus: 0, viewers: [] });
				return { result: { liveId } };
			},
			refusals,
		),
		operation(
			world,
			`GET ${LIVES}`,
			({ query }) => {
				const one = find(query.liveId);
				if (!one) throw refusals.invalid();
				const { liveId, unionId, title, introduction, coverUrl, liveStatus, preStartTime, preEndTime, viewers } = one;
				return {
					result: {
						liveInfo: {
							liveId,
							unionId,
							title,
							introduction,
							coverUrl,
							liveStatus,
							startTime: preStartTime,
							endTime: preEndTime,
							duration: 0,
							uv: viewers.length,
							subscribeCount: 0,
							livePlayUrl: `https://live.dingtalk.com/${liveId}`,
							playbackDuration: 0,
						},
					},
				};
			},
			refusals,
		),
		operation<Written>(
			world,
			`PUT ${LIVES}`,
			({ body: { liveId, unionId, ...change } }: Call<Written>) => {
				const one = find(liveId);
				if (!one) throw new ApiError('liveNotExist', 'this live not exist, please check liveId');
				if (one.unionId !== unionId) throw new ApiError('noPermission', 'lippi_live.stream.noPermission', 404);
				if (one.liveStatus !== 0)
					throw new ApiError('liveStatusNotMatch', 'this live status is not match, only forecast can update');
				timed({ ...one, ...change });
				Object.assign(one, change);
				return { result: { success: true } };
			},
			refusals,
		),
		operation(
			world,
			`GET ${LIVES}/watchUsers`,
			({ query }) => {
				const one = find(query.liveId);
				if (!one) throw refusals.invalid();
				const size = Number(query.pageSize);
				if (size < 1 || size > 200) throw refusals.invalid();
				const start = Number(query.pageNumber ?? 0) * size;
				const page = (outside: boolean) =>
					one.viewers.filter(({ unionId }) => (unionId === undefined) === outside).slice(start, start + size);
				return { result: { orgUsesList: page(false), outOrgUserList: page(true) } };
			},
			refusals,
		),
	];
};
