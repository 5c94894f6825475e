import { DingTalkError } from '../../../protocol/errors';
import { InputError, defineProcedure } from '../../../runtime/operation';
import { objectsIn } from '../../../runtime/pick';
import { operatorUserId } from '../../../shared/operator';
import { personModes } from '../../../shared/person';
import { taskId, taskIn } from '../task/fields';

const ACTUAL = 'POST /v1.0/project/users/{userId}/workTimes';
const PLANNED = 'POST /v1.0/project/users/{userId}/planTimes';
const HOUR_MS = 3_600_000;

export const create = defineProcedure({
	name: 'Log',
	value: 'create',
	action: 'Log work time on a task',
	description:
		'Write hours on a task, done or planned. One call. DingTalk says that done hours may not begin before today; what it refuses is shown.',
	zh: {
		name: '登记',
		action: '登记任务工时',
		description: '登记任务的实际工时或计划工时。一次调用；钉钉文档说明实际工时的开始日期不能早于当天，以接口返回为准',
	},
	docs: 'https://open.dingtalk.com/document/development/create-actual-work',
	permission: 'Project.Task.Write.All',
	routes: [ACTUAL, PLANNED],
	fields: [
		taskId,
		{
			displayName: 'Kind',
			zh: '工时类型',
			name: 'kind',
			type: 'options',
			default: 'actual',
			options: [
				{ name: 'Done', value: 'actual', zh: '实际工时' },
				{ name: 'Planned', value: 'planned', zh: '计划工时' },
			],
		},
		{
			displayName: 'Person',
			zh: { name: '执行者', description: '谁的工时' },
			name: 'executorId',
			type: 'resourceLocator',
			person: 'userId',
			required: true,
			default: { mode: 'list', value: '' },
			modes: personModes,
			description: 'Whose hours',
		},
		{
			displayName: 'From',
			zh: { name: '开始日期', description: '工作流时区的日期' },
			name: 'startDate',
			type: 'dateTime',
			day: true,
			required: true,
			default: '',
			description: "The day in the workflow's zone",
		},
		{
			displayName: 'To',
			zh: { name: '结束日期', description: '留空与开始日期相同' },
			name: 'endDate',
			type: 'dateTime',
			day: true,
			default: '',
			description: 'Left empty: the same day',
		},
		{
			displayName: 'Hours',
			zh: { name: '工时（小时）', description: '不超过 24 小时' },
			name: 'hours',
			type: 'number',
			required: true,
			default: 1,
			typeOptions: { minValue: 0.01, maxValue: 24, numberPrecision: 2 },
			description: 'At most 24',
		},
		{
			displayName: 'Additional Fields',
			zh: { name: '更多字段', placeholder: '添加字段' },
			name: 'additionalFields',
			type: 'collection',
			placeholder: 'Add Field',
			default: {},
			options: [
				{
					displayName: 'Description',
					zh: { name: '工作进展', description: '仅用于实际工时' },
					name: 'description',
					type: 'string',
					typeOptions: { rows: 3 },
					default: '',
					description: 'What was done; only for done hours',
				},
				{
					displayName: 'Holidays Too',
					zh: { name: '包含假期', description: '日期范围内的假期是否也登记工时' },
					name: 'includesHolidays',
					type: 'boolean',
					default: true,
					description: 'Whether holidays between the days get hours too',
				},
				{
					displayName: 'Split Over the Days',
					zh: { name: '平均分配', description: '跨多天时是否平均分配到每天，否则每天都登记该时长' },
					name: 'isDuration',
					type: 'boolean',
					default: true,
					description: 'Whether the hours are split evenly over the days; otherwise each day gets them all',
				},
				{
					displayName: 'Submitter',
					zh: { name: '提交人', description: '留空为执行者' },
					name: 'submitterId',
					type: 'resourceLocator',
					person: 'userId',
					default: { mode: 'list', value: '' },
					modes: personModes,
					description: 'Who hands it in. Empty: the person themselves.',
				},
			],
		},
		operatorUserId,
	],
	plan: (values) => {
		const { startDate, endDate = startDate, kind, additionalFields } = values;
		if (endDate < startDate) throw new InputError('To', 'is before "From"', '早于“开始日期”');
		if (kind === 'planned' && additionalFields.description !== undefined)
			throw new InputError('Description', 'goes with done hours only', '仅用于实际工时');
		return { ...values, endDate };
	},
	run: async (
		{ taskId: given, kind, executorId, startDate, endDate, hours, additionalFields, operator: userId },
		api,
	) => {
		const { description, includesHolidays = true, isDuration = true, submitterId = executorId } = additionalFields;
		const body = {
			objectId: taskIn(given),
			objectType: 'task',
			executorId,
			submitterId,
			startDate,
			endDate,
			includesHolidays,
			isDuration,
		};
		const ms = Math.round(hours * HOUR_MS);
		const parts = { path: { userId }, query: { tenantType: 'organization' } };
		const answer =
			kind === 'actual'
				? await api.call(ACTUAL, { ...parts, body: { ...body, workTime: ms, description } })
				: await api.call(PLANNED, { ...parts, body: { ...body, planTime: ms } });
		if (answer.ok === false)
			throw new DingTalkError({ code: 'notLogged', kind: 'refused', message: String(answer.message ?? 'not logged') });
		return objectsIn(answer.body).map(({ workTime, planTime, date }) => ({
			taskId: taskIn(given),
			date,
			hours: Number(workTime ?? planTime) / HOUR_MS,
		}));
	},
});
