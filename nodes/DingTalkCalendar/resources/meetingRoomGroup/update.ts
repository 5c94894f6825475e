import { defineOperation } from '../../../runtime/operation';
import { operator } from '../../../shared/operator';
import { wireNumber } from '../../../shared/wireNumber';
import { roomGroup } from '../../locators/roomGroup';

export const update = defineOperation({
	name: 'Update',
	value: 'update',
	action: 'Rename a meeting room group',
	description: 'Give a group of meeting rooms another name. One call. The operator must be an administrator.',
	zh: { name: '更新', action: '更新会议室分组', description: '修改会议室分组的名称。一次调用；操作人须为管理员' },
	docs: 'https://open.dingtalk.com/document/development/update-meeting-room-groups',
	permission: 'VideoConference.Conference.Write',
	route: 'PUT /v1.0/rooms/groups',
	fields: [
		{ ...roomGroup, required: true },
		{ displayName: 'Name', zh: '分组名称', name: 'groupName', type: 'string', required: true, default: '' },
		operator,
	],
	request: ({ roomGroup: groupId, groupName, operator: unionId }) => ({
		body: { unionId, groupId: wireNumber('Room Group', groupId), groupName },
	}),
	safe: true,
});
