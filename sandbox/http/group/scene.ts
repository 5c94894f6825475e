import type { Group } from '../../data/groups';
import { ApiError, LegacyError } from '../../errors';
import type { Route, World } from '../../world';
import { route } from '../../world';
import { shelfOf } from './shelf';

interface Create {
	title: string;
	template_id: string;
	owner_user_id: string;
	user_ids?: string[];
	subadmin_ids?: string[];
	icon?: string;
	uuid?: string;
	management_options?: Record<string, number>;
}

interface People {
	open_conversation_id: string;
	user_ids?: string[];
	union_ids?: string[];
}

interface Message {
	target_open_conversation_id: string;
	robot_code: string;
	msg_template_id: string;
	msg_param_map?: string;
	at_users?: string;
	at_mobiles?: string;
	is_at_all?: boolean;
	receiver_user_ids?: string[];
}

const MOST_MEMBERS = 1000;
const invalid = (message: string) => new ApiError('parameter.invalid', message);
const list = (text?: string) => (text ? text.split(',') : []);

/** Groups made from a template. https://open.dingtalk.com/document/development/create-a-scene-group */
export const sceneRoutes = (world: World): Route[] => {
	const { data, received, now, nextId } = world;
	const { groups, byConversation, make, add, remove, known, tell } = shelfOf(world);
	const live = (id: string, missing: Error = invalid('open_conversation_id')): Group => {
		const group = byConversation(id, 'scene');
		if (!group || group.dissolved) throw missing;
		return group;
	};
	const denied = () => new ApiError('groupPermissionDenied', '无权限,该群不是内部群，或者未安装群模板');

	return [
		route<Create>('POST', '/v1.0/im/sceneGroup/create', ({ body }) => {
			const again = body.uuid && groups.find(({ uuid }) => uuid === body.uuid);
			if (again) return { open_conversation_id: again.openConversationId, chat_id: again.chatid };
			if (body.title.length > 30) throw invalid('title');
			if (!data.groups.templates.some(({ templateId }) => templateId === body.template_id))
				throw new ApiError('groupTemplate.notFound', '群模板不存在或者已下线');
			const { owner_user_id: owner, user_ids: members = [] } = body;
			if (![owner, ...members].every(known)) throw new ApiError('member.notFound', '请确认群主的userid是否正确');
			if (members.length > MOST_MEMBERS) throw new ApiError('member.exceed', '群成员数量超出限制');
			const group = make({
				kind: 'scene',
				name: body.title,
				owner,
				members,
				admins: body.subadmin_ids ?? [],
				icon: body.icon ?? '',
				uuid: body.uuid,
				templateId: body.template_id,
				settings: body.management_options ?? {},
			});
			return { open_conversation_id: group.openConversationId, chat_id: group.chatid };
		}),
		route<{ openConversationId: string }>('POST', '/v1.0/im/sceneGroups/query', ({ body: { openConversationId } }) => {
			const group = byConversation(openConversationId, 'scene');
			if (!group) throw denied();
			const { templateId, name: title, owner: ownerUserId, icon } = group;
			return {
				success: true,
				openConversationId,
				templateId,
				title,
				ownerUserId,
				icon,
				status: group.dissolved ? 2 : 1,
			};
		}),
		route<{ open_conversation_id: string }>('POST', '/topapi/im/chat/scenegroup/get', ({ body }) => {
			const group = live(body.open_conversation_id, new LegacyError(660001, '无效的群ID'));
			const settings = Object.entries(group.settings).map(([name, value]) => [name, String(value)]);
			return {
				success: true,
				result: {
					open_conversation_id: group.openConversationId,
					title: group.name,
					owner_staff_id: group.owner,
					template_id: group.templateId,
					member_amount: group.members.length + group.externals.length,
					sub_admin_staff_ids: group.admins,
					management_options: Object.fromEntries(settings) as Record<string, string>,
				},
			};
		}),
		route<{ open_conversation_id: string } & Partial<Create>>('POST', '/v1.0/im/sceneGroup/update', ({ body }) => {
			const group = live(body.open_conversation_id);
			if (body.title !== undefined) {
				group.name = body.title;
				tell('chat_update_title', group, { title: body.title });
			}
			if (body.icon !== undefined) group.icon = body.icon;
			if (body.owner_user_id !== undefined) {
				if (!group.members.includes(body.owner_user_id)) throw invalid('owner_user_id');
				group.owner = body.owner_user_id;
				tell('chat_update_owner', group, { owner: group.owner });
			}
			Object.assign(group.settings, body.management_options);
			return { success: true };
		}),
		route<People>('POST', '/v1.0/im/sceneGroup/member/add', ({ body }) => {
			const group = live(body.open_conversation_id);
			if (!(body.user_ids ?? []).every(known)) throw invalid('user_ids');
			add(group, body.user_ids, body.union_ids);
			return { success: true };
		}),
		route<People>('POST', '/v1.0/im/sceneGroup/member/delete', ({ body }) => {
			const group = live(body.open_conversation_id);
			if (body.user_ids?.includes(group.owner)) throw invalid('user_ids');
			remove(group, body.user_ids, body.union_ids);
			return { success: true };
		}),
		route<{ openConversationId: string }>('POST', '/v1.0/im/chat/scenegroup/disband', ({ body }) => {
			const group = live(body.openConversationId);
			group.dissolved = true;
			tell('chat_disband', group);
			return { success: true };
		}),
		route<{ openConversationId: string; role: number; userIds?: string[]; unionIds?: string[] }>(
			'PUT',
			'/v1.0/im/sceneGroups/subAdmins',
			({ body: { openConversationId, role, userIds = [], unionIds = [] } }) => {
				const group = live(openConversationId, new ApiError('invalidOpenConversationId', '无效的群ID'));
				if (userIds.length + unionIds.length > 12) throw new ApiError('invalidUserIds', '无效的用户ID清单');
				if (!userIds.every((one) => group.members.includes(one))) throw new ApiError('userNotInGroup', '用户不在群中');
				const others = group.admins.filter((one) => !userIds.includes(one));
				group.admins = role === 2 ? [...others, ...userIds] : others;
				return { success: true };
			},
		),
		route<{ openConversationId: string; userIdList: string[]; muteStatus: number; muteDuration: number }>(
			'POST',
			'/v1.0/im/sceneGroups/muteMembers/set',
			({ body: { openConversationId, userIdList, muteStatus, muteDuration } }) => {
				const group = live(
					openConversationId,
					new ApiError('invalidParameter.openConversationIdError', '不合法的会话ID'),
				);
				if (userIdList.length > 999) throw new ApiError('invalidParameter.userIdList', '不合法的群成员列表');
				if (userIdList.some((one) => one === group.owner || group.admins.includes(one)))
					throw new ApiError('cannot.ban.owner', '不允许禁言群主');
				for (const one of userIdList)
					if (muteStatus === 1) group.muted[one] = now() + muteDuration;
					else delete group.muted[one];
				return {};
			},
		),
		// https://open.dingtalk.com/document/development/group-template-robot-message
		route<Message>('POST', '/topapi/im/chat/scencegroup/message/send_v2', ({ body }) => {
			const group = live(body.target_open_conversation_id, new LegacyError(660001, '无效的群ID'));
			const template = data.groups.templates.find(({ robotCode }) => robotCode === body.robot_code);
			if (!template) throw new LegacyError(660002, '无效的机器人code');
			if (!template.messageTemplates.includes(body.msg_template_id)) throw new LegacyError(660024, '消息模板不存在');
			const id = `key${nextId().toString(36)}`;
			received.messages.push({
				at: now(),
				id,
				to: 'group',
				by: 'appRobot',
				conversation: group.openConversationId,
				type: body.msg_template_id,
				content: body.msg_param_map ? (JSON.parse(body.msg_param_map) as Record<string, unknown>) : {},
				at_users: { userids: list(body.at_users), mobiles: list(body.at_mobiles), all: body.is_at_all ?? false },
			});
			return { success: true, open_msg_id: id };
		}),
	];
};
