import type { Minutes } from '../../data/meeting';
import { ApiError } from '../../errors';
import type { Call, Route, World } from '../../world';
import { operation } from '../operation';

const MINUTES = '/v1.0/minutes/flashMinutes';

/** Minutes have no pages; the shapes are those of the official SDK (`minutes_1_0`), errors are made up. */
export const minutesRoutes = (world: World): Route[] => {
	const { minutes } = world.data.meeting;
	const find = (id: unknown): Minutes => {
		const found = minutes.find(({ taskUuid }) => taskUuid === id);
		if (!found) throw new ApiError('invalidParameter', 'taskUuid');
		return found;
	};
	const page = <E>(all: E[], { query }: Pick<Call, 'query'>) => {
		const start = Number(query.nextToken ?? 0);
		const end = start + Number(query.maxResults ?? 20);
		return { entries: all.slice(start, end), hasNext: end < all.length, nextToken: String(end) };
	};
	const listed = (call: Pick<Call, 'query'>, mine: (one: Minutes, unionId: string) => boolean) => {
		const { entries, ...rest } = page(
			minutes.filter((one) => mine(one, call.query.unionId ?? '')),
			call,
		);
		return {
			...rest,
			minutesDetails: entries.map(({ taskUuid, title, creatorUnionId, creatorNick, startTime }) => ({
				taskUuid,
				title,
				creatorUnionId,
				creatorNick,
				startTime,
				durationMicros: 600_000_000,
				bizType: 0,
				isDeleted: 0,
				size: 1024,
				status: 3,
			})),
		};
	};
	return [
		operation(world, `GET ${MINUTES}/createLists`, (call) =>
			listed(call, (one, unionId) => one.creatorUnionId === unionId),
		),
		operation(world, `GET ${MINUTES}/shareLists`, (call) =>
			listed(call, (one, unionId) => one.sharedWith.includes(unionId)),
		),
		operation(world, `GET ${MINUTES}/{taskUuid}/textInfos`, (call) => {
			const { entries, ...rest } = page(find(call.path.taskUuid).paragraphs, call);
			return { ...rest, paragraphList: entries };
		}),
		operation(world, `GET ${MINUTES}/queryMinutesSummary`, ({ query }) => ({
			fullSummary: find(query.taskUuid).summary,
		})),
	];
};
