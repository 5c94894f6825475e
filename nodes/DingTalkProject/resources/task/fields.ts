import { defineField } from '../../../runtime/field';
import { personModes } from '../../../shared/person';

/** The ID in a pasted link to a task; anything else as it is. */
export const taskIn = (given: string): string => /\/task\/(\w+)/.exec(given)?.[1] ?? given;

export const taskId = defineField({
	displayName: 'Task ID',
	zh: { name: '任务 ID', description: '创建、查询任务时返回的 taskId，也可粘贴任务链接' },
	name: 'taskId',
	type: 'string',
	id: true,
	required: true,
	default: '',
	placeholder: 'e.g. 62a697c053c2ef50d4a00001',
	description: 'The taskId that Create and Get Many return, or the link of the task',
});

export const assignee = defineField({
	displayName: 'Assignee',
	zh: { name: '执行者', description: '负责完成任务的人' },
	name: 'executorId',
	type: 'resourceLocator',
	person: 'userId',
	default: { mode: 'list', value: '' },
	modes: personModes,
	description: 'Who has to do it',
});

export const dueDate = defineField({
	displayName: 'Due Date',
	zh: { name: '截止时间', description: '不带时区的时间按工作流时区理解' },
	name: 'dueDate',
	type: 'dateTime',
	default: '',
	description: "Until when; a time without a zone is in the workflow's",
});

export const startDate = defineField({
	displayName: 'Start Date',
	zh: { name: '开始时间', description: '不带时区的时间按工作流时区理解' },
	name: 'startDate',
	type: 'dateTime',
	default: '',
	description: "From when; a time without a zone is in the workflow's",
});

export const note = defineField({
	displayName: 'Note',
	zh: '备注',
	name: 'note',
	type: 'string',
	typeOptions: { rows: 4 },
	default: '',
});

export const customFields = defineField({
	displayName: 'Custom Fields',
	zh: { name: '自定义字段', placeholder: '添加自定义字段', description: '支持单选、多选、数字、文本和日期' },
	name: 'customFields',
	type: 'fixedCollection',
	typeOptions: { multipleValues: true },
	placeholder: 'Add Custom Field',
	default: {},
	description: 'Choice, number, text and date fields',
	options: [
		{
			displayName: 'Custom Field',
			zh: '自定义字段',
			name: 'customField',
			values: [
				{
					displayName: 'Field Name',
					zh: { name: '字段名称', description: '须与自定义字段名称完全一致' },
					name: 'customFieldName',
					type: 'string',
					required: true,
					default: '',
					description: 'Exactly as in the project',
				},
				{
					displayName: 'Value',
					zh: { name: '值', description: '多个选项用换行分隔；日期格式 yyyy-MM-dd HH:mm:ss' },
					name: 'customFieldValue',
					type: 'string',
					default: '',
					description: 'Several choices on a line each; a date as yyyy-MM-dd HH:mm:ss',
				},
			],
		},
	],
});

/** What the form says of custom fields: name and values. */
export const customValues = (given: {
	customField?: ReadonlyArray<{ customFieldName: string; customFieldValue: string | undefined }>;
}): Array<{ name: string; value: Array<{ title: string }> }> =>
	(given.customField ?? []).map(({ customFieldName: name, customFieldValue = '' }) => ({
		name,
		value: customFieldValue
			.split('\n')
			.map((title) => ({ title: title.trim() }))
			.filter(({ title }) => title !== ''),
	}));
