import { defineOperation } from '../../../runtime/operation';
import { operator } from '../../../shared/operator';
import { BOOK } from '../../flows/roomSchedules';
import { event } from '../../locators/event';
import { rooms } from '../../locators/room';

export const book = defineOperation({
	name: 'Book',
	value: 'book',
	action: 'Book meeting rooms for a calendar event',
	description:
		'Book rooms for an event that stands. One call. An event has at most 5 rooms. Where an administrator must agree the room is only asked for: see the meetingRooms of Event: Get.',
	zh: {
		name: '预定',
		action: '为日程预定会议室',
		description:
			'为已有日程预定会议室。一次调用；一个日程最多 5 间。需审批的会议室仅提交申请，结果见“日程 → 获取”的 meetingRooms',
	},
	docs: 'https://open.dingtalk.com/document/development/add-a-meeting-room',
	permission: 'Calendar.Event.Write',
	route: BOOK,
	fields: [event, { ...rooms, required: true, maxItems: 5 }, operator],
	request: ({ event: eventId, rooms: roomIds, operator: userId }) => ({
		path: { userId, calendarId: 'primary', eventId },
		body: { meetingRoomsToAdd: roomIds.map((roomId) => ({ roomId })) },
	}),
});
