import { defineField } from '../../runtime/field';

/** Whether the output is flat values by label, or DingTalk's entry as it is. */
export const flatField = defineField({
	displayName: 'Simplify',
	zh: { name: '精简', description: '按字段名称输出平铺的值，而不是原始数据' },
	name: 'simplify',
	type: 'boolean',
	default: true,
	description: 'Whether to return flat values by the labels of the fields instead of the raw data',
});
