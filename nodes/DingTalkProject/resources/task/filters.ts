import { toIso } from '../../../protocol/time';
import { defineField, defineFields } from '../../../runtime/field';
import type { Value } from '../../../runtime/fieldValues';
import { InputError } from '../../../runtime/inputError';
import { toMoment } from '../../../runtime/moment';
import { splitList } from '../../../runtime/people';
import { personModes } from '../../../shared/person';
import { allOf, anyOf, quoted } from '../../flows/tql';

/** Conditions of a list of tasks, all of which must hold. https://open.dingtalk.com/document/development/the-description-of-the-tql-task */
export const conditionFields = defineFields([
	{
		displayName: 'Conditions',
		zh: { name: '筛选条件', placeholder: '添加条件', description: '需同时满足全部条件' },
		name: 'conditions',
		type: 'fixedCollection',
		typeOptions: { multipleValues: true },
		placeholder: 'Add Condition',
		default: {},
		description: 'All of them must hold',
		options: [
			{
				displayName: 'Condition',
				zh: '条件',
				name: 'condition',
				values: [
					{
						displayName: 'Field',
						zh: '字段',
						name: 'field',
						type: 'options',
						default: 'text',
						options: [
							{ name: 'Assignee (User ID)', value: 'executorId', zh: '执行者（userId）' },
							{ name: 'Completed At', value: 'accomplished', zh: '完成时间' },
							{ name: 'Created At', value: 'created', zh: '创建时间' },
							{ name: 'Creator (User ID)', value: 'creatorId', zh: '创建者（userId）' },
							{ name: 'Due Date', value: 'dueDate', zh: '截止时间' },
							{ name: 'Participant (User ID)', value: 'involveMembers', zh: '参与者（userId）' },
							{ name: 'Priority', value: 'priority', zh: '优先级' },
							{ name: 'Sprint ID', value: 'sprintId', zh: '迭代 ID' },
							{ name: 'Stage ID', value: 'stageId', zh: '任务列 ID' },
							{ name: 'Start Date', value: 'startDate', zh: '开始时间' },
							{ name: 'Status ID', value: 'taskflowstatusId', zh: '任务状态 ID' },
							{ name: 'Tag ID', value: 'tagId', zh: '标签 ID' },
							{ name: 'Task Type ID', value: 'scenariofieldconfigId', zh: '任务类型 ID' },
							{ name: 'Title and Note', value: 'text', zh: '标题与备注' },
							{ name: 'Updated At', value: 'updated', zh: '更新时间' },
						],
					},
					{
						displayName: 'Operator',
						zh: '条件类型',
						name: 'comparison',
						type: 'options',
						default: 'contains',
						options: [
							{ name: 'After or At', value: 'from', description: 'For times', zh: '不早于：用于时间' },
							{ name: 'Before', value: 'before', description: 'For times', zh: '早于：用于时间' },
							{ name: 'Contains', value: 'contains', description: 'For title and note', zh: '包含：用于标题与备注' },
							{ name: 'Is', value: 'is', zh: '等于' },
							{ name: 'Is Not', value: 'isNot', zh: '不等于' },
							{ name: 'Is Not One Of', value: 'notIn', zh: '不是任一' },
							{ name: 'Is One Of', value: 'in', zh: '是任一' },
						],
					},
					{
						displayName: 'Value',
						zh: { name: '值', description: '时间可填任意常用写法，多个值用逗号分隔' },
						name: 'value',
						type: 'string',
						required: true,
						default: '',
						description: 'Times in any usual form, several values separated by commas',
					},
				],
			},
		],
	},
]);

/** What is asked for most, without Teambition's query language, and that language as text. */
export const taskFilters = defineField({
	displayName: 'Filters',
	zh: { name: '更多筛选', placeholder: '添加筛选' },
	name: 'taskFilters',
	type: 'collection',
	placeholder: 'Add Filter',
	default: {},
	options: [
		{
			displayName: 'Assignees',
			zh: { name: '执行者', description: '任一执行者的任务' },
			name: 'assignees',
			type: 'resourceLocator',
			person: 'userId',
			many: true,
			default: { mode: 'list', value: '' },
			modes: personModes,
			description: 'Tasks of any of these people',
		},
		{ displayName: 'Due Before', zh: '截止时间早于', name: 'dueBefore', type: 'dateTime', default: '' },
		{ displayName: 'Due From', zh: '截止时间不早于', name: 'dueFrom', type: 'dateTime', default: '' },
		{
			displayName: 'Participants',
			zh: { name: '参与者', description: '任一参与者的任务' },
			name: 'participants',
			type: 'resourceLocator',
			person: 'userId',
			many: true,
			default: { mode: 'list', value: '' },
			modes: personModes,
			description: 'Tasks in which any of these people take part',
		},
		{
			displayName: 'State',
			zh: '完成状态',
			name: 'state',
			type: 'options',
			default: 'open',
			options: [
				{ name: 'Done', value: 'done', zh: '已完成' },
				{ name: 'Open', value: 'open', zh: '未完成' },
				{ name: 'Overdue', value: 'overdue', zh: '已逾期' },
			],
		},
		{
			displayName: 'TQL',
			zh: { name: 'TQL 查询语句', description: '替代以上全部条件，例如 isDone = false ORDER BY dueDate ASC' },
			name: 'tql',
			type: 'string',
			default: '',
			placeholder: 'e.g. isDone = false ORDER BY dueDate ASC',
			description: "Teambition's own query language, in place of all conditions above",
		},
	],
});

interface Condition {
	field: string;
	comparison: string;
	value: string;
}

const TIMES = new Set(['accomplished', 'created', 'dueDate', 'startDate', 'updated']);

/** The operators of the form in Teambition's words. n8n takes a value that begins with "=" for an expression. */
const OPERATORS: Readonly<Record<string, string>> = {
	contains: '~',
	is: '=',
	isNot: '!=',
	from: '>=',
	before: '<',
	in: 'IN',
	notIn: 'NOT IN',
};

const operatorsOf = (field: string): readonly string[] =>
	field === 'text'
		? ['contains']
		: TIMES.has(field)
			? ['is', 'isNot', 'from', 'before']
			: ['is', 'isNot', 'in', 'notIn'];

function conditionOf({ field, comparison, value }: Condition, zone: string): string {
	const kinds = operatorsOf(field);
	if (!kinds.includes(comparison))
		throw new InputError(
			'Operator',
			`"${comparison}" does not fit ${field}; it takes ${kinds.join(', ')}`,
			`${field} 不支持 ${comparison}，可用：${kinds.join('、')}`,
		);
	const operator = OPERATORS[comparison] ?? '';
	if (operator.endsWith('IN')) return `${field} ${operator} ${anyOf(splitList(value))}`;
	if (!TIMES.has(field)) return `${field} ${operator} ${quoted(value)}`;
	const ms = toMoment(value, zone);
	if (ms === undefined || !Number.isFinite(ms))
		throw new InputError('Value', `"${value}" is not a date and time`, `“${value}”不是有效的日期时间`);
	return `${field} ${operator} ${quoted(toIso(ms))}`;
}

const STATES = { done: 'isDone = true', open: 'isDone = false', overdue: 'exceedDueDate = true' } as const;

/** The query of the form; `undefined` for all tasks. @throws InputError for what does not fit together. */
export function queryOf(
	conditions: readonly Condition[],
	{ tql, ...filters }: NonNullable<Value<typeof taskFilters>>,
	zone: string,
): string | undefined {
	const { assignees = [], participants = [], dueFrom, dueBefore, state } = filters;
	const query = allOf([
		...conditions.map((condition) => conditionOf(condition, zone)),
		assignees.length > 0 ? `executorId IN ${anyOf(assignees)}` : undefined,
		participants.length > 0 ? `involveMembers IN ${anyOf(participants)}` : undefined,
		dueFrom === undefined ? undefined : `dueDate >= ${quoted(toIso(dueFrom))}`,
		dueBefore === undefined ? undefined : `dueDate < ${quoted(toIso(dueBefore))}`,
		state === undefined ? undefined : STATES[state],
	]);
	if (tql === undefined) return query;
	if (query !== undefined)
		throw new InputError(
			'TQL',
			'replaces the other conditions: fill in only one of them',
			'会替代其他条件，请只填写其中一项',
		);
	return tql;
}
