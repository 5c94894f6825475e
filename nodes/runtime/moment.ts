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
