import type { Group } from '../../data/groups';
import { ApiError, LegacyError } from '../../errors';
import type { Route, World } from '../../world';
import { route } from '../../world';
import { shelfOf } from './shelf';

interface Create {
	name: string;
	owner: string;
	ownerType?: string;
	useridlist: string[];
	extidlist?: string[];
	icon?: string;
	conversationTag?: number;
	managementOptions?: Record<string, number>;
}

interface Update extends Partial<Omit<Create, 'useridlist' | 'extidlist'>> {
	chatid: string;
	add_useridlist?: string[];
	del_useridlist?: string[];
	add_extidlist?: string[];
	del_extidlist?: string[];
}

const invalid = (message: string) => new ApiError('parameter.invalid', message);
const NO_SETTINGS = {
	mentionAllAuthority: 0,
	showHistoryType: 0,
	validationType: 0,
	searchable: 0,
	chatBannedType: 0,
	managementType: 0,
};

/** Ordinary groups, which most routes know by their chatid. https://open.dingtalk.com/document/development/create-common-group-new-version-v2 */
export const ordinaryRoutes = (world: World): Route[] => {
	const { byChatId, byConversation, make, add, remove, known, tell } = shelfOf(world);
	const nameable = (name: string) => {
		if (name.length < 1 || name.length > 20) throw invalid('群名称长度限制为1~20个字符');
	};
	const visible = (userid: string) => {
		if (!known(userid)) throw new ApiError('permession.checkFailed', '群主不在应用可见性内');
	};
	const live = (group: Group | undefined, missing: Error): Group => {
		if (!group || group.dissolved) throw missing;
		return group;
	};

	return [
		route<Create>('POST', '/v1.0/im/group/create', ({ body }) => {
			const { name, owner, useridlist: members, extidlist: externals = [], managementOptions: settings = {} } = body;
			nameable(name);
			visible(owner);
			if (!members.every(known)) throw invalid('useridlist');
			const { icon = '', conversationTag = 2, ownerType = 'emp' } = body;
			const group = make({
				kind: 'ordinary',
				name,
				owner,
				members,
				externals,
				settings,
				icon,
				conversationTag,
				ownerType,
			});
			return { chatid: group.chatid, openConversationId: group.openConversationId, conversationTag };
		}),
		route('GET', '/chat/get', ({ query }) => {
			const group = byChatId(query.chatid, 'ordinary');
			if (!group) throw new LegacyError(70001, '参数错误');
			return {
				chat_info: {
					chatid: group.chatid,
					name: group.name,
					owner: group.owner,
					useridlist: group.members,
					extidlist: group.externals,
					icon: group.icon,
					conversationTag: group.conversationTag,
					status: group.dissolved ? 2 : 1,
					...NO_SETTINGS,
					...group.settings,
				},
			};
		}),
		route<Update>('POST', '/v1.0/im/group/update', ({ body }) => {
			const group = live(byChatId(body.chatid, 'ordinary'), invalid('chatid'));
			if (body.name !== undefined) {
				nameable(body.name);
				group.name = body.name;
				tell('chat_update_title', group, { title: body.name });
			}
			if (body.icon !== undefined) group.icon = body.icon;
			if (body.owner !== undefined) {
				visible(body.owner);
				if (!group.members.includes(body.owner)) throw invalid('owner');
				group.owner = body.owner;
				tell('chat_update_owner', group, { owner: body.owner });
			}
			// What is left out is reset, as the page says of showHistoryType.
			if (body.managementOptions) group.settings = body.managementOptions;
			if (!(body.add_useridlist ?? []).every(known)) throw invalid('add_useridlist');
			if (body.del_useridlist?.includes(group.owner)) throw invalid('del_useridlist');
			if (body.add_useridlist ?? body.add_extidlist) add(group, body.add_useridlist, body.add_extidlist);
			if (body.del_useridlist ?? body.del_extidlist) remove(group, body.del_useridlist, body.del_extidlist);
			return { success: true };
		}),
		route('POST', '/v1.0/im/chat/{chatId}/convertToOpenConversationId', ({ path: { chatId } }) => ({
			openConversationId: live(byChatId(chatId), new ApiError('invalideChatId', '不合法的chatId')).openConversationId,
		})),
		route<{ chatid: string; userid: string }>('POST', '/topapi/chat/qrcode/get', ({ body: { chatid, userid } }) => {
			const group = live(byChatId(chatid), new LegacyError(34001, '无效的会话ID'));
			if (!group.members.includes(userid)) throw new LegacyError(40003, '无效的userid');
			return { result: `https://qr.dingtalk.com/action/joingroup?code=v1,${group.chatid}`, success: true };
		}),
		route<{ openConversationId: string; userIds: string[]; role: number }>(
			'POST',
			'/v1.0/im/subAdministrators',
			({ body: { openConversationId, userIds, role } }) => {
				const missing = new ApiError('invalidParameter.openConversationId.invalid', '无效的会话id');
				const group = live(byConversation(openConversationId), missing);
				if (!userIds.every((one) => group.members.includes(one))) throw new ApiError('invalid.staffid', '无效的userId');
				const others = group.admins.filter((one) => !userIds.includes(one));
				group.admins = role === 2 ? [...others, ...userIds] : others;
				return { success: 'true' };
			},
		),
	];
};
