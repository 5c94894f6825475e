import { InputError } from '../../../runtime/operation';
import type { Hours } from '../../flows/freeTimes';

/** `09:00-18:00` → minutes from midnight; nothing is the whole day. @throws InputError for anything else. */
export function hoursOf(text: string | undefined): Hours {
	if (text === undefined || text.trim() === '') return { from: 0, to: 1440 };
	const [, ...parts] = /^\s*(\d{1,2}):(\d\d)\s*[-–~至]\s*(\d{1,2}):(\d\d)\s*$/.exec(text) ?? [];
	const [hour = NaN, minute = NaN, toHour = NaN, toMinute = NaN] = parts.map(Number);
	const hours = { from: hour * 60 + minute, to: toHour * 60 + toMinute };
	if (minute < 60 && toMinute < 60 && hours.from < hours.to && hours.to <= 1440) return hours;
	throw new InputError(
		'Working Hours',
		`"${text}" is not a time of day like 09:00-18:00`,
		`“${text}”不是有效的时段，例如 09:00-18:00`,
	);
}
