import { defineProcedure } from '../../../runtime/operation';
import { sceneGroup } from '../../../shared/group';
import { adminRole, externals, members, someMembers } from '../../fields/members';

const SET = 'PUT /v1.0/im/sceneGroups/subAdmins';
/** Most people of one call. */
const MOST = 12;

const dozens = (people: readonly string[]): string[][] =>
	Array.from({ length: Math.ceil(people.length / MOST) }, (_, call) => people.slice(call * MOST, (call + 1) * MOST));

export const setAdmins = defineProcedure({
	name: 'Set Admins',
	value: 'setAdmins',
	action: 'Add or remove admins of a scene group',
	description: 'Make members of a scene group admins, or take that back. One call per 12 people.',
	zh: {
		name: '更新场景群管理员',
		action: '添加或移除场景群管理员',
		description: '把成员设为群管理员，或取消管理员。每 12 人一次调用',
	},
	docs: 'https://open.dingtalk.com/document/development/update-group-administrators',
	permission: 'qyapi_chat_manage',
	routes: [SET],
	fields: [
		sceneGroup,
		members,
		adminRole,
		{
			displayName: 'Additional Fields',
			zh: { name: '更多字段', placeholder: '添加字段' },
			name: 'additionalFields',
			type: 'collection',
			placeholder: 'Add Field',
			default: {},
			options: [externals],
		},
	],
	plan: ({ openConversationId, members: people, role, additionalFields: { externals: outside = [] } }) => {
		someMembers(people, outside);
		const some = [
			...dozens(people).map((userIds) => ({ userIds })),
			...dozens(outside).map((unionIds) => ({ unionIds })),
		];
		return { openConversationId, role, some };
	},
	run: async ({ openConversationId, role, some }, api) => {
		for (const people of some) await api.call(SET, { body: { openConversationId, role, ...people } }, { safe: true });
		return { success: true, openConversationId };
	},
});
