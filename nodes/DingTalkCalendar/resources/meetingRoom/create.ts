import { defineOperation } from '../../../runtime/operation';
import { operator } from '../../../shared/operator';
import { roomBody, roomFields, statuses } from './fields';

export const create = defineOperation({
	name: 'Create',
	value: 'create',
	action: 'Create a meeting room',
	description: 'Add a meeting room to the organization. One call. The operator must be an administrator.',
	zh: { name: '创建', action: '创建会议室', description: '为企业添加会议室。一次调用；操作人须为管理员' },
	docs: 'https://open.dingtalk.com/document/development/create-a-meeting-room',
	permission: 'VideoConference.Conference.Write',
	route: 'POST /v1.0/rooms/meetingrooms',
	fields: [
		{ displayName: 'Name', zh: '会议室名称', name: 'roomName', type: 'string', required: true, default: '' },
		{
			displayName: 'Room Number',
			zh: { name: '会议室编号', description: '自有系统中的会议室 ID，或实体会议室的编号' },
			name: 'isvRoomId',
			type: 'string',
			required: true,
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
		{
			displayName: 'Additional Fields',
			zh: { name: '更多字段', placeholder: '添加字段' },
			name: 'additionalFields',
			type: 'collection',
			placeholder: 'Add Field',
			default: {},
			options: roomFields,
		},
		operator,
	],
	request: ({ additionalFields, operator: unionId, ...room }) => ({
		body: { unionId, ...roomBody({ ...additionalFields, ...room }) },
	}),
	output: ({ result }) => ({ roomId: result }),
});
