import type { Group } from '../../data/groups';
import { ApiError } from '../../errors';
import type { Route, World } from '../../world';
import { route } from '../../world';
import { shelfOf } from './shelf';

const MOST_AT_ONCE = 1000;

/** Lists: members, robots, templates, groups of a person. Those called "inner" are known from the official SDK only. */
export const membershipRoutes = (world: World): Route[] => {
	const { company, data } = world;
	const { groups, byConversation, known } = shelfOf(world);
	const nameOf = (userid: string) => company.users.find((one) => one.userid === userid)?.name ?? userid;
	const live = (id: string, missing: Error): Group => {
		const group = byConversation(id);
		if (!group || group.dissolved) throw missing;
		return group;
	};
	const infosOf = (userId: string, key = '') =>
		groups
			.filter(({ members, name, dissolved }) => !dissolved && members.includes(userId) && name.includes(key))
			.map(({ name: title, members, openConversationId }) => ({
				title,
				openConversationId,
				memberAmount: String(members.length),
			}));

	return [
		route<{ openConversationId: string; nextToken?: string; maxResults: number }>(
			'POST',
			'/v1.0/im/sceneGroups/members/batchQuery',
			({ body: { openConversationId, nextToken, maxResults } }) => {
				const group = live(openConversationId, new ApiError('cidEncryptError', '群ID解析错误'));
				if (group.kind !== 'scene') throw new ApiError('groupPermissionDenied', '无权限，该群没有安装群模板');
				const start = Number(nextToken ?? 0);
				const end = group.members.length <= MOST_AT_ONCE ? group.members.length : start + maxResults;
				const members = group.members.slice(start, end);
				const hasMore = end < group.members.length;
				return {
					success: true,
					memberUserIds: members,
					staffIdNickMap: Object.fromEntries(members.map((one) => [one, nameOf(one)])),
					unionIdList: start === 0 ? group.externals : [],
					unionIdNickMap: Object.fromEntries(group.externals.map((one) => [one, `外部 ${one}`])),
					hasMore,
					...(hasMore && { nextToken: String(end) }),
				};
			},
		),
		route<{ openConversationId: string }>('POST', '/v1.0/robot/groups/robots/query', ({ body }) => {
			live(body.openConversationId, new ApiError('invalid.openConversationId', '无效的openConversationId'));
			return {
				chatbotInstanceVOList: [
					{ robotCode: company.robotCode, name: '小满助手', openRobotType: 2, downloadIconURL: '' },
				],
			};
		}),
		route('GET', '/v1.0/im/chats/sceneGroups/templates/lists', () => ({
			success: true,
			count: data.groups.templates.length,
			sceneGroupDetailModels: data.groups.templates.map(({ templateId, templateName }) => ({
				templateId,
				templateName,
			})),
		})),
		route('GET', '/v1.0/im/innerGroups/recentLists', ({ query }) => ({
			success: true,
			groupInfos: infosOf(query.userId),
		})),
		route<{ searchKey: string; userId: string; maxResults: number }>(
			'POST',
			'/v1.0/im/innerGroups/search',
			({ body }) => ({
				groupInfos: infosOf(body.userId, body.searchKey).slice(0, body.maxResults),
			}),
		),
		route<{ openConversationId: string; userId: string; nextToken: number; maxResults: number }>(
			'POST',
			'/v1.0/im/innerGroups/memberLists/query',
			({ body: { openConversationId, userId, nextToken, maxResults } }) => {
				const group = live(openConversationId, new ApiError('invalid.openConversationId', '无效的openConversationId'));
				if (!known(userId)) throw new ApiError('staff.not.found', '员工不存在');
				const end = nextToken + maxResults;
				return {
					success: true,
					list: group.members.slice(nextToken, end).map((one) => ({ userId: one, name: nameOf(one) })),
					hasMore: end < group.members.length,
					nextToken: end,
				};
			},
		),
	];
};
