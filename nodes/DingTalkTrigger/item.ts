import type { IDataObject } from 'n8n-workflow';

import type { PushedEvent } from '../protocol/callback/event';
import { likeness } from '../protocol/callback/failed';
import { parseObject } from '../protocol/callback/request';
import type { Frame } from '../protocol/stream/frames';
import { spelledAsInStream } from './events';
import { CARD_CALLBACK, type Incoming, ROBOT_MESSAGE, asData, isoTime, textOf } from './incoming';
import { readableMessage } from './robotMessage';

export const ROBOT_TOPIC = '/v1.0/im/bot/messages/get';
export const CARD_TOPIC = '/v1.0/card/instances/callback';

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

/** A click on a card. DingTalk gives it no id of its own: `id` is that of the frame or call. */
export function fromCardCallback(callback: IDataObject, id: string, now: number): Incoming {
	const content =
		typeof callback.content === 'string' ? (parseObject(callback.content) ?? {}) : asData(callback.content ?? {});
	const { actionIds, params } = asData(content.cardPrivateData ?? {});
	const item = {
		eventType: CARD_CALLBACK,
		eventId: id,
		corpId: textOf(callback.corpId),
		occurredAt: new Date(now).toISOString(),
		outTrackId: textOf(callback.outTrackId),
		userId: textOf(callback.userId),
		actionIds: Array.isArray(actionIds) ? actionIds : [],
		params: asData(params ?? {}),
		data: callback,
	};
	return { kind: 'card', key: `${CARD_CALLBACK}:${id}`, item };
}

/** An event out of an HTTP push. */
export function fromPushedEvent({ eventType, eventId, corpId, occurredAt, data }: PushedEvent): Incoming {
	const own = asData(spelledAsInStream(eventType, data));
	const item = { eventType, eventId, corpId, occurredAt: new Date(occurredAt).toISOString(), data: own };
	return { kind: 'event', key: eventId, item };
}

/** An event that DingTalk could not push, out of the failed-events list. It has no id but its likeness. */
export const fromFailedEvent = (event: PushedEvent): Incoming => ({
	...fromPushedEvent(event),
	key: `like:${event.eventId}`,
});

/** What tells an event without an id when it is delivered again: the id of its frame may be another one then. */
const idWithout = (eventType: string, bornTime: string | undefined, data: IDataObject): string =>
	bornTime ? likeness(eventType, Number(bornTime), data) : '';

/** A Stream frame; undefined for a callback topic that the trigger does not know. */
export function fromFrame(frame: Frame, now: number): Incoming | undefined {
	const { type, topic, messageId, headers } = frame;
	const data = asData(frame.data);
	if (type === 'CALLBACK' && topic === ROBOT_TOPIC) return fromRobotMessage(data, now, messageId);
	if (type === 'CALLBACK' && topic === CARD_TOPIC) return fromCardCallback(data, messageId, now);
	if (type !== 'EVENT') return undefined;
	const { eventType = '', eventCorpId: corpId = '', eventBornTime } = headers;
	const eventId = headers.eventId || idWithout(eventType, eventBornTime, data) || messageId;
	const item = { eventType, eventId, corpId, occurredAt: isoTime(eventBornTime, now), data };
	return { kind: 'event', key: eventId, item };
}
