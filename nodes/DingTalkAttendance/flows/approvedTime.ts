import { toChinaTime } from '../../protocol/time';
import { toDay, toZoned } from '../../runtime/moment';
import { defineField, InputError } from '../../runtime/operation';

const DAY_MS = 86_400_000;

/** What a leave, trip or overtime is, by its number and its name at DingTalk. https://open.dingtalk.com/document/development/api-processapprovefinish */
export const KINDS = {
	leave: { bizType: 3, tagName: '请假' },
	trip: { bizType: 2, tagName: '出差' },
	outing: { bizType: 2, tagName: '外出' },
	overtime: { bizType: 1, tagName: '加班' },
} as const;

export type Kind = keyof typeof KINDS;
type Unit = 'day' | 'halfDay' | 'hour';

export const kind = defineField({
	displayName: 'Type',
	zh: '类型',
	name: 'kind',
	type: 'options',
	default: 'leave',
	options: [
		{ name: 'Leave', value: 'leave', zh: '请假' },
		{ name: 'Outing', value: 'outing', zh: '外出' },
		{ name: 'Overtime', value: 'overtime', zh: '加班' },
		{ name: 'Trip', value: 'trip', zh: '出差' },
	],
});

export const durationUnit = defineField({
	displayName: 'Unit',
	zh: { name: '时长单位', description: '加班只能按小时' },
	name: 'durationUnit',
	type: 'options',
	default: 'day',
	options: [
		{ name: 'Day', value: 'day', zh: '天' },
		{ name: 'Half Day', value: 'halfDay', zh: '半天' },
		{ name: 'Hour', value: 'hour', zh: '小时' },
	],
	description: 'Overtime counts in hours only',
});

const words = { type: 'dateTime', required: true, default: '={{ $now.toISO() }}' } as const;
export const approvedFrom = defineField({
	...words,
	displayName: 'From',
	zh: { name: '开始时间', description: '按天时取工作流时区的日期；按半天时 12 点前为上午' },
	name: 'from',
	description: "Days are the calendar days of the workflow's time zone; half days change at 12:00",
});
export const approvedTo = defineField({
	...words,
	displayName: 'To',
	zh: { name: '结束时间', description: '包含此日期' },
	name: 'to',
	description: 'This day is included',
});

export const calculateModel = defineField({
	displayName: 'Counted Days',
	zh: '计算方法',
	name: 'calculateModel',
	type: 'options',
	default: 1,
	options: [
		{ name: 'Calendar Days', value: 0, zh: '按自然日' },
		{ name: 'Work Days', value: 1, zh: '按工作日' },
	],
});

/** A moment (epoch ms) as the unit wants it: a day, a half day, or minutes in China. */
function wireTime(ms: number, unit: Unit, zone: string): string {
	if (unit === 'hour') return toChinaTime(ms).slice(0, 16);
	const day = toDay(ms, zone);
	return unit === 'day' ? day : `${day} ${Number(toZoned(ms, zone).slice(11, 13)) < 12 ? 'AM' : 'PM'}`;
}

/** @throws InputError for an end before its start, more than 31 days, and overtime that is not hours of one day. */
export function approvedTimes(
	{ kind: which, durationUnit: unit, from, to }: { kind: Kind; durationUnit: Unit; from: number; to: number },
	zone: string,
): { bizType: number; durationUnit: Unit; fromTime: string; toTime: string } {
	const [fromTime, toTime] = [wireTime(from, unit, zone), wireTime(to, unit, zone)];
	if (toTime < fromTime) throw new InputError('To', 'is before "From"', '早于“开始时间”');
	if (to - from > 31 * DAY_MS)
		throw new InputError('To', 'is more than 31 days after "From"', '与“开始时间”相差超过 31 天');
	if (which === 'overtime' && unit !== 'hour')
		throw new InputError('Unit', 'must be Hour for overtime', '加班只能按小时');
	if (which === 'overtime' && to - from > DAY_MS)
		throw new InputError('To', 'is more than one day after "From", which overtime may not be', '加班不能超过 1 天');
	return { bizType: KINDS[which].bizType, durationUnit: unit, fromTime, toTime };
}
