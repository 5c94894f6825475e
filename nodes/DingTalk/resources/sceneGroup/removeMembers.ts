import { defineOperation } from '../../../runtime/operation';
import { sceneGroup } from '../../../shared/group';
import { alsoFromOutside, members, someMembers } from '../../fields/members';

export const removeMembers = defineOperation({
	name: 'Remove Members',
	value: 'removeMembers',
	action: 'Remove members from a scene group',
	description: 'Take people out of a scene group. One call. The owner cannot be removed: Update changes the owner.',
	zh: {
		name: '删除场景群成员',
		action: '删除场景群成员',
		description: '把成员移出场景群。一次调用；群主不能被移除，请先在“更新场景群”中更换群主',
	},
	docs: 'https://open.dingtalk.com/document/development/api-removescenegroupmember',
	permission: 'qyapi_chat_manage',
	route: 'POST /v1.0/im/sceneGroup/member/delete',
	safe: true,
	fields: [sceneGroup, members, alsoFromOutside],
	request: ({ openConversationId, members: people, additionalFields: { externals: outside } }) => {
		someMembers(people, outside);
		return {
			body: {
				open_conversation_id: openConversationId,
				user_ids: people.length > 0 ? people : undefined,
				union_ids: outside,
			},
		};
	},
	output: (_, { openConversationId }) => ({ success: true, openConversationId }),
});
