import { isObject, type Json } from '../../../protocol/json';
import { inBatches } from '../../../runtime/batch';
import { defineBatch, InputError } from '../../../runtime/operation';
import { refusalOf } from '../../../runtime/partial';
import { operatorUserId } from '../../../shared/operator';
import { people } from '../../../shared/person';
import { wireNumber } from '../../../shared/wireNumber';
import { daysBetween, dayStart } from '../../flows/days';
import { attendanceGroup } from '../../locators/group';
import { CLEAR, REST, shiftToSet } from '../../locators/shift';

const SET = 'POST /topapi/attendance/group/schedule/async';
/** Days of people in one call. https://open.dingtalk.com/document/development/scheduling-system-attendance-group-scheduling */
const MOST = 200;
/** A schedule reaches from 180 days ago to 180 days ahead: no range can be longer. */
const LONGEST = 361;

const entry = (userid: string, day: string, shift: string): Json => ({
	userid,
	work_date: dayStart(day),
	shift_id: shift === CLEAR ? Number(CLEAR) : wireNumber('Shift', shift),
	is_rest: shift === REST,
});

function days(from: string, to: string): string[] {
	if (to < from) throw new InputError('To', 'is before "From"', '早于“开始日期”');
	const all = daysBetween(from, to);
	if (all.length > LONGEST)
		throw new InputError(
			'To',
			`is ${all.length} days after "From"; DingTalk schedules at most 180 days ahead`,
			`范围为 ${all.length} 天，钉钉最多可排 180 天`,
		);
	return all;
}

function entriesOf(json: unknown): Json[] {
	if (json === undefined) return [];
	return [json].flat().map((one) => {
		const { userid, work_date: day, shift_id: shift } = isObject(one) ? one : {};
		const rest = isObject(one) && one.is_rest === true;
		if (typeof userid !== 'string' || !/^\d{4}-\d\d-\d\d$/.test(String(day)) || (shift === undefined && !rest))
			throw new InputError(
				'Schedule (JSON)',
				'wants entries such as {"userid": "zhangsan", "work_date": "2026-12-01", "shift_id": 678215070}; is_rest true for a rest day',
				'的项应为 {"userid": "zhangsan", "work_date": "2026-12-01", "shift_id": 678215070}，休息日填 is_rest: true',
			);
		return entry(userid, String(day), rest ? REST : String(shift));
	});
}

export const set = defineBatch({
	name: 'Set',
	value: 'set',
	action: 'Set the shifts of people',
	description:
		'Give people shifts, rest or nothing for a range of days. One call per 200 days of people, of several items too. Only groups of the type TURN, 180 days back or ahead. DingTalk works it off later and answers no result.',
	zh: {
		name: '排班',
		action: '为人员排班',
		description:
			'为人员设置一段时间的班次、休息或清空排班。每 200 人天一次调用（多个数据项合并）。仅限排班制考勤组，前后 180 天内；钉钉异步处理，不返回结果',
	},
	docs: 'https://open.dingtalk.com/document/development/scheduling-system-attendance-group-scheduling',
	permission: 'qyapi_attendance_group_manage',
	routes: [SET],
	fields: [
		attendanceGroup,
		{
			displayName: 'Schedule',
			zh: { name: '排班', placeholder: '添加排班' },
			name: 'schedule',
			type: 'fixedCollection',
			typeOptions: { multipleValues: true },
			placeholder: 'Add Shift',
			default: {},
			options: [
				{
					displayName: 'Shift',
					zh: '班次',
					name: 'rows',
					values: [
						{
							...people,
							zh: { ...people.zh, name: '员工' },
						},
						shiftToSet,
						{
							displayName: 'From',
							zh: { name: '开始日期', description: '第一天：按工作流时区计算的日期' },
							name: 'from',
							type: 'dateTime',
							day: true,
							required: true,
							default: '={{ $now.plus({ days: 1 }).toISO() }}',
							description: 'First day: the calendar day of this time in the workflow’s time zone',
						},
						{
							displayName: 'To',
							zh: { name: '结束日期', description: '最后一天：按工作流时区计算的日期' },
							name: 'to',
							type: 'dateTime',
							day: true,
							required: true,
							default: '={{ $now.plus({ days: 1 }).toISO() }}',
							description: 'Last day: the calendar day of this time in the workflow’s time zone',
						},
					],
				},
			],
		},
		{
			displayName: 'Schedule (JSON)',
			zh: {
				name: '排班（JSON）',
				description: '含 userid、work_date（如 2026-12-01）、shift_id 或 is_rest 的列表；与上方排班合并',
			},
			name: 'scheduleJson',
			type: 'json',
			default: '',
			description:
				'A list of entries with userid, work_date (2026-12-01), shift_id or is_rest. Added to the rows above.',
		},
		operatorUserId,
	],
	same: ['group', 'operator'],
	plan: ({ group, schedule: { rows = [] }, scheduleJson, operator }) => {
		const schedules = [
			...rows.flatMap(({ people, shiftToSet: shift, from, to }) =>
				days(from, to).flatMap((day) => people.map((userid) => entry(userid, day, shift))),
			),
			...entriesOf(scheduleJson),
		];
		if (schedules.length === 0)
			throw new InputError('Schedule', 'is empty: add rows or JSON', '为空：请添加排班或填写 JSON');
		return { around: { op_user_id: operator, group_id: wireNumber('Attendance Group', group) }, group, schedules };
	},
	together: async (many, api) => {
		const [first] = many;
		if (!first) return [];
		const entries = many.flatMap(({ schedules }, item) => schedules.map((schedule) => ({ item, schedule })));
		const outcomes = await inBatches(entries, MOST, async (part) => {
			const schedules = part.map(({ schedule }) => schedule);
			await api.call(SET, { body: { ...first.around, schedules } }, { safe: true });
			return schedules;
		});
		return many.map(({ group, schedules }, item) => {
			const failed = outcomes.findIndex((outcome, index) => entries[index]?.item === item && 'error' in outcome);
			const outcome = outcomes[failed];
			return outcome && 'error' in outcome
				? refusalOf(outcome.error, String(entries[failed]?.schedule.userid))
				: { group_id: group, count: schedules.length, success: true };
		});
	},
});
