import type { Json } from '../../../protocol/json';
import { defineProcedure } from '../../../runtime/operation';
import { objectsIn, pick } from '../../../runtime/pick';
import { operator } from '../../../shared/operator';
import { liveId } from './fields';

const VIEWERS = 'GET /v1.0/live/lives/watchUsers';

/** Largest page; pages count from 0. https://open.dingtalk.com/document/development/queries-the-viewing-information-of-viewers */
const PAGE = 200;
/** A list that never ends is left here. */
const MOST_PAGES = 500;

export const getViewers = defineProcedure({
	name: 'Get Many Viewers',
	value: 'getViewers',
	action: 'Get who has watched a live stream',
	description:
		'Get who has watched a live stream. One call per 200 viewers. Viewers from outside have external: true and no ID; times are in milliseconds.',
	zh: {
		name: '获取观看人员',
		action: '查询直播观看人员',
		description: '查询直播的观看人员。每 200 人一次调用；组织外观众 external 为 true 且没有 ID；时间为毫秒',
	},
	docs: 'https://open.dingtalk.com/document/development/queries-the-viewing-information-of-viewers',
	permission: 'Live.Common.Read',
	routes: [VIEWERS],
	list: true,
	fields: [liveId, operator],
	run: async ({ liveId: id, operator: unionId, limit }, api) => {
		const size = Math.min(PAGE, limit);
		const viewers: Json[] = [];
		for (let page = 0; page < MOST_PAGES && viewers.length < limit && !api.cancelled(); page++) {
			const answer = await api.call(VIEWERS, { query: { liveId: id, unionId, pageNumber: page, pageSize: size } });
			const own = objectsIn(answer.orgUsesList);
			const others = objectsIn(answer.outOrgUserList);
			viewers.push(
				...own.map((one) => ({ ...one, external: false })),
				...others.map((one) => ({ ...one, external: true })),
			);
			if (own.length < size && others.length < size) break;
		}
		return viewers.slice(0, limit);
	},
	simplify: (one) =>
		pick(one, ['unionId', 'userId', 'name', 'deptName', 'watchLiveTime', 'watchPlaybackTime', 'external']),
});
