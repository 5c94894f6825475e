import { isObject } from '../json';
import { type PushedEvent, fingerprint, idOf, momentsOf } from './pushedEvent';
import { type JsonObject, organisationOf, textOf } from './request';
import { syncedEvent } from './syncRow';

/** A SyncHTTP push wraps several business rows of one priority; an event push is one event. */
const SYNC_PUSH = /^SYNC_HTTP_PUSH_/;

/** The call that DingTalk makes to see whether a URL answers rightly: nothing has happened. */
const CHECKS = new Set(['check_url', 'check_create_suite_url', 'check_update_suite_url']);

/** Whether the push wraps rows of SyncHTTP, which third-party apps get. */
export const isSync = (push: JsonObject): boolean => SYNC_PUSH.test(textOf(push.EventType));

/** Whether what stands where the organisation stands is a text. */
export function hasTextualOrganisation(push: JsonObject): boolean {
	const rows = isSync(push) && Array.isArray(push.bizData) ? push.bizData.filter(isObject) : [];
	return [push.CorpId, push.corpId, ...rows.map((row) => row.corp_id)].every(
		(named) => organisationOf(named) !== undefined,
	);
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
	const times = momentsOf(push.EventTime, push.TimeStamp, push.timeStamp);
	return [
		{
			eventType,
			eventId: idOf(push.eventId) || fingerprint(push),
			// Approvals write it with a small letter and name no time but those of the approval.
			corpId: textOf(push.CorpId) || textOf(push.corpId),
			occurredAt: [...times, ...momentsOf(push.finishTime, push.createTime)][0] ?? now,
			times,
			data: { ...(push.TimeStamp !== undefined && { timeStamp: push.TimeStamp }), ...withoutEnvelope(push) },
		},
	];
}

const ENVELOPE = new Set(['EventType', 'EventTime', 'TimeStamp', 'CorpId', 'BizId', 'eventId']);

/** The business fields, which a push over HTTP mixes with those that every event has. */
export const withoutEnvelope = (push: JsonObject): JsonObject =>
	Object.fromEntries(Object.entries(push).filter(([name]) => !ENVELOPE.has(name)));
