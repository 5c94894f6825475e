import type { Group } from '../../data/groups';
import type { World } from '../../world';

/** The company's groups, found by either ID, made and changed. */
export const shelfOf = ({ company, data, now, nextId, push }: World) => {
	const { groups } = data.groups;
	const known = (userid: string) => company.users.some((one) => one.userid === userid);

	const tell = (event: string, group: Group, more: object = {}) =>
		push(event, { chatId: group.chatid, openConversationId: group.openConversationId, ...more });

	return {
		groups,
		known,
		tell,
		byChatId: (chatid: string, kind?: Group['kind']) =>
			groups.find((one) => one.chatid === chatid && (kind === undefined || one.kind === kind)),
		byConversation: (id: string, kind?: Group['kind']) =>
			groups.find((one) => one.openConversationId === id && (kind === undefined || one.kind === kind)),
		make: (given: Pick<Group, 'kind' | 'name' | 'owner' | 'members'> & Partial<Group>): Group => {
			const id = nextId().toString(36);
			const group: Group = {
				chatid: `chatsandbox${id}`,
				openConversationId: `cidSandbox${id}==`,
				icon: '',
				ownerType: 'emp',
				externals: [],
				admins: [],
				muted: {},
				settings: {},
				conversationTag: 2,
				createdTime: now(),
				dissolved: false,
				...given,
			};
			group.members = [...new Set([group.owner, ...group.members])];
			groups.push(group);
			return group;
		},
		add: (group: Group, userIds: string[] = [], unionIds: string[] = []) => {
			group.members = [...new Set([...group.members, ...userIds])];
			group.externals = [...new Set([...group.externals, ...unionIds])];
			if (userIds.length > 0) tell('chat_add_member', group, { userId: userIds });
		},
		remove: (group: Group, userIds: string[] = [], unionIds: string[] = []) => {
			group.members = group.members.filter((one) => one === group.owner || !userIds.includes(one));
			group.externals = group.externals.filter((one) => !unionIds.includes(one));
			if (userIds.length > 0) tell('chat_remove_member', group, { userId: userIds });
		},
	};
};
