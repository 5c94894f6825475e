import { DateTime } from 'luxon';

/** Ten-digit numbers are seconds, longer ones milliseconds: 10^11 ms is 1973, 10^11 s the year 5138. */
const SECONDS_BELOW = 1e11;

/** As DingTalk's own tables show a moment: `2026/1/2 9:05`, `2026年1月2日`, `2026-1-2 09:05:00`. Year first, so that day and month cannot be mistaken. */
const SHOWN_MOMENT =
	/^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})日?(?:[\sT]*(\d{1,2}):(\d{2})(?::(\d{2}))?)?$/;

/** A moment that has its year first → `2026-01-02 09:05:00`; `undefined` for any other text. */
export function plainMoment(text: string): string | undefined {
	const found = SHOWN_MOMENT.exec(text);
	if (!found) return undefined;
	const [year = '', ...rest] = found.slice(1);
	const [month, day, hour, minute, second] = rest.map((part: string | undefined) => (part ?? '0').padStart(2, '0'));
	return `${year}-${month}-${day} ${hour}:${minute}:${second}`;
}

/** Digits alone: a day (and time) without marks, as `20261201` and `20261201083000`; else seconds or milliseconds. */
function fromDigits(text: string, zone: string): number {
	if (/^(19|20)\d{6}(\d{6})?$/.test(text)) {
		const written = DateTime.fromFormat(text, text.length === 8 ? 'yyyyMMdd' : 'yyyyMMddHHmmss', { zone });
		if (written.isValid) return written.toMillis();
	}
	// A day's serial number in a spreadsheet (46357 is 1 December 2026) would be an hour of 1970.
	if (/^\d{5}(\.\d+)?$/.test(text)) return NaN;
	const number = Number(text);
	return Math.abs(number) < SECONDS_BELOW ? number * 1000 : number;
}

/**
 * A date-time parameter → epoch milliseconds; `undefined` when empty, `NaN` when it is none.
 * Text without a zone (what n8n's picker gives) is in `zone`, the workflow's time zone.
 */
export function toMoment(value: unknown, zone: string): number | undefined {
	if (value === undefined || value === null || value === '') return undefined;
	if (value instanceof Date) return value.getTime();
	if (DateTime.isDateTime(value)) return value.toMillis();
	const text = String(value).trim();
	if (/^-?\d+(\.\d+)?$/.test(text)) return fromDigits(text, zone);
	const iso = DateTime.fromISO(text, { zone });
	if (iso.isValid) return iso.toMillis();
	return DateTime.fromSQL(plainMoment(text) ?? text, { zone }).toMillis();
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
