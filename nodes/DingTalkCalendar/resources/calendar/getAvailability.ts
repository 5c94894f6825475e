import { each } from '../../../runtime/each';
import { toZoned } from '../../../runtime/moment';
import { defineProcedure, InputError, type Refusal } from '../../../runtime/operation';
import { objectsIn } from '../../../runtime/pick';
import { operator } from '../../../shared/operator';
import { personModes } from '../../../shared/person';
import { busyTimesOf, freeTimes, openTimes, shownTime } from '../../flows/freeTimes';
import { refusedOf } from '../../flows/roomSchedules';
import { hoursOf } from './hours';

const SCHEDULE = 'POST /v1.0/calendar/users/{userId}/querySchedule';
/** https://open.dingtalk.com/document/development/free-schedule */
const PER_CALL = 20;
const onlyFree = { show: { output: ['freeTimes'] } };

export const getAvailability = defineProcedure({
	name: 'Get Availability',
	value: 'getAvailability',
	action: 'Get when people are busy',
	description:
		'Get when people are busy, or when all of them are free. One call per 20 people. Tentative events count as busy.',
	zh: {
		name: '查询忙闲',
		action: '查询员工忙闲',
		description: '查询员工的忙碌时间，或所有人共同的空闲时间。每 20 人一次调用；暂定的日程视为忙碌',
	},
	docs: 'https://open.dingtalk.com/document/development/free-schedule',
	permission: 'Calendar.EventSchedule.Read',
	routes: [SCHEDULE],
	fields: [
		{
			displayName: 'People',
			zh: { name: '人员', description: '一个人，或用逗号分隔的多个 ID' },
			name: 'people',
			type: 'resourceLocator',
			person: 'unionId',
			many: true,
			required: true,
			default: { mode: 'list', value: '' },
			modes: personModes,
			description: 'Whose time: one person, or several IDs separated by commas',
		},
		{ displayName: 'From', zh: '开始时间', name: 'from', type: 'dateTime', required: true, default: '={{ $now }}' },
		{
			displayName: 'To',
			zh: '结束时间',
			name: 'to',
			type: 'dateTime',
			required: true,
			default: '={{ $now.plus(1, "day") }}',
		},
		{
			displayName: 'Output',
			zh: '输出',
			name: 'output',
			type: 'options',
			default: 'busyTimes',
			options: [
				{
					name: 'Busy Times',
					value: 'busyTimes',
					zh: '忙碌时间：每人一条，全天日程的时间为 UTC',
					description: 'One item per person; whole-day times are in UTC',
				},
				{
					name: 'Times When All Are Free',
					value: 'freeTimes',
					zh: '共同空闲时间：每段一条',
					description: 'One item per slot',
				},
				{
					name: 'Whether Free',
					value: 'isFree',
					zh: '是否空闲：每人一条',
					description: 'One item per person: free the whole time or not',
				},
			],
		},
		{
			displayName: 'Shortest Slot (Minutes)',
			zh: { name: '最短时长（分钟）', description: '更短的空闲时间不返回' },
			name: 'minutes',
			type: 'number',
			typeOptions: { minValue: 1, numberPrecision: 0 },
			default: 30,
			displayOptions: onlyFree,
			description: 'Shorter ones are left out',
		},
		{
			displayName: 'Working Hours',
			zh: {
				name: '工作时间',
				description: '只返回每天此时段内的空闲时间，按工作流的时区；留空为全天',
				placeholder: '例如 09:00-18:00',
			},
			name: 'workingHours',
			type: 'string',
			default: '09:00-18:00',
			placeholder: 'e.g. 09:00-18:00',
			displayOptions: onlyFree,
			description: "Only slots within these hours of a day, in the workflow's time zone. Empty: the whole day.",
		},
		{
			displayName: 'Weekdays Only',
			zh: { name: '仅工作日', description: '是否只返回周一至周五；不考虑节假日和调休' },
			name: 'weekdaysOnly',
			type: 'boolean',
			default: true,
			displayOptions: onlyFree,
			description: 'Whether to leave out Saturdays and Sundays; holidays are not known',
		},
		operator,
	],
	plan: ({ people, from, to, output, minutes, workingHours, weekdaysOnly, operator: userId }, { timezone }) => {
		if (to <= from) throw new InputError('To', 'must be after From', '必须晚于开始时间');
		const hours = hoursOf(workingHours);
		const open = openTimes({ start: from, end: to }, hours, timezone, weekdaysOnly ?? false);
		const time = { startTime: toZoned(from, timezone), endTime: toZoned(to, timezone) };
		return { people, time, output, minutes: minutes ?? 1, open, userId, timezone };
	},
	run: async ({ people, time, output, minutes, open, userId, timezone }, api) => {
		const parts = Array.from({ length: Math.ceil(people.length / PER_CALL) }, (_, index) =>
			people.slice(index * PER_CALL, (index + 1) * PER_CALL),
		);
		const answers = await each(
			parts,
			async (userIds) => await api.call(SCHEDULE, { path: { userId }, body: { userIds, ...time } }, { safe: true }),
		);
		const all = answers.flatMap(({ scheduleInformation }) => objectsIn(scheduleInformation));
		const failed = all.flatMap<Refusal>((one) => {
			const message = refusedOf(one);
			return message === undefined ? [] : [{ entry: String(one.userId), message }];
		});
		const known = all.filter((one) => refusedOf(one) === undefined);
		if (output === 'busyTimes') return { ok: known, failed };
		if (output === 'isFree')
			return {
				ok: known.map((one) => ({ userId: one.userId, isFree: busyTimesOf(one, timezone).length === 0 })),
				failed,
			};
		// A time is nobody's common one while somebody's is not known.
		if (failed.length > 0) return { ok: [], failed };
		return freeTimes(
			open,
			known.flatMap((one) => busyTimesOf(one, timezone)),
		)
			.filter(({ start, end }) => end - start >= minutes * 60_000)
			.map((one) => shownTime(one, timezone));
	},
});
