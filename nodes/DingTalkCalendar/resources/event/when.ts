import { dayAfter, toDay, toZoned } from '../../../runtime/moment';
import { defineFields, InputError } from '../../../runtime/operation';

/** Whole Day, Start and End. */
export const whenFields = defineFields([
	{
		displayName: 'Whole Day',
		zh: { name: '全天', description: '是否为全天日程；时间只取日期' },
		name: 'wholeDay',
		type: 'boolean',
		default: false,
		description: 'Whether it takes whole days; only the days of Start and End count then',
	},
	{
		displayName: 'Start',
		zh: { name: '开始时间', description: '没有时区的时间按工作流的时区' },
		name: 'start',
		type: 'dateTime',
		required: true,
		default: '',
		description: "When it begins. A time without a zone is in the workflow's time zone.",
	},
	{
		displayName: 'End',
		zh: { name: '结束时间', description: '全天日程填最后一天' },
		name: 'end',
		type: 'dateTime',
		required: true,
		default: '',
		description: 'When it ends. Of a whole-day event: its last day.',
	},
]);

/**
 * Start and end (epoch ms) as DingTalk wants them. Whole days are the calendar days of `zone`; DingTalk's end is the day
 * after the last. https://open.dingtalk.com/document/development/create-schedule
 */
export function when(isAllDay: boolean, start: number, end: number, zone: string) {
	const [first, last] = [toDay(start, zone), toDay(end, zone)];
	if (isAllDay ? last < first : end < start)
		throw new InputError('End', 'must not be before Start', '不能早于开始时间');
	return isAllDay
		? { isAllDay, start: { date: first }, end: { date: dayAfter(last) } }
		: {
				isAllDay,
				start: { dateTime: toZoned(start, zone), timeZone: zone },
				end: { dateTime: toZoned(end, zone), timeZone: zone },
			};
}
