import type { INodeListSearchItems } from 'n8n-workflow';
import type { Json } from '../protocol/json';
import { defineField } from '../runtime/field';
import { defineListBy } from '../runtime/list';
import { defineLocator } from '../runtime/locator';
import { objectsIn } from '../runtime/pick';
import { operatorUserId } from './operator';

/** Groups that one answer of the search has; it has no next page. */
const MOST_FOUND = 20;

const toEntry = ({ title, memberAmount, openConversationId }: Json): INodeListSearchItems => ({
	name: memberAmount === undefined ? String(title) : `${String(title)} (${String(memberAmount)})`,
	value: String(openConversationId),
});

/**
 * Groups of the operator: the recent ones while nothing is typed, else those whose title the search finds. Both routes are known
 * from the official SDK only, so an organisation may be refused; the ID works all the same.
 */
const groupList = defineListBy([operatorUserId], async ({ operator: userId }, { filter: searchKey }, api) => {
	const { groupInfos } =
		searchKey === ''
			? await api.call('GET /v1.0/im/innerGroups/recentLists', { query: { userId } })
			: await api.call(
					'POST /v1.0/im/innerGroups/search',
					{ body: { searchKey, userId, maxResults: MOST_FOUND } },
					{ safe: true },
				);
	return { entries: objectsIn(groupInfos).map(toEntry) };
});

/** A chatid where an openConversationId is wanted. */
const noChatId = {
	test: /^(?!chat)/i,
	en: 'is a chatid, but this field wants the openConversationId (it begins with "cid"). Group: Get Conversation ID converts it',
	zh: '是 chatid，此处需要 openConversationId（以 cid 开头），可用“群 → 获取 openConversationId”转换',
} as const;

const words = {
	pattern: noChatId,
	list: groupList,
	placeholder: 'e.g. cid6KeBBLoveMJOGXoYKF5x7EeiodoA==',
} as const;

/** Any group, by its openConversationId. */
export const group = defineLocator({
	displayName: 'Group',
	zh: {
		name: '群',
		description:
			'群的 openConversationId（以 cid 开头，不是 chatid）。可在列表中按群名搜索；若钉钉不允许列出：在该群里 @ 机器人，触发器输出的 conversation.id 即是；创建群时也会返回',
	},
	name: 'openConversationId',
	required: true,
	description:
		'The openConversationId of the group (begins with "cid"; not the chatid). The list searches by title; where DingTalk does not allow it, write to the robot in that group: the trigger gives its conversation.id. Create returns the ID, too.',
	...words,
});

/** Several groups, by their openConversationId. */
export const groups = defineLocator({
	displayName: 'Groups',
	zh: {
		name: '群',
		description: '群的 openConversationId（以 cid 开头，不是 chatid），一个或用逗号分隔的多个',
	},
	name: 'groups',
	many: true,
	description: 'The openConversationId of a group (begins with "cid"; not the chatid), or several separated by commas',
	...words,
});

/** A scene group, by its openConversationId. */
export const sceneGroup = defineLocator({
	displayName: 'Scene Group',
	zh: {
		name: '场景群',
		description: '场景群的 openConversationId（以 cid 开头，不是 chatid），“创建场景群”会返回；也可在列表中按群名搜索',
	},
	name: 'openConversationId',
	required: true,
	description:
		'The openConversationId of the scene group (begins with "cid"; not the chatid), as Create returns it; the list searches by title',
	...words,
});

/** An ordinary group where DingTalk wants its chatid. */
export const chatId = defineField({
	displayName: 'Chat ID',
	zh: {
		name: '群 chatid',
		description: '“创建群”返回的 chatid（以 chat 开头），不是 openConversationId，也不是 JSAPI 返回的 chatId',
	},
	name: 'chatid',
	type: 'string',
	id: true,
	required: true,
	default: '',
	placeholder: 'e.g. chatd5d5ee71a1b2c3d4e5f60718293a4b5c',
	pattern: {
		test: /^(?!cid)/i,
		en: 'is an openConversationId, but this field wants the chatid (it begins with "chat"). DingTalk converts a chatid to an openConversationId only, not back: keep the chatid that Group: Create returned, or use the resource Scene Group for a scene group',
		zh: '是 openConversationId，此处需要 chatid（以 chat 开头）。钉钉只支持由 chatid 转换为 openConversationId，请使用“创建群”返回的 chatid；场景群请改用“场景群”',
	},
	description:
		'The chatid that Group: Create returned (begins with "chat"); neither the openConversationId nor the chatId of the JSAPI',
});
