import { ApiError } from '../errors';
import type { Message } from '../received';
import type { Route, World } from '../world';
import { route } from '../world';

const DAY = 86_400_000;

/** What becomes of messages that the app's robot sent: recall, who has read them. */
export const robotMessageRoutes = ({ company, data, received, now }: World): Route[] => {
	const guard = (robotCode: string, code = 'invalidParameter.robotCode.notExsit') => {
		if (robotCode !== company.robotCode) throw new ApiError(code, '机器人不存在');
	};
	const sent = (id: string, to: Message['to'], conversation?: string): Message | undefined =>
		received.messages.find((one) => one.id === id && one.to === to && one.conversation === conversation);

	const recall = (keys: string[], to: Message['to'], conversation?: string) => {
		if (keys.length > 20)
			throw new ApiError('invalidParameter.processQueryKeys.overMax', 'processQueryKeys超过数量上限20');
		const failedResult: Record<string, string> = {};
		const successResult: string[] = [];
		for (const key of keys) {
			const message = sent(key, to, conversation);
			if (!message) failedResult[key] = 'invalid.processQueryKey';
			else if (now() - message.at > DAY) failedResult[key] = 'robot.processQueryKey.expired';
			else {
				message.recalled = true;
				successResult.push(key);
			}
		}
		return { successResult, failedResult };
	};
	const fresh = (message: Message | undefined): Message => {
		if (!message) throw new ApiError('invalid.processQueryKey', '无效的processQueryKey');
		if (now() - message.at > DAY) throw new ApiError('processQueryKey.expireTime', 'processQueryKey已过期');
		return message;
	};

	return [
		// https://open.dingtalk.com/document/development/batch-message-recall-chat
		route<{ robotCode: string; processQueryKeys: string[] }>(
			'POST',
			'/v1.0/robot/otoMessages/batchRecall',
			({ body }) => {
				guard(body.robotCode, 'invalidParameter.robotCode');
				return recall(body.processQueryKeys, 'person');
			},
		),
		route<{ robotCode: string; openConversationId: string; processQueryKeys: string[] }>(
			'POST',
			'/v1.0/robot/groupMessages/recall',
			({ body }) => {
				guard(body.robotCode, 'invalidParameter.robotCode');
				return recall(body.processQueryKeys, 'group', body.openConversationId);
			},
		),
		// https://open.dingtalk.com/document/development/chatbot-batch-query-the-read-status-of-messages
		route('GET', '/v1.0/robot/oToMessages/readStatus', ({ query: { robotCode = '', processQueryKey = '' } }) => {
			guard(robotCode);
			const { userids = [], readBy = [] } = fresh(sent(processQueryKey, 'person'));
			const messageReadInfoList = userids.map((userId) => ({
				userId,
				name: company.users.find(({ userid }) => userid === userId)?.name ?? '',
				readStatus: readBy.includes(userId) ? 'READ' : 'UNREAD',
			}));
			return { sendStatus: 'SUCCESS', messageReadInfoList };
		}),
		// https://open.dingtalk.com/document/development/chatbot-queries-the-read-status-of-a-message
		route<{
			robotCode: string;
			openConversationId: string;
			processQueryKey: string;
			maxResults?: number;
			nextToken?: string;
		}>(
			'POST',
			'/v1.0/robot/groupMessages/query',
			({ body: { robotCode, openConversationId, processQueryKey, maxResults = 200, nextToken } }) => {
				guard(robotCode);
				if (maxResults > 200) throw new ApiError('invalidParameter.pageSize.invalid', 'maxResults超出上限200');
				const { readBy = [] } = fresh(sent(processQueryKey, 'group', openConversationId));
				const start = Number(nextToken ?? 0);
				const end = start + maxResults;
				const hasMore = end < readBy.length;
				return {
					sendStatus: 'SUCCESS',
					readUserIds: readBy.slice(start, end),
					hasMore,
					...(hasMore && { nextToken: String(end) }),
				};
			},
		),
		// Known from the official SDK only.
		route<{ robotCode: string; pageNumber: number; pageSize: number }>(
			'POST',
			'/v1.0/robot/groups/query',
			({ body }) => {
				guard(body.robotCode);
				const all = data.groups.groups.filter(({ dissolved }) => !dissolved);
				const start = body.pageNumber * body.pageSize;
				const page = all.slice(start, start + body.pageSize);
				return {
					openConversationIds: page.map(({ openConversationId }) => openConversationId),
					hasMore: start + body.pageSize < all.length,
				};
			},
		),
	];
};
