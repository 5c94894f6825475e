const DAY = 86_400_000;
/** China has had one time zone and no summer time since 1991: UTC+8 all year. */
const CHINA_OFFSET = 8 * 3_600_000;

/** What a route's times tell apart; days are China's. */
export type Unit = 'day' | 'second' | 'millisecond';

const lengths: Record<Unit, number> = { day: DAY, second: 1000, millisecond: 1 };

/**
 * Cuts a range of time into ranges of at most `days` that follow each other without overlap. Epoch milliseconds, cut down to
 * whole units; both ends belong to a range, so each spans less than `days` from its first to its last moment.
 * Empty when `to` is before `from`.
 */
export function spansOf(from: number, to: number, days: number, unit: Unit): Array<{ from: number; to: number }> {
	const length = lengths[unit];
	const whole = (moment: number) => Math.floor((moment + CHINA_OFFSET) / length) * length - CHINA_OFFSET;
	const spans: Array<{ from: number; to: number }> = [];
	const last = whole(to);
	for (let start = whole(from); start <= last; start += days * DAY)
		spans.push({ from: start, to: Math.min(last, start + days * DAY - length) });
	return spans;
}

const dayAt = (ms: number) => new Date(ms).toISOString().slice(0, 10);

/** The same for whole days `2026-11-27`, wherever they are: both ends belong to a range. Empty when `to` is before `from`. */
export function daySpansOf(from: string, to: string, days: number): Array<{ from: string; to: string }> {
	const [first, last] = [Date.parse(from), Date.parse(to)];
	const spans: Array<{ from: string; to: string }> = [];
	for (let start = first; start <= last; start += days * DAY)
		spans.push({ from: dayAt(start), to: dayAt(Math.min(last, start + (days - 1) * DAY)) });
	return spans;
}
