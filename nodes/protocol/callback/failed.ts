import { createHash } from 'node:crypto';

import { isObject, readJson } from '../json';
import { withoutEnvelope } from './event';
import { type PushedEvent, millis } from './pushedEvent';
import { type JsonObject, textOf } from './request';

/** One entry of the failed-events list as it reads: `eventTime` as DingTalk wrote it. */
export interface FailedEvent extends JsonObject {
	readonly eventType: unknown;
	readonly eventTime: unknown;
	readonly corpId: unknown;
	readonly data: JsonObject;
}

/** JSON text → its value; other text stays: the event is gone from DingTalk's list, so nothing of it may be lost here. */
function parsed(text: string): unknown {
	try {
		return readJson(text);
	} catch {
		return text;
	}
}

/** An object, written as such or as JSON text (the page and the SDK disagree); anything else stands under `value`. */
function objectOf(given: unknown): JsonObject {
	const value = typeof given === 'string' ? parsed(given) : given;
	return isObject(value) ? value : value === undefined ? {} : { value };
}

/** The one member that holds an event's own fields; employees' events have them beside `corpid` instead. */
const CONTAINERS = ['bpmsCallBackData', 'callbackData', 'roleLabelChange'];

/**
 * One entry of the failed-events list, whose fields stand under a key named like its type.
 * https://open.dingtalk.com/document/development/obtain-the-event-list-of-failed-push-messages
 */
export function failedEvent({ call_back_tag: eventType, event_time: eventTime, ...rest }: JsonObject): FailedEvent {
	const { corpid: corpId, ...data } = objectOf(Object.hasOwn(rest, textOf(eventType)) ? rest[textOf(eventType)] : {});
	const [only, ...others] = Object.keys(data);
	const contained = only !== undefined && others.length === 0 && CONTAINERS.includes(only);
	return { eventType, eventTime, corpId, data: contained ? objectOf(data[only]) : data };
}

/** What an event has in one place and lacks in another: the page shows the list without who did it and what it was before. */
const ENVELOPE = new Set([
	'corpid',
	'eventid',
	'timestamp',
	'eventtime',
	'eventtype',
	'bizid',
	'optstaffid',
	'diffinfo',
]);

const valuesOf = (value: unknown): string[] => {
	if (Array.isArray(value)) return value.flatMap(valuesOf);
	if (!isObject(value)) return value === undefined || value === null ? [] : [String(value)];
	return Object.entries(value).flatMap(([name, member]) => (ENVELOPE.has(name.toLowerCase()) ? [] : valuesOf(member)));
};

/**
 * What tells an event that has no id: its type, its time (epoch milliseconds) and a hash over its
 * values. Their names are left out, for the list writes some of them otherwise than the push does.
 */
export function likeness(eventType: string, occurredAt: number, data: JsonObject): string {
	const values = [...new Set(valuesOf(data))].sort();
	return createHash('sha256')
		.update(JSON.stringify([eventType, occurredAt, values]))
		.digest('hex')
		.slice(0, 32);
}

/** The list writes the `userId` of a push in small letters. */
const spelledAsInPush = ({ userid, ...data }: JsonObject): JsonObject =>
	Array.isArray(userid) ? { userId: userid, ...data } : userid === undefined ? data : { userid, ...data };

/** The same entry as an event, known by its likeness; undefined without a type. `now` stands in where it has no time. */
export function eventOfFailed(entry: JsonObject, now: number): PushedEvent | undefined {
	const { eventType: type, eventTime, corpId, data } = failedEvent(entry);
	const eventType = textOf(type);
	if (eventType === '') return undefined;
	const occurredAt = millis(eventTime, now);
	return {
		eventType,
		eventId: likeness(eventType, occurredAt, data),
		corpId: textOf(corpId) || textOf(data.CorpId) || textOf(data.corpId),
		occurredAt,
		times: [occurredAt],
		data: spelledAsInPush(withoutEnvelope(data)),
	};
}
