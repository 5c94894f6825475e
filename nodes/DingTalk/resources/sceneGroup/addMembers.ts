import { defineOperation } from '../../../runtime/operation';
import { sceneGroup } from '../../../shared/group';
import { alsoFromOutside, members, someMembers } from '../../fields/members';

export const addMembers = defineOperation({
	name: 'Add Members',
	value: 'addMembers',
	action: 'Add members to a scene group',
	description: 'Add people to a scene group. One call. A group has at most 1,000 members.',
	zh: { name: '添加场景群成员', action: '添加场景群成员', description: '向场景群添加成员。一次调用；群最多 1000 人' },
	docs: 'https://open.dingtalk.com/document/development/api-addscenegroupmember',
	permission: 'qyapi_chat_manage',
	route: 'POST /v1.0/im/sceneGroup/member/add',
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
