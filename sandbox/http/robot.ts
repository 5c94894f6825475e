import { ApiError } from '../errors';
import type { Route, World } from '../world';
import { route } from '../world';

/** DingTalk's own message templates and what each must hold. */
const TEMPLATES: Record<string, string[]> = {
	sampleText: ['content'],
	sampleMarkdown: ['title', 'text'],
	sampleImageMsg: ['photoURL'],
	sampleLink: ['text', 'title', 'messageUrl'],
	sampleActionCard: ['title', 'text', 'singleTitle', 'singleURL'],
	sampleActionCard2: ['title', 'text', 'actionTitle1', 'actionURL1', 'actionTitle2', 'actionURL2'],
	sampleActionCard3: ['title', 'text', 'actionTitle1', 'actionURL1', 'actionTitle3', 'actionURL3'],
	sampleActionCard4: ['title', 'text', 'actionTitle1', 'actionURL1', 'actionTitle4', 'actionURL4'],
	sampleActionCard5: ['title', 'text', 'actionTitle1', 'actionURL1', 'actionTitle5', 'actionURL5'],
	sampleActionCard6: ['title', 'text', 'buttonTitle1', 'buttonUrl1', 'buttonTitle2', 'buttonUrl2'],
	sampleAudio: ['mediaId', 'duration'],
	sampleFile: ['mediaId', 'fileName', 'fileType'],
	sampleVideo: ['duration', 'videoMediaId', 'videoType', 'picMediaId'],
};

interface Send {
	robotCode: string;
	msgKey: string;
	msgParam: string;
}

const refuse = (code: string, message: string) => new ApiError(code, message);

const parse = (text: string): Record<string, unknown> => {
	try {
		const value: unknown = JSON.parse(text);
		if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Record<string, unknown>;
	} catch {
		// Refused below, as anything that is no JSON object.
	}
	throw refuse('invalidParameter.msgParam.invalid', 'msgParam必须是json格式');
};

/** The app's robot, https://open.dingtalk.com/document/development/chatbots-send-one-on-one-chat-messages-in-batches */
export const robotRoutes = ({ company, data, received, now, nextId }: World): Route[] => {
	const content = ({ robotCode, msgKey, msgParam }: Send): Record<string, unknown> => {
		if (!robotCode) throw refuse('invalidParameter.robotCode.empty', '机器人robotCode为空');
		if (robotCode !== company.robotCode) throw refuse('invalidParameter.robotCode.notExsit', '机器人不存在');
		if (!msgKey) throw refuse('invalidParameter.msgKey.empty', '缺少msgKey');
		const wanted = msgKey === company.messageTemplate ? [] : TEMPLATES[msgKey];
		if (!wanted) throw refuse('invalidParameter.msgKey.invalid', 'msgKey无效');
		// https://open.dingtalk.com/document/development/the-robot-sends-a-group-message
		if (Buffer.byteLength(msgParam) > 15_000) throw refuse('invalidParameter.msgParam.tooLong', '消息内容太长');
		const param = parse(msgParam);
		const lacks = wanted.find((name) => param[name] === undefined || param[name] === '');
		if (lacks) throw refuse('invalidParameter.param.invalid', `参数不合法: ${lacks}`);
		return param;
	};

	return [
		route<Send & { userIds: string[] }>('POST', '/v1.0/robot/oToMessages/batchSend', ({ body }) => {
			const { userIds, msgKey } = body;
			const param = content(body);
			if (userIds.length === 0) throw refuse('invalidParameter.userIds.empty', '用户userId列表为空');
			if (userIds.length > 20) throw refuse('invalidParameter.userIds.overMax', '用户userId列表超过最大限制');
			const known = new Set(company.users.map(({ userid }) => userid));
			const id = `key${nextId().toString(36)}`;
			received.messages.push({
				at: now(),
				id,
				to: 'person',
				by: 'appRobot',
				userids: userIds.filter((one) => known.has(one)),
				type: msgKey,
				content: param,
			});
			return {
				processQueryKey: id,
				invalidStaffIdList: userIds.filter((one) => !known.has(one)),
				flowControlledStaffIdList: [],
			};
		}),
		route<Send & { openConversationId: string }>('POST', '/v1.0/robot/groupMessages/send', ({ body }) => {
			const param = content(body);
			if (!body.openConversationId) throw refuse('miss.openConversationId', '缺少openConversationId');
			if (!data.groups.groups.some((one) => one.openConversationId === body.openConversationId && !one.dissolved))
				throw refuse('invalid.openConversationId', '无效的openConversationId');
			const id = `key${nextId().toString(36)}`;
			received.messages.push({
				at: now(),
				id,
				to: 'group',
				by: 'appRobot',
				conversation: body.openConversationId,
				type: body.msgKey,
				content: param,
			});
			return { processQueryKey: id };
		}),
	];
};
