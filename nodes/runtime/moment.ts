import { DateTime } from 'luxon';

/** Ten-digit numbers are seconds, longer ones milliseconds: 10^11 ms is 1973, 10^11 s the year 5138. */
const SECONDS_BELOW = 1e11;

/**
 * A date-time parameter → epoch milliseconds; `undefined` when empty, `NaN` when it is none.
 * Text without a zone (what n8n's picker gives) is in `zone`, the workflow's time zone.
 */
export function toMoment(value: unknown, zone: string): number | undefined {
	if (value === undefined || value === null || value === '') return undefined;
	if (value instanceof Date) return value.getTime();
	if (DateTime.isDateTime(value)) return value.toMillis();
	const text = String(value).trim();
	if (/^\d+(\.\d+)?$/.test(text)) return Number(text) < SECONDS_BELOW ? Number(text) * 1000 : Number(text);
	const iso = DateTime.fromISO(text, { zone });
	return (iso.isValid ? iso : DateTime.fromSQL(text, { zone })).toMillis();
}

/** The calendar day of a moment (epoch ms) in a zone: `2026-11-27`. */
export const toDay = (ms: number, zone: string): string => DateTime.fromMillis(ms, { zone }).toFormat('yyyy-MM-dd');

/** A moment (epoch ms) as ISO 8601 with the offset of a zone, whole seconds: `2026-11-27T08:30:00+01:00`. */
export const toZoned = (ms: number, zone: string): string =>
	DateTime.fromMillis(ms, { zone }).toFormat("yyyy-MM-dd'T'HH:mm:ssZZ");

/** A moment as n8n writes one into text: `2026-12-01T17:00:00.000+08:00`. */
const ISO_MOMENT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})$/;

/** A moment (Date, luxon's own, ISO text with its offset) as a sheet shows one, in a zone: `2026-12-01 17:00:00`; `undefined` for anything else. */
export function toPlainTime(value: unknown, zone: string): string | undefined {
	const moment =
		value instanceof Date || DateTime.isDateTime(value) || (typeof value === 'string' && ISO_MOMENT.test(value));
	return moment
		? DateTime.fromMillis(toMoment(value, zone) ?? NaN, { zone }).toFormat('yyyy-MM-dd HH:mm:ss')
		: undefined;
}

/** The first moment (epoch ms) of a calendar day `2026-11-27` in a zone. */
export const startOfDay = (day: string, zone: string): number => DateTime.fromISO(day, { zone }).toMillis();

/** The moment (epoch ms) at which the clocks of a zone show so many minutes since midnight on a day `2026-11-27`; 1440 is the next midnight. */
export const atClock = (day: string, minutes: number, zone: string): number =>
	DateTime.fromISO(day, { zone: 'utc' }).plus({ minutes }).setZone(zone, { keepLocalTime: true }).toMillis();

/** Another calendar day: `days` later, or earlier. */
export const dayAfter = (day: string, days = 1): string =>
	DateTime.fromISO(day, { zone: 'utc' }).plus({ days }).toFormat('yyyy-MM-dd');
