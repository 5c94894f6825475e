import { defineField } from '../../runtime/operation';
import { personModes } from '../../shared/person';

const words = {
	type: 'resourceLocator',
	person: 'userId',
	required: true,
	default: { mode: 'list', value: '' },
	modes: personModes,
} as const;

export const onePerson = defineField({ ...words, displayName: 'Person', zh: '员工', name: 'person' });

export const manyPeople = defineField({
	...words,
	displayName: 'People',
	zh: { name: '员工', description: '一个人，或用逗号分隔的任意多个 ID' },
	name: 'people',
	many: true,
	description: 'One person, or any number of IDs separated by commas',
});

const day = { type: 'dateTime', day: true, required: true } as const;

/** A range of whole days, both included. */
export const firstDay = defineField({
	...day,
	displayName: 'From',
	zh: { name: '开始日期', description: '第一天：按工作流时区计算的日期' },
	name: 'from',
	default: '={{ $now.minus({ days: 6 }).toISO() }}',
	description: 'First day: the calendar day of this time in the workflow’s time zone',
});
export const lastDay = defineField({
	...day,
	displayName: 'To',
	zh: { name: '结束日期', description: '最后一天：按工作流时区计算的日期' },
	name: 'to',
	default: '={{ $now.toISO() }}',
	description: 'Last day: the calendar day of this time in the workflow’s time zone',
});

const moment = { type: 'dateTime', required: true } as const;

/** A range of time. */
export const fromTime = defineField({
	...moment,
	displayName: 'From',
	zh: '开始时间',
	name: 'from',
	default: '={{ $now.minus({ days: 7 }).toISO() }}',
});
export const toTime = defineField({
	...moment,
	displayName: 'To',
	zh: '结束时间',
	name: 'to',
	default: '={{ $now.toISO() }}',
});
