import { createHash } from 'node:crypto';

import { type JsonObject, textOf } from './request';

/** One event out of a push: what it is, when it happened (epoch milliseconds), its own fields. */
export interface PushedEvent {
	readonly eventType: string;
	readonly eventId: string;
	readonly corpId: string;
	readonly occurredAt: number;
	/** The moments that the event names as its own, epoch milliseconds: the failed-events list has it under one of them. */
	readonly times: readonly number[];
	readonly data: JsonObject;
	/** Why DingTalk sends no more of it, in its words. */
	readonly problem?: string;
}

/** An id, written as text or as number. */
export const idOf = (value: unknown): string => (typeof value === 'number' ? String(value) : textOf(value));

/** What tells something that has no id. */
export const fingerprint = (value: JsonObject): string =>
	createHash('sha256').update(JSON.stringify(value)).digest('hex').slice(0, 32);

/** The last moment that a Date can hold. */
const END_OF_TIME = 8.64e15;

/** A date with its time; without a zone it is China's, as everywhere on DingTalk. */
const DATE = /^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?)\s?(Z|[+-]\d\d:?\d\d)?$/;

/** A text of digits or a date as a number, anything else as it is. */
function numberIn(value: unknown): unknown {
	if (typeof value !== 'string') return value;
	if (/^\d+$/.test(value)) return Number(value);
	const [, day, time, zone = '+08:00'] = DATE.exec(value) ?? [];
	return day === undefined ? value : Date.parse(`${day}T${time}${zone.replace(/^([+-]\d\d)(\d\d)$/, '$1:$2')}`);
}

/** DingTalk writes times as milliseconds, in older events as seconds, now and then as a text. */
export function millis(value: unknown, now: number): number {
	const time = numberIn(value);
	if (typeof time !== 'number' || !(time > 0 && time <= END_OF_TIME)) return now;
	return time < 1e11 ? time * 1000 : time;
}

/** Those of the values that are times, epoch milliseconds, each once. */
export const momentsOf = (...values: unknown[]): number[] => [
	...new Set(values.map((value) => millis(value, 0)).filter((time) => time > 0)),
];
