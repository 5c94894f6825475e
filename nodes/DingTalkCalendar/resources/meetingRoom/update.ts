import { defineOperation } from '../../../runtime/operation';
import { refuseNoChange } from '../../../shared/changes';
import { operator } from '../../../shared/operator';
import { room } from '../../locators/room';
import { roomBody, roomFields, statuses } from './fields';

export const update = defineOperation({
	name: 'Update',
	value: 'update',
	action: 'Update a meeting room',
	description: 'Change a meeting room. One call. The operator must be an administrator.',
	zh: { name: '更新', action: '更新会议室', description: '修改会议室信息。一次调用；操作人须为管理员' },
	docs: 'https://open.dingtalk.com/document/development/update-meeting-room-information',
	permission: 'VideoConference.Conference.Write',
	route: 'PUT /v1.0/rooms/meetingRooms',
	fields: [
		room,
		{
			displayName: 'Update Fields',
			zh: { name: '更新字段', placeholder: '添加字段' },
			name: 'updateFields',
			type: 'collection',
			placeholder: 'Add Field',
			default: {},
			options: [
				...roomFields.slice(0, 8),
				{ displayName: 'Name', zh: '会议室名称', name: 'roomName', type: 'string', default: '' },
				...roomFields.slice(8),
				{
					displayName: 'Room Number',
					zh: { name: '会议室编号', description: '自有系统中的会议室 ID，或实体会议室的编号' },
					name: 'isvRoomId',
					type: 'string',
					default: '',
					description: 'ID of the room in your own system, or the number on its door',
				},
				{
					displayName: 'Who May Book It',
					zh: '可预定范围',
					name: 'roomStatus',
					type: 'options',
					default: 0,
					options: statuses,
				},
			],
		},
		operator,
	],
	request: ({ room: roomId, updateFields, operator: unionId }) => {
		const changes = roomBody(updateFields);
		refuseNoChange(changes);
		return { body: { unionId, roomId, ...changes } };
	},
	safe: true,
});
