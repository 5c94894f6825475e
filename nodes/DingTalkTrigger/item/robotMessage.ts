import type { IDataObject } from 'n8n-workflow';

import { type Content, attachmentsOf, textParts } from './content';
import { type Incoming, ROBOT_MESSAGE, isoTime, objectOf, textOf } from './incoming';
import { withoutRobot } from './mention';

/*
 * The message of a person to the robot, made readable.
 * https://open.dingtalk.com/document/development/receive-message
 */
const contentOf = (message: IDataObject): Content => {
	const type = textOf(message.msgtype);
	const own = type === 'text' ? message.text : message.content;
	// The content sometimes stands under the other name, or under that of its type, as in messages that are sent.
	return { type, content: objectOf(own ?? message[type] ?? message.content ?? message.text) };
};

const quotedContent = (quoted: IDataObject): Content => ({
	type: textOf(quoted.msgType) || textOf(quoted.msgtype),
	content: objectOf(quoted.content),
});

/** Where a message says what it answers: in its text, or beside what else it holds. */
const holdersOf = (message: IDataObject): IDataObject[] => [objectOf(message.text), objectOf(message.content), message];

/** The message that this one quotes, {} where it quotes none. */
const repliedTo = (message: IDataObject): IDataObject =>
	objectOf(holdersOf(message).find(({ repliedMsg }) => (repliedMsg ?? '') !== '')?.repliedMsg);

/** The message that this one answers, of which DingTalk may give the id only; undefined where it answers none. */
function quotedOf(message: IDataObject, now: number): IDataObject | undefined {
	const quoted = repliedTo(message);
	const messageId = textOf(quoted.msgId) || textOf(message.originalMsgId);
	const isReply = holdersOf(message).some(({ isReplyMsg }) => isReplyMsg === true || isReplyMsg === 'true');
	if (Object.keys(quoted).length === 0 && !isReply && messageId === '') return undefined;
	return {
		messageId,
		messageType: quotedContent(quoted).type,
		text: textParts(quotedContent(quoted)).join('').trim(),
		senderId: textOf(quoted.senderId),
		createdAt: quoted.createdAt === undefined ? '' : isoTime(quoted.createdAt, now),
	};
}

/** Its own files and those of the message that it quotes. */
function filesOf(message: IDataObject): IDataObject[] {
	const ofQuoted = attachmentsOf(quotedContent(repliedTo(message))).map((file) => ({ ...file, quoted: true }));
	return [...attachmentsOf(contentOf(message)), ...ofQuoted];
}

/** What the person wrote, who and where, and how to answer. */
function readableMessage(message: IDataObject, now: number): IDataObject {
	const isGroup = textOf(message.conversationType) === '2';
	const parts = textParts(contentOf(message));
	const expiry = message.sessionWebhookExpiredTime;
	const quotedMessage = quotedOf(message, now);
	const [userId, unionId, senderId] = [message.senderStaffId, message.senderUnionId, message.senderId].map(textOf);
	return {
		messageType: textOf(message.msgtype),
		text: isGroup ? withoutRobot(parts, message) : parts.join('').trim(),
		...(quotedMessage && { quotedMessage }),
		sender: {
			// Of people outside the organisation, and in custom robots' groups, there is nothing but the encrypted ID.
			id: userId || unionId || senderId,
			name: textOf(message.senderNick),
			userId,
			unionId,
			senderId,
			corpId: textOf(message.senderCorpId),
			isAdmin: message.isAdmin === true,
		},
		conversation: {
			id: textOf(message.conversationId),
			title: textOf(message.conversationTitle),
			type: isGroup ? 'group' : 'single',
		},
		mentionsRobot: message.isInAtList === true,
		robotCode: textOf(message.robotCode),
		// Answers only until `sessionWebhookExpiresAt`.
		sessionWebhook: textOf(message.sessionWebhook),
		sessionWebhookExpiresAt: expiry === undefined ? '' : isoTime(expiry, now),
		attachments: filesOf(message),
	};
}

/** A message to the robot. `now` stands in where it has no time of its own, `id` where it has no id. */
export function fromRobotMessage(message: IDataObject, now: number, id = '', eventType = ROBOT_MESSAGE): Incoming {
	const eventId = textOf(message.msgId) || id;
	const item = {
		eventType,
		eventId,
		corpId: textOf(message.chatbotCorpId),
		occurredAt: isoTime(message.createAt, now),
		...readableMessage(message, now),
		data: message,
	};
	return { kind: 'robot', key: `${eventType}:${eventId}`, item };
}

/**
 * What DingTalk says in place of the message (`20001`: the month's quota of pushes is used up); undefined for
 * a message that is one. https://open.dingtalk.com/document/development/develop-stream-mode-push-server
 */
export function withheldBecause({ errCode, errMsg, text, content }: IDataObject): string | undefined {
	const code = textOf(errCode);
	if (code === '' || code === '0' || text !== undefined || content !== undefined) return undefined;
	return `errCode ${code}${textOf(errMsg) && `: ${textOf(errMsg).slice(0, 200)}`}`;
}
