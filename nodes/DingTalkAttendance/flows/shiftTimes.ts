import { isObject, type Json } from '../../protocol/json';
import { objectsIn, pick } from '../../runtime/pick';

/** Times of shifts come on 1 January 1970: `1970-01-01 19:00:00` → `19:00`. */
export function timeOf(value: unknown): string | undefined {
	const [, time] = /\b(\d{2}:\d{2})(?::\d{2})?$/.exec(String(value ?? '')) ?? [];
	return time;
}

const clock = (entry: unknown): Json | undefined => {
	if (!isObject(entry)) return undefined;
	const time = timeOf(entry.check_time);
	return time === undefined ? undefined : { time, nextDay: Number(entry.across ?? 0) > 0 };
};

/** Coming and leaving of each section of a shift. */
export const sectionTimes = (sections: unknown): Json[] =>
	objectsIn(sections).map((section) => {
		const times = objectsIn(section.punches ?? section.times);
		const at = (type: string) => clock(times.find(({ check_type }) => check_type === type));
		const rests = objectsIn(section.rests).map((rest) => ({ type: rest.check_type, ...clock(rest) }));
		return {
			start: at('OnDuty'),
			end: at('OffDuty'),
			...(rests.length > 0 && { breaks: rests }),
		};
	});

/** A shift with start, end and breaks as HH:mm. */
export function simplifyShift(shift: Json): Json {
	const setting = isObject(shift.shift_setting) ? shift.shift_setting : {};
	return {
		...pick(shift, ['id', 'name', 'owner', 'shift_group_id', 'shift_group_name']),
		sections: sectionTimes(shift.sections),
		...pick(setting, ['work_time_minutes', 'attend_days', 'is_flexible']),
	};
}
