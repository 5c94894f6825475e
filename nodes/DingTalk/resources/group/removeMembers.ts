import { defineOperation } from '../../../runtime/operation';
import { chatId } from '../../../shared/group';
import { alsoFromOutside, members, someMembers } from '../../fields/members';
import { UPDATE } from './fields';

export const removeMembers = defineOperation({
	name: 'Remove Members',
	value: 'removeMembers',
	action: 'Remove members from a group',
	description: 'Take people out of a group. One call. The owner cannot be removed: use Change Owner first.',
	zh: {
		name: '移除群成员',
		action: '移除群成员',
		description: '把成员移出群。一次调用；群主不能被移除，请先“转让群主”',
	},
	docs: 'https://open.dingtalk.com/document/development/api-updategroup',
	permission: 'qyapi_chat_manage',
	route: UPDATE,
	safe: true,
	fields: [chatId, members, alsoFromOutside],
	request: ({ chatid, members: people, additionalFields: { externals: outside } }) => {
		someMembers(people, outside);
		return { body: { chatid, del_useridlist: people.length > 0 ? people : undefined, del_extidlist: outside } };
	},
	output: (_, { chatid }) => ({ success: true, chatid }),
});
