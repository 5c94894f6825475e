import { columnsOfRoster, writeRosterValue } from '../flows/columns';
import { agentId } from './agentId';

/** What the two mappers over the roster have in common. */
export const rosterMapper = {
	displayName: 'Fields',
	zh: {
		name: '花名册字段',
		description: '按花名册字段填写，也可自动匹配数据项中与字段同名的键。选项可填值或名称；日期为工作流时区的日期',
	},
	description:
		"Values by the roster's fields, filled in here or taken from the item's keys of the same names. A choice by its value or text; a date is a day in the workflow's time zone.",
	name: 'roster',
	words: { singular: 'field', plural: 'fields' },
	needs: [agentId],
	columns: columnsOfRoster,
	convert: writeRosterValue,
} as const;
