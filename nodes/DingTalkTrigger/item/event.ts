import type { IDataObject } from 'n8n-workflow';

import { type PushedEvent, millis, momentsOf } from '../../protocol/callback/pushedEvent';
import { likeness } from '../../protocol/callback/failed';
import type { Frame } from '../../protocol/stream/frames';
import { spelledAsInStream } from '../eventTypes';
import { type Incoming, asData, isoTime } from './incoming';

/** An event out of an HTTP push. */
export function fromPushedEvent(event: PushedEvent): Incoming {
	const { eventType, eventId, corpId, occurredAt, times, problem } = event;
	const data = asData(spelledAsInStream(eventType, event.data));
	const item = { eventType, eventId, corpId, occurredAt: new Date(occurredAt).toISOString(), data };
	return { kind: 'event', key: eventId, item: { ...item, ...(problem !== undefined && { error: problem }) }, times };
}

/** An event that DingTalk could not push, out of the failed-events list. It has no id but its likeness. */
export const fromFailedEvent = (event: PushedEvent): Incoming => ({
	...fromPushedEvent(event),
	times: [event.occurredAt],
	key: `like:${event.eventId}`,
});

/** What tells an event without an id when it is delivered again: the id of its frame may be another one then. */
const idWithout = (eventType: string, bornTime: string | undefined, data: IDataObject): string =>
	bornTime ? likeness(eventType, millis(bornTime, 0), data) : '';

/** An event out of an EVENT frame. */
export function fromEventFrame({ headers, messageId, data: given }: Frame, now: number): Incoming {
	const data = asData(given);
	const { eventType = '', eventCorpId: corpId = '', eventBornTime } = headers;
	const eventId = headers.eventId || idWithout(eventType, eventBornTime, data) || messageId;
	const item = { eventType, eventId, corpId, occurredAt: isoTime(eventBornTime, now), data };
	return { kind: 'event', key: eventId, item, times: momentsOf(eventBornTime, data.timeStamp) };
}
