import { defineField } from '../../../runtime/field';

/** Whether the output is flat values by field name, or DingTalk's record as it is. */
export const rawField = defineField({
	displayName: 'Simplify',
	zh: { name: '精简', description: '按字段名输出平铺的值（数字、选项名称、工作流时区的日期），而不是原始数据' },
	name: 'simplify',
	type: 'boolean',
	default: true,
	description:
		'Whether to return flat values by field name (numbers, names of choices, dates in the workflow’s time zone) instead of the raw data',
});
