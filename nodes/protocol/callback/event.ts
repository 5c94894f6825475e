import { createHash } from 'node:crypto';

import { isObject } from '../json';
import { type JsonObject, organisationOf, parseObject, textOf } from './request';

/** One event out of a push: what it is, when it happened (epoch milliseconds), its own fields. */
export interface PushedEvent {
	readonly eventType: string;
	readonly eventId: string;
	readonly corpId: string;
	readonly occurredAt: number;
	readonly data: JsonObject;
}

/** A SyncHTTP push wraps several business rows of one priority; an event push is one event. */
const SYNC_PUSH = /^SYNC_HTTP_PUSH_/;

/** The call that DingTalk makes to see whether a URL answers rightly: nothing has happened. */
const CHECKS = new Set(['check_url', 'check_create_suite_url', 'check_update_suite_url']);

/** Whether the push wraps rows of SyncHTTP, which third-party apps get. */
export const isSync = (push: JsonObject): boolean => SYNC_PUSH.test(textOf(push.EventType));

/** Whether what stands where the organisation stands is a text. */
export function hasTextualOrganisation(push: JsonObject): boolean {
	const rows = isSync(push) && Array.isArray(push.bizData) ? push.bizData.filter(isObject) : [];
	return [push.CorpId, ...rows.map((row) => row.corp_id)].every((named) => organisationOf(named) !== undefined);
}

export const isCheck = (push: JsonObject): boolean => CHECKS.has(textOf(push.EventType));

/**
 * The events in a decrypted push; empty when it names no event type.
 * An event without an id (older ones have none) is known by the hash of its text.
 */
export function eventsOf(push: JsonObject, now: number): PushedEvent[] {
	const eventType = textOf(push.EventType);
	if (eventType === '') return [];
	if (isSync(push) && Array.isArray(push.bizData)) {
		return push.bizData.filter(isObject).map((row) => syncedEvent(row, now));
	}
	const event = {
		eventType,
		eventId: idOf(push.eventId) || fingerprint(push),
		corpId: textOf(push.CorpId),
		occurredAt: millis(push.EventTime ?? push.TimeStamp, now),
	};
	return [{ ...event, data: withoutEnvelope(push) }];
}

const ENVELOPE = new Set(['EventType', 'EventTime', 'TimeStamp', 'CorpId', 'BizId', 'eventId']);

/** The business fields, which a push over HTTP mixes with those that every event has. */
export const withoutEnvelope = (push: JsonObject): JsonObject =>
	Object.fromEntries(Object.entries(push).filter(([name]) => !ENVELOPE.has(name)));

function syncedEvent(row: JsonObject, now: number): PushedEvent {
	const own = isObject(row.biz_data) ? row.biz_data : (parseObject(textOf(row.biz_data)) ?? {});
	const { syncAction, eventId, ...data } = own;
	return {
		eventType: textOf(syncAction) || `biz_type_${idOf(row.biz_type)}`,
		eventId: idOf(eventId) || fingerprint(row),
		corpId: textOf(row.corp_id),
		occurredAt: millis(row.gmt_modified ?? row.gmt_create, now),
		data,
	};
}

const idOf = (value: unknown): string => (typeof value === 'number' ? String(value) : textOf(value));

const fingerprint = (value: JsonObject): string =>
	createHash('sha256').update(JSON.stringify(value)).digest('hex').slice(0, 32);

/** The last moment that a Date can hold. */
const END_OF_TIME = 8.64e15;

/** DingTalk writes times as milliseconds, in older events as seconds, now and then as a text. */
export function millis(value: unknown, now: number): number {
	const time = typeof value === 'string' && /^\d+$/.test(value) ? Number(value) : value;
	if (typeof time !== 'number' || !(time > 0 && time <= END_OF_TIME)) return now;
	return time < 1e11 ? time * 1000 : time;
}
