import { defineOperation } from '../../../runtime/operation';
import { operator } from '../../../shared/operator';
import { room } from '../../locators/room';

export const remove = defineOperation({
	name: 'Delete',
	value: 'delete',
	action: 'Delete a meeting room',
	description: 'Delete a meeting room. One call. Its future bookings are lost; the operator must be an administrator.',
	zh: { name: '删除', action: '删除会议室', description: '删除会议室。一次调用；其未来的预定会丢失，操作人须为管理员' },
	docs: 'https://open.dingtalk.com/document/development/delete-a-meeting-room',
	permission: 'VideoConference.Conference.Write',
	route: 'DELETE /v1.0/rooms/meetingRooms/{roomId}',
	fields: [room, operator],
	request: ({ room: roomId, operator: unionId }) => ({ path: { roomId }, query: { unionId } }),
	output: () => ({ deleted: true }),
	safe: true,
});
