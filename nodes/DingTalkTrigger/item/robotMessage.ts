import type { IDataObject } from 'n8n-workflow';

import { type Incoming, ROBOT_MESSAGE, asData, isoTime, textOf } from './incoming';

/*
 * The message of a person to the robot, made readable.
 * https://open.dingtalk.com/document/development/receive-message
 */
interface Attachment extends IDataObject {
	type: 'picture' | 'audio' | 'video' | 'file';
	downloadCode: string;
}

const FILES = ['picture', 'audio', 'video', 'file'] as const;

const attachment = (type: Attachment['type'], content: IDataObject): Attachment[] => {
	const downloadCode = textOf(content.downloadCode) || textOf(content.pictureDownloadCode);
	if (downloadCode === '') return [];
	const { fileName, duration, videoType, recognition } = content;
	const known = Object.entries({ fileName, duration, videoType, recognition }).filter(
		([, value]) => value !== undefined,
	);
	return [{ type, downloadCode, ...Object.fromEntries(known) }];
};

const richParts = (content: IDataObject): IDataObject[] =>
	Array.isArray(content.richText) ? content.richText.map(asData) : [];

function attachmentsOf(message: IDataObject): Attachment[] {
	const content = asData(message.content ?? {});
	const type = FILES.find((name) => name === message.msgtype);
	if (type) return attachment(type, content);
	return richParts(content).flatMap((part) => (part.type === 'picture' ? attachment('picture', part) : []));
}

/**
 * In a group DingTalk delivers only what @ the robot, usually with that @ already taken out and a
 * blank left; where it still stands at the beginning it is taken out here.
 */
const withoutMention = (text: string): string => text.replace(/^(?:\s*@[^\s@]+(?=\s|$))+/u, '').trim();

function rawText(message: IDataObject): string {
	const content = asData(message.content ?? {});
	if (message.msgtype === 'richText')
		return richParts(content)
			.map((part) => textOf(part.text))
			.join('');
	if (message.msgtype === 'audio') return textOf(content.recognition);
	return textOf(asData(message.text ?? {}).content);
}

/** What the person wrote, who and where, and how to answer. */
function readableMessage(message: IDataObject, now: number): IDataObject {
	const isGroup = message.conversationType === '2';
	const text = rawText(message);
	const expiry = message.sessionWebhookExpiredTime;
	return {
		messageType: textOf(message.msgtype),
		text: isGroup ? withoutMention(text) : text.trim(),
		sender: {
			name: textOf(message.senderNick),
			userId: textOf(message.senderStaffId),
			unionId: textOf(message.senderUnionId),
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
		attachments: attachmentsOf(message),
	};
}

/** A message to the robot. `now` stands in where it has no time of its own, `id` where it has no id. */
export function fromRobotMessage(message: IDataObject, now: number, id = ''): Incoming {
	const eventId = textOf(message.msgId) || id;
	const item = {
		eventType: ROBOT_MESSAGE,
		eventId,
		corpId: textOf(message.chatbotCorpId),
		occurredAt: isoTime(message.createAt, now),
		...readableMessage(message, now),
		data: message,
	};
	return { kind: 'robot', key: `${ROBOT_MESSAGE}:${eventId}`, item };
}
