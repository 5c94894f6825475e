import { dayAfter, startOfDay, toZoned } from '../../../runtime/moment';
import { defineFields, InputError, type Values } from '../../../runtime/operation';

const on = { show: { repeats: [true] } };

/** How an event repeats. https://open.dingtalk.com/document/development/create-schedule */
export const recurrenceFields = defineFields([
	{
		displayName: 'Repeats',
		zh: { name: '重复', description: '是否为重复日程' },
		name: 'repeats',
		type: 'boolean',
		default: false,
		description: 'Whether the event repeats',
	},
	{
		displayName: 'Frequency',
		zh: '重复频率',
		name: 'frequency',
		type: 'options',
		default: 'daily',
		options: [
			{ name: 'Daily', value: 'daily', zh: '每天' },
			{ name: 'Monthly on a Day', value: 'absoluteMonthly', zh: '每月某日' },
			{ name: 'Monthly on a Weekday', value: 'relativeMonthly', zh: '每月某个星期几' },
			{ name: 'Weekly', value: 'weekly', zh: '每周' },
			{ name: 'Yearly', value: 'absoluteYearly', zh: '每年' },
		],
		displayOptions: on,
	},
	{
		displayName: 'Every',
		zh: { name: '间隔', description: '每几天、几周、几月或几年' },
		name: 'interval',
		type: 'number',
		typeOptions: { minValue: 1, maxValue: 365, numberPrecision: 0 },
		default: 1,
		description: 'Every how many days, weeks, months or years',
		displayOptions: on,
	},
	{
		displayName: 'Week of the Month',
		zh: '第几周',
		name: 'index',
		type: 'options',
		default: 'first',
		options: [
			{ name: 'First', value: 'first', zh: '第一周' },
			{ name: 'Fourth', value: 'fourth', zh: '第四周' },
			{ name: 'Last', value: 'last', zh: '最后一周' },
			{ name: 'Second', value: 'second', zh: '第二周' },
			{ name: 'Third', value: 'third', zh: '第三周' },
		],
		displayOptions: { show: { repeats: [true], frequency: ['relativeMonthly'] } },
	},
	{
		displayName: 'Days of the Week',
		zh: '星期几',
		name: 'daysOfWeek',
		type: 'multiOptions',
		required: true,
		default: ['monday'],
		options: [
			{ name: 'Friday', value: 'friday', zh: '星期五' },
			{ name: 'Monday', value: 'monday', zh: '星期一' },
			{ name: 'Saturday', value: 'saturday', zh: '星期六' },
			{ name: 'Sunday', value: 'sunday', zh: '星期日' },
			{ name: 'Thursday', value: 'thursday', zh: '星期四' },
			{ name: 'Tuesday', value: 'tuesday', zh: '星期二' },
			{ name: 'Wednesday', value: 'wednesday', zh: '星期三' },
		],
		displayOptions: { show: { repeats: [true], frequency: ['weekly', 'relativeMonthly'] } },
	},
	{
		displayName: 'Day of the Month',
		zh: '每月几号',
		name: 'dayOfMonth',
		type: 'number',
		typeOptions: { minValue: 1, maxValue: 31, numberPrecision: 0 },
		default: 1,
		displayOptions: { show: { repeats: [true], frequency: ['absoluteMonthly'] } },
	},
	{
		displayName: 'Stops',
		zh: '结束重复',
		name: 'stops',
		type: 'options',
		default: 'noEnd',
		options: [
			{ name: 'After a Number of Times', value: 'numbered', zh: '重复次数' },
			{ name: 'Never', value: 'noEnd', zh: '永不' },
			{ name: 'On a Day', value: 'endDate', zh: '指定日期' },
		],
		displayOptions: on,
	},
	{
		displayName: 'Times',
		zh: '次数',
		name: 'times',
		type: 'number',
		typeOptions: { minValue: 1, maxValue: 99, numberPrecision: 0 },
		default: 10,
		displayOptions: { show: { repeats: [true], stops: ['numbered'] } },
	},
	{
		displayName: 'Last Day',
		zh: '最后一天',
		name: 'lastDay',
		type: 'dateTime',
		day: true,
		required: true,
		default: '',
		displayOptions: { show: { repeats: [true], stops: ['endDate'] } },
	},
]);

/** DingTalk's recurrence; it counts to the last second of the last day in `zone`. `undefined` where nothing repeats. */
export function recurrence(values: Values<typeof recurrenceFields>, zone: string) {
	const { repeats, frequency, interval, index, daysOfWeek, dayOfMonth, stops, times, lastDay } = values;
	if (!repeats) return undefined;
	const onWeekdays = frequency === 'weekly' || frequency === 'relativeMonthly';
	if (onWeekdays && (daysOfWeek ?? []).length === 0)
		throw new InputError('Days of the Week', 'is empty: choose at least one', '为空：至少选择一天');
	return {
		pattern: {
			type: frequency,
			interval,
			index: frequency === 'relativeMonthly' ? index : undefined,
			daysOfWeek: onWeekdays ? daysOfWeek?.join(',') : undefined,
			dayOfMonth: frequency === 'absoluteMonthly' ? dayOfMonth : undefined,
		},
		range: {
			type: stops,
			numberOfOccurrences: stops === 'numbered' ? times : undefined,
			endDate:
				stops === 'endDate' && lastDay !== undefined
					? toZoned(startOfDay(dayAfter(lastDay), zone) - 1000, zone)
					: undefined,
		},
	};
}
