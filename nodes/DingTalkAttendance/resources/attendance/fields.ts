import { defineField } from '../../../runtime/field';
import { people as anyPeople, personModes } from '../../../shared/person';

export const person = defineField({
	displayName: 'Person',
	zh: { name: '员工', description: '要查询考勤的员工' },
	name: 'person',
	type: 'resourceLocator',
	person: 'userId',
	required: true,
	default: { mode: 'list', value: '' },
	modes: personModes,
	description: 'Whose attendance to get',
});

export const people = defineField({
	...anyPeople,
	zh: { name: '员工', description: '一个人，或用逗号分隔的任意多个 ID；每 50 人一次调用' },
	description:
		'Whose attendance to get: one person, or any number of IDs separated by commas. 50 people take one call.',
});

const isI18n = defineField({
	displayName: 'Overseas Organization',
	zh: { name: '海外企业', description: '企业是否使用钉钉海外版' },
	name: 'isI18n',
	type: 'boolean',
	default: true,
	description: "Whether the organization uses DingTalk's overseas edition",
});

export const additionalFields = defineField({
	displayName: 'Additional Fields',
	zh: { name: '更多字段', placeholder: '添加字段' },
	name: 'additionalFields',
	type: 'collection',
	placeholder: 'Add Field',
	default: {},
	options: [isI18n],
});

/** What punch results may be asked for beside people and days. */
export const resultFields = defineField({
	displayName: 'Additional Fields',
	zh: { name: '更多字段', placeholder: '添加字段' },
	name: 'additionalFields',
	type: 'collection',
	placeholder: 'Add Field',
	default: {},
	options: [
		{
			displayName: 'Only Irregular',
			zh: { name: '仅异常打卡', description: '是否只返回迟到、早退、缺卡等，不返回正常打卡' },
			name: 'onlyIrregular',
			type: 'boolean',
			default: true,
			description: 'Whether to leave out punches in time, so that late, early and missing ones remain',
		},
		isI18n,
	],
});
