import type { IDataObject } from 'n8n-workflow';

import { type Content, attachmentsOf, textParts } from './content';
import { type Incoming, ROBOT_MESSAGE, asData, isoTime, textOf } from './incoming';
import { withoutRobot } from './mention';

/*
 * The message of a person to the robot, made readable.
 * https://open.dingtalk.com/document/development/receive-message
 */
const contentOf = (message: IDataObject): Content => {
	const type = textOf(message.msgtype);
	return { type, content: asData((type === 'text' ? message.text : message.content) ?? {}) };
};

const quotedContent = (quoted: IDataObject): Content => ({
	type: textOf(quoted.msgType),
	content: asData(quoted.content ?? {}),
});

/** The message that this one answers, of which DingTalk may give the id only; undefined where it answers none. */
function quotedOf(message: IDataObject, now: number): IDataObject | undefined {
	const text = asData(message.text ?? {});
	const quoted = asData(text.repliedMsg ?? {});
	const messageId = textOf(quoted.msgId) || textOf(message.originalMsgId);
	if (text.repliedMsg === undefined && text.isReplyMsg !== true && messageId === '') return undefined;
	return {
		messageId,
		messageType: textOf(quoted.msgType),
		text: textParts(quotedContent(quoted)).join('').trim(),
		senderId: textOf(quoted.senderId),
		createdAt: quoted.createdAt === undefined ? '' : isoTime(quoted.createdAt, now),
	};
}

/** Its own files and those of the message that it quotes. */
function filesOf(message: IDataObject): IDataObject[] {
	const quoted = asData(asData(message.text ?? {}).repliedMsg ?? {});
	const ofQuoted = attachmentsOf(quotedContent(quoted)).map((file) => ({ ...file, quoted: true }));
	return [...attachmentsOf(contentOf(message)), ...ofQuoted];
}

/** What the person wrote, who and where, and how to answer. */
function readableMessage(message: IDataObject, now: number): IDataObject {
	const isGroup = message.conversationType === '2';
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
		// Not to be used any more once it has expired.
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
