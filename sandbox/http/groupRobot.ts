import { createHmac } from 'node:crypto';

import type { GroupRobot } from '../company';
import { LegacyError, legacy } from '../errors';
import type { Message } from '../received';
import type { Call, Route, World } from '../world';
import { route } from '../world';

export interface RobotMessage {
	msgtype: string;
	msgUuid?: string;
	at?: { atMobiles?: string[]; atUserIds?: string[]; isAtAll?: boolean };
	[content: string]: unknown;
}

const HOUR = 3_600_000;

/** What each type must hold, https://open.dingtalk.com/document/development/custom-robots-send-group-messages */
const CONTENT: Record<string, string[]> = {
	text: ['content'],
	link: ['title', 'text', 'messageUrl'],
	markdown: ['title', 'text'],
	actionCard: ['title', 'text'],
	feedCard: ['links'],
};

const record = (value: unknown): Record<string, unknown> => (value ?? {}) as Record<string, unknown>;

/** @throws the documented error for a message that its type does not fit */
export const readMessage = (body: RobotMessage): { type: string; content: Record<string, unknown> } => {
	const { msgtype } = body;
	const wanted = CONTENT[msgtype];
	if (!wanted) throw legacy(400105);
	const content = record(body[msgtype]);
	const lacks = wanted.find((name) => content[name] === undefined || content[name] === '');
	if (lacks) throw new LegacyError(40035, `缺少参数 ${msgtype}.${lacks}`);
	if (msgtype === 'actionCard' && !content.singleURL && !Array.isArray(content.btns))
		throw new LegacyError(40035, '缺少参数 actionCard.btns');
	return { type: msgtype, content };
};

/** Who is really called: outside of plain text only those whose @ also stands in the text. */
export const called = (body: RobotMessage, content: Record<string, unknown>): NonNullable<Message['at_users']> => {
	const { atMobiles = [], atUserIds = [], isAtAll = false } = record(body.at) as NonNullable<RobotMessage['at']>;
	const text = String(content.text ?? '');
	const shown = (id: string) => body.msgtype === 'text' || text.includes(`@${id}`);
	return { mobiles: atMobiles.filter(shown), userids: atUserIds.filter(shown), all: isAtAll };
};

/** https://open.dingtalk.com/document/development/customize-robot-security-settings; the query is already decoded once. */
const checkSign = (
	{ secret }: GroupRobot,
	{ query: { timestamp = '', sign = '' } }: Call<RobotMessage>,
	now: number,
): void => {
	if (!secret) return;
	if (!/^\d{13}$/.test(timestamp) || Math.abs(now - Number(timestamp)) > HOUR)
		throw new LegacyError(310000, 'invalid timestamp');
	const expected = createHmac('sha256', secret).update(`${timestamp}\n${secret}`).digest('base64');
	if (sign !== expected) throw new LegacyError(310000, 'sign not match');
};

const checkKeywords = ({ keywords }: GroupRobot, { body }: Call<RobotMessage>): void => {
	const text = JSON.stringify(body);
	if (keywords && !keywords.some((word) => text.includes(word)))
		throw new LegacyError(310000, 'keywords not in content');
};

/** Custom group robots by their webhook. `admit` enforces the messages per minute. */
export const groupRobotRoutes = (
	{ company, received, now, nextId, speech }: World,
	admit: (token: string) => void,
): Route[] => {
	const robots = [company.groupRobot, company.keywordRobot, company.stoppedRobot];
	const seen = new Set<string>();

	return [
		route<RobotMessage>('POST', '/robot/send', (call) => {
			const robot = robots.find(({ accessToken }) => accessToken === call.query.access_token);
			if (!robot) throw speech.noRobot();
			if (robot.stopped) throw legacy(400102);
			// No page says what is checked first.
			checkSign(robot, call, now());
			const { type, content } = readMessage(call.body);
			checkKeywords(robot, call);
			admit(robot.accessToken);
			const at_users = called(call.body, content);
			if (at_users.userids.length > 50) throw new LegacyError(40035, '不合法的参数');
			const uuid = call.body.msgUuid && `${robot.accessToken} ${call.body.msgUuid}`;
			if (uuid && seen.has(uuid)) return {};
			if (uuid) seen.add(uuid);
			received.messages.push({
				at: now(),
				id: `msg${nextId()}`,
				to: 'group',
				by: 'customRobot',
				conversation: robot.conversation,
				type,
				content,
				at_users,
			});
			return {};
		}),
	];
};
