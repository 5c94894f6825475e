import { defineProcedure } from '../../../runtime/operation';
import { toZoned } from '../../../runtime/moment';
import { slices } from '../../../runtime/slices';
import { operator } from '../../../shared/operator';
import { fittingRooms, GROUPS, roomFilters, simplifyRoom } from '../../flows/rooms';
import { isFree, refuseLongTime, ROOMS_PER_CALL, SCHEDULES, schedulesOf } from '../../flows/roomSchedules';
import { ROOMS } from '../../locators/room';

export const findFree = defineProcedure({
	name: 'Find Free',
	value: 'findFree',
	action: 'Find free meeting rooms',
	description:
		'Find rooms that nobody has booked in a time. One call per 100 rooms, and one per 5 that fit until Limit are found. The smallest that fit come first. A booking that waits for approval counts as taken. Nothing is reserved: two runs may find the same room. The app needs Calendar.Event.Read too.',
	zh: {
		name: '查找空闲会议室',
		action: '查找空闲会议室',
		description:
			'查找某段时间内空闲的会议室。每 100 间一次调用，另外每 5 间符合条件的会议室一次调用，找够数量即停止。容量小的排在前面；待审批的预定视为占用；结果不会锁定，两次运行可能找到同一间。应用还需要 Calendar.Event.Read 权限',
	},
	docs: 'https://open.dingtalk.com/document/development/check-the-meeting-room-list',
	permission: 'VideoConference.Conference.Read',
	routes: [ROOMS, SCHEDULES, GROUPS],
	fields: [
		{ displayName: 'From', zh: '开始时间', name: 'from', type: 'dateTime', required: true, default: '={{ $now }}' },
		{
			displayName: 'To',
			zh: '结束时间',
			name: 'to',
			type: 'dateTime',
			required: true,
			default: '={{ $now.plus(1, "hour") }}',
		},
		{
			displayName: 'Filters',
			zh: { name: '筛选条件', placeholder: '添加条件' },
			name: 'filters',
			type: 'collection',
			placeholder: 'Add Filter',
			default: {},
			options: roomFilters,
		},
		operator,
	],
	list: true,
	plan: ({ from, to, ...values }, { timezone }) => {
		refuseLongTime(from, to);
		return { ...values, time: { startTime: toZoned(from, timezone), endTime: toZoned(to, timezone) } };
	},
	run: async ({ filters, operator: unionId, time, limit }, api) => {
		const rooms = await fittingRooms(api, unionId, filters);
		const bySize = rooms.toSorted((a, b) => Number(a.roomCapacity ?? Infinity) - Number(b.roomCapacity ?? Infinity));
		const found = [];
		for (const part of slices(bySize, ROOMS_PER_CALL)) {
			if (found.length >= limit) break;
			const schedules = await schedulesOf(
				api,
				unionId,
				part.map(({ roomId }) => String(roomId)),
				time,
			);
			const free = new Set(schedules.filter(isFree).map(({ roomId }) => roomId));
			found.push(...part.filter(({ roomId }) => free.has(roomId)));
		}
		return found.slice(0, limit === Infinity ? undefined : limit);
	},
	simplify: simplifyRoom,
});
