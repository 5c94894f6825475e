import { defineOperation } from '../../../runtime/operation';
import { operator } from '../../../shared/operator';
import { roomGroup } from '../../locators/roomGroup';

export const remove = defineOperation({
	name: 'Delete',
	value: 'delete',
	action: 'Delete a meeting room group',
	description: 'Delete a group of meeting rooms. One call. Refused while there are groups below it.',
	zh: { name: '删除', action: '删除会议室分组', description: '删除会议室分组。一次调用；有下级分组时会被拒绝' },
	docs: 'https://open.dingtalk.com/document/development/delete-a-conference-room-group',
	permission: 'VideoConference.Conference.Write',
	route: 'DELETE /v1.0/rooms/groups/{groupId}',
	fields: [{ ...roomGroup, required: true }, operator],
	request: ({ roomGroup: groupId, operator: unionId }) => ({ path: { groupId }, query: { unionId } }),
	output: () => ({ deleted: true }),
	safe: true,
});
