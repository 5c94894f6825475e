import { defineOperation } from '../../../runtime/operation';
import { chatId } from '../../../shared/group';
import { alsoFromOutside, members, someMembers } from '../../fields/members';
import { UPDATE } from './fields';

export const addMembers = defineOperation({
	name: 'Add Members',
	value: 'addMembers',
	action: 'Add members to a group',
	description: 'Add people to a group. One call. Somebody who is in the group already does no harm.',
	zh: { name: '添加群成员', action: '添加群成员', description: '向群中添加成员。一次调用；重复添加没有影响' },
	docs: 'https://open.dingtalk.com/document/development/api-updategroup',
	permission: 'qyapi_chat_manage',
	route: UPDATE,
	safe: true,
	fields: [chatId, members, alsoFromOutside],
	request: ({ chatid, members: people, additionalFields: { externals: outside } }) => {
		someMembers(people, outside);
		return { body: { chatid, add_useridlist: people.length > 0 ? people : undefined, add_extidlist: outside } };
	},
	output: (_, { chatid }) => ({ success: true, chatid }),
});
