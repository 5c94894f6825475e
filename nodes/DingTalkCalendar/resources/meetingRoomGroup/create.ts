import { defineOperation } from '../../../runtime/operation';
import { operator } from '../../../shared/operator';
import { wireNumber } from '../../../shared/wireNumber';
import { roomGroup } from '../../locators/roomGroup';

export const create = defineOperation({
	name: 'Create',
	value: 'create',
	action: 'Create a meeting room group',
	description: 'Add a group of meeting rooms. One call. The operator must be an administrator.',
	zh: { name: '创建', action: '创建会议室分组', description: '添加会议室分组。一次调用；操作人须为管理员' },
	docs: 'https://open.dingtalk.com/document/development/create-meeting-room-groups',
	permission: 'VideoConference.Conference.Write',
	route: 'POST /v1.0/rooms/groups',
	fields: [
		{ displayName: 'Name', zh: '分组名称', name: 'groupName', type: 'string', required: true, default: '' },
		{
			...roomGroup,
			displayName: 'Parent Group',
			zh: { name: '上级分组', description: '留空为顶级分组' },
			description: 'The group above it. Empty: a top group.',
		},
		operator,
	],
	request: ({ groupName, roomGroup: parent = '0', operator: unionId }) => ({
		body: { unionId, groupName, parentGroupId: wireNumber('Parent Group', parent) },
	}),
	output: ({ result }) => ({ groupId: result }),
});
