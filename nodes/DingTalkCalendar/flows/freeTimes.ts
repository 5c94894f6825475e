import { isObject, type Json } from '../../protocol/json';
import { atClock, dayAfter, startOfDay, toDay, toZoned } from '../../runtime/moment';
import { objectsIn } from '../../runtime/pick';

/** From a moment to another, epoch ms; the end is not part of it. */
export interface Stretch {
	start: number;
	end: number;
}

/** Hours of a day in minutes from midnight: `{ from: 540, to: 1080 }` is 9 to 18 o'clock. */
export interface Hours {
	from: number;
	to: number;
}

const DAY = 86_400_000;

/**
 * The day of a time that DingTalk gives as a day: midnight in UTC, or a date alone. The date beside another time is no more than its day.
 * https://open.dingtalk.com/document/development/free-schedule
 */
const wholeDayIn = ({ date, dateTime, timeZone }: Json): string | undefined => {
	if (typeof dateTime !== 'string' || dateTime === '') return String(date);
	const at = Date.parse(dateTime);
	return timeZone === 'UTC' && at % DAY === 0 ? toDay(at, 'UTC') : undefined;
};

function momentOf(time: unknown, zone: string): number {
	if (!isObject(time)) return NaN;
	const day = wholeDayIn(time);
	return day === undefined ? Date.parse(String(time.dateTime)) : startOfDay(day, zone);
}

/** When somebody is busy; whole days are the calendar days of `zone`. TENTATIVE counts as busy. */
export const busyTimesOf = ({ scheduleItems }: Json, zone: string): Stretch[] =>
	objectsIn(scheduleItems).map(({ start, end }) => ({ start: momentOf(start, zone), end: momentOf(end, zone) }));

/** The parts of a time that lie within the hours of its days, in `zone`: by the clock, also where it is changed. */
export function openTimes({ start, end }: Stretch, hours: Hours, zone: string, weekdaysOnly: boolean): Stretch[] {
	const found: Stretch[] = [];
	for (let day = toDay(start, zone); startOfDay(day, zone) < end; day = dayAfter(day)) {
		if (weekdaysOnly && [0, 6].includes(new Date(day).getUTCDay())) continue;
		const part = {
			start: Math.max(start, atClock(day, hours.from, zone)),
			end: Math.min(end, atClock(day, hours.to, zone)),
		};
		if (part.start < part.end) found.push(part);
	}
	return found;
}

/** What is left of `open` (in order, apart) when everything busy is taken out; parts that touch are one. */
export function freeTimes(open: readonly Stretch[], busy: readonly Stretch[]): Stretch[] {
	const inOrder = busy.toSorted((a, b) => a.start - b.start);
	const found: Stretch[] = [];
	for (const { start, end } of open) {
		let from = start;
		for (const one of inOrder) {
			if (one.end <= from || one.start >= end) continue;
			if (one.start > from) found.push({ start: from, end: one.start });
			from = Math.max(from, one.end);
		}
		if (from < end) found.push({ start: from, end });
	}
	return found.reduce<Stretch[]>((joined, one) => {
		const last = joined.at(-1);
		return last?.end === one.start ? [...joined.slice(0, -1), { start: last.start, end: one.end }] : [...joined, one];
	}, []);
}

/** As the output shows it. */
export const shownTime = ({ start, end }: Stretch, zone: string): Json => ({
	start: toZoned(start, zone),
	end: toZoned(end, zone),
	minutes: Math.floor((end - start) / 60_000),
});
