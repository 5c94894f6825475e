import { toZoned } from '../../../runtime/moment';
import { defineOperation } from '../../../runtime/operation';
import { objectsIn } from '../../../runtime/pick';
import { operator } from '../../../shared/operator';
import { refusedOf, refuseLongTime, ROOMS_PER_CALL, SCHEDULES } from '../../flows/roomSchedules';
import { rooms } from '../../locators/room';

export const getAvailability = defineOperation({
	name: 'Get Availability',
	value: 'getAvailability',
	action: 'Get when meeting rooms are booked',
	description:
		'Get when meeting rooms are booked. One call per 5 rooms, one item per room. TENTATIVE means that the booking waits for approval; whole-day times are in UTC.',
	zh: {
		name: '查询忙闲',
		action: '查询会议室忙闲',
		description: '查询会议室的忙闲。每 5 间一次调用，每间一条结果；TENTATIVE 表示审批中，全天日程的时间为 UTC',
	},
	docs: 'https://open.dingtalk.com/document/development/queries-free-and-busy-meeting-room-information',
	permission: 'Calendar.Event.Read',
	route: SCHEDULES,
	fields: [
		{ ...rooms, required: true },
		{ displayName: 'From', zh: '开始时间', name: 'from', type: 'dateTime', required: true, default: '={{ $now }}' },
		{
			displayName: 'To',
			zh: '结束时间',
			name: 'to',
			type: 'dateTime',
			required: true,
			default: '={{ $now.plus(1, "day") }}',
		},
		operator,
	],
	split: { lists: { rooms: ROOMS_PER_CALL } },
	request: ({ rooms: roomIds, from, to, operator: userId }, { timezone }) => {
		refuseLongTime(from, to);
		return {
			path: { userId },
			body: { roomIds, startTime: toZoned(from, timezone), endTime: toZoned(to, timezone) },
		};
	},
	safe: true,
	partial: ({ scheduleInformation }) => {
		const all = objectsIn(scheduleInformation);
		return {
			ok: all.filter((one) => refusedOf(one) === undefined),
			failed: all.flatMap((one) => {
				const message = refusedOf(one);
				return message === undefined ? [] : [{ entry: String(one.roomId), message }];
			}),
		};
	},
});
