import { defineOperation } from '../../../runtime/operation';
import { operator } from '../../../shared/operator';
import { event } from '../../locators/event';
import { rooms } from '../../locators/room';

export const cancelBooking = defineOperation({
	name: 'Cancel Booking',
	value: 'cancelBooking',
	action: 'Cancel the booking of meeting rooms',
	description: 'Give the rooms of an event back. One call. The event itself stays.',
	zh: { name: '取消预定', action: '取消预定会议室', description: '取消日程已预定的会议室。一次调用；日程本身保留' },
	docs: 'https://open.dingtalk.com/document/development/remove-a-meeting-room',
	permission: 'Calendar.Event.Write',
	route: 'POST /v1.0/calendar/users/{userId}/calendars/{calendarId}/events/{eventId}/meetingRooms/batchRemove',
	fields: [event, { ...rooms, required: true }, operator],
	request: ({ event: eventId, rooms: roomIds, operator: userId }) => ({
		path: { userId, calendarId: 'primary', eventId },
		body: { meetingRoomsToRemove: roomIds.map((roomId) => ({ roomId })) },
	}),
	safe: true,
});
