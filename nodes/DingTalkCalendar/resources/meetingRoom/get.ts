import { defineOperation } from '../../../runtime/operation';
import { operator } from '../../../shared/operator';
import { simplifyRoom } from '../../flows/rooms';
import { room } from '../../locators/room';

export const get = defineOperation({
	name: 'Get',
	value: 'get',
	action: 'Get a meeting room',
	description:
		'Get one meeting room. One call. Without Simplify it has the limits of its bookings (minutes, days ahead, approval).',
	zh: {
		name: '获取',
		action: '查询会议室详情',
		description: '查询一间会议室。一次调用；关闭“简化”后包含预定限制（时长、提前天数、审批）',
	},
	docs: 'https://open.dingtalk.com/document/development/check-meeting-room-details',
	permission: 'VideoConference.Conference.Read',
	route: 'GET /v1.0/rooms/meetingRooms/{roomId}',
	fields: [room, operator],
	request: ({ room: roomId, operator: unionId }) => ({ path: { roomId }, query: { unionId } }),
	simplify: simplifyRoom,
});
