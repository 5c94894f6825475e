import type { CalendarEvent, EventTime } from '../../data/calendar';
import { chinaMoment } from '../../data/calendar';
import { chinaDay } from '../../time';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const CHINA = 8 * HOUR;
const DAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];
const WEEKS = ['first', 'second', 'third', 'fourth'];
/** How far an event that never ends is followed. */
const FAR = 3 * 366;

/** Epoch milliseconds of a moment of an event; a day begins in China. NaN: it is none. */
export const millis = ({ date, dateTime }: EventTime): number => {
	if (date !== undefined) return /^\d{4}-\d\d-\d\d$/.test(date) ? Date.parse(`${date}T00:00:00+08:00`) : NaN;
	return /^\d{4}-\d\d-\d\dT\d\d:\d\d.*(Z|[+-]\d\d:?\d\d)$/.test(dateTime ?? '') ? Date.parse(dateTime ?? '') : NaN;
};

const parts = (day: number) => {
	const date = new Date(day + CHINA);
	return { year: date.getUTCFullYear(), month: date.getUTCMonth(), dom: date.getUTCDate(), dow: date.getUTCDay() };
};

/** Whether a rule that began on the day `first` names the day `day`; both begin in China. */
const names = ({ pattern }: NonNullable<CalendarEvent['recurrence']>, first: number, day: number): boolean => {
	const [from, now] = [parts(first), parts(day)];
	const { type, interval = 1, dayOfMonth = from.dom, daysOfWeek, index = 'first', firstDayOfWeek = 'sunday' } = pattern;
	const days = daysOfWeek?.split(',').map((name) => DAYS.indexOf(name.trim())) ?? [from.dow];
	const months = (now.year - from.year) * 12 + now.month - from.month;
	const week = (at: number, dow: number) =>
		Math.round((at - ((dow - DAYS.indexOf(firstDayOfWeek) + 7) % 7) * DAY) / DAY);
	const lastOfMonth = parts(day + 7 * DAY).month !== now.month;
	switch (type) {
		case 'daily':
			return Math.round((day - first) / DAY) % interval === 0;
		case 'weekly':
			return days.includes(now.dow) && ((week(day, now.dow) - week(first, from.dow)) / 7) % interval === 0;
		case 'absoluteMonthly':
			return months % interval === 0 && now.dom === dayOfMonth;
		case 'relativeMonthly':
			return (
				months % interval === 0 &&
				days.includes(now.dow) &&
				(index === 'last' ? lastOfMonth : Math.ceil(now.dom / 7) === WEEKS.indexOf(index) + 1)
			);
		case 'absoluteYearly':
			return (now.year - from.year) % interval === 0 && now.month === from.month && now.dom === from.dom;
	}
};

const moved = ({ date, dateTime, timeZone }: EventTime, by: number): EventTime =>
	date !== undefined
		? { date: chinaMoment(Date.parse(`${date}T00:00:00+08:00`) + by).slice(0, 10) }
		: { dateTime: chinaMoment(Date.parse(dateTime ?? '') + by), timeZone };

/** One time of an event that repeats: an event with its own id, which tells of its series. */
export type Occurrence = CalendarEvent & { seriesMasterId?: string; originStart?: { dateTime: string } };

/** The times of an event that begin before `until`; an event that does not repeat has one. Days are counted in China. */
export const occurrences = (event: CalendarEvent, until: number): Occurrence[] => {
	const { recurrence } = event;
	if (!recurrence) return [event];
	const start = millis(event.start);
	const first = chinaDay(start);
	const { numberOfOccurrences = Infinity, endDate } = recurrence.range;
	const end = Math.min(until, endDate ? Date.parse(endDate) + 1 : Infinity, first + FAR * DAY);
	const found: Occurrence[] = [];
	for (let day = first; day + (start - first) < end && found.length < numberOfOccurrences; day += DAY) {
		if (!names(recurrence, first, day)) continue;
		const by = day - first;
		found.push({
			...event,
			id: `${event.id}_${chinaMoment(day).slice(0, 10).replaceAll('-', '')}`,
			seriesMasterId: event.id,
			originStart: { dateTime: `${new Date(start + by).toISOString().slice(0, 19)}Z` },
			start: moved(event.start, by),
			end: moved(event.end, by),
			recurrence: undefined,
		});
	}
	return found;
};
