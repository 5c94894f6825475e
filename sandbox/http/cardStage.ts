import { ApiError } from '../errors';
import type { Card } from '../received';
import type { Route, World } from '../world';
import { route } from '../world';

const MOST_PINS = 10;

interface Chat {
	outTrackId: string;
	conversationType: number;
	openConversationId?: string;
	userId?: string;
	robotCode?: string;
	groupTemplateId?: string;
	coolAppCode?: string;
}

interface Stream {
	outTrackId: string;
	guid: string;
	key: string;
	content: string;
	isFull?: boolean;
	isFinalize?: boolean;
	isError?: boolean;
}

/** Cards at the top of chats, and the text that is streamed into AI cards. */
export const cardStageRoutes = ({ company, data, received, now }: World): Route[] => {
	const seen = new Set<string>();
	const pinsOf = (chat: string) => received.cards.filter(({ pinned = [] }) => pinned.includes(chat)).length;

	const chatOf = ({ conversationType, openConversationId, userId, robotCode, groupTemplateId, coolAppCode }: Chat) => {
		if (conversationType === 2) {
			if (!userId) throw new ApiError('userIdOrUnionId.empty', '用户id为空');
			if (!robotCode) throw new ApiError('robotCode.empty', '机器人编码为空');
			if (!company.users.some(({ userid }) => userid === userId)) throw new ApiError('user.not.found', '用户不存在');
			return userId;
		}
		if (!openConversationId) throw new ApiError('openConversationId.empty', '会话id为空');
		const group = data.groups.groups.find((one) => one.openConversationId === openConversationId && !one.dissolved);
		if (!group) throw new ApiError('chat.notExist', '会话不存在');
		if (!coolAppCode && group.templateId !== groupTemplateId)
			throw new ApiError('group.groupTemplate.notInstalled', '群模板未安装到群内');
		return openConversationId;
	};
	const find = (outTrackId: string, missing: ApiError): Card => {
		const card = received.cards.find((one) => one.outTrackId === outTrackId);
		if (!card) throw missing;
		return card;
	};

	return [
		// https://open.dingtalk.com/document/development/send-group-helper-message
		route<Chat & { cardData?: { cardParamMap?: Record<string, string> } }>('POST', '/v2.0/im/topBoxes', ({ body }) => {
			const chat = chatOf(body);
			if (pinsOf(chat) >= MOST_PINS) throw new ApiError('param.illegal', '请求参数无效');
			received.cards.push({
				outTrackId: body.outTrackId,
				publicData: body.cardData?.cardParamMap ?? {},
				privateData: {},
				clicks: [],
				pinned: [chat],
			});
			return { success: true };
		}),
		// https://open.dingtalk.com/document/development/close-interactive-card-ceiling
		route<Chat>('POST', '/v2.0/im/topBoxes/close', ({ body }) => {
			const chat = chatOf(body);
			const card = find(body.outTrackId, new ApiError('close.topbox.failed', '关闭吊顶失败'));
			card.pinned = card.pinned?.filter((one) => one !== chat);
			return { success: true };
		}),
		// https://open.dingtalk.com/document/development/api-streamingupdate
		route<Stream>('PUT', '/v1.0/card/streaming', ({ body }) => {
			const { outTrackId, guid, key, content, isFull, isFinalize, isError } = body;
			if (!guid) throw new ApiError('param.stream.guidEmpty', 'param.stream.guidEmpty');
			if (!key) throw new ApiError('param.stream.keyEmpty', 'param.stream.keyEmpty');
			if (!content) throw new ApiError('param.stream.contentEmpty', 'param.stream.contentEmpty');
			const card = find(outTrackId, new ApiError('param.stream.outTrackId', 'card is not exist'));
			const text = (isFull ? '' : (card.streamed?.[key] ?? '')) + content;
			if (Buffer.byteLength(text) > company.longestCardText)
				throw new ApiError('param.stream.content', 'content is too large');
			if (!seen.has(guid)) {
				seen.add(guid);
				card.streamed = { ...card.streamed, [key]: text };
				if (isFinalize) card.ended = 'done';
				if (isError) card.ended = 'failed';
				const end = isFinalize ? 'done' : isError ? 'failed' : undefined;
				(card.frames ??= []).push({ at: now(), by: 'stream', text, ...(end && { end }) });
			}
			return { success: true, result: true };
		}),
	];
};
