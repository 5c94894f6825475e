import { defineField } from '../../runtime/field';

export const withPermissionRole = defineField({
	displayName: 'Permission Role',
	zh: { name: '权限角色', description: '是否同时返回操作人的权限角色' },
	name: 'withPermissionRole',
	type: 'boolean',
	default: true,
	description: 'Whether to return the role that the operator has',
});

export const withStatisticalInfo = defineField({
	displayName: 'Word Count',
	zh: { name: '字数', description: '是否同时返回字数统计' },
	name: 'withStatisticalInfo',
	type: 'boolean',
	default: true,
	description: 'Whether to return how many words it has',
});
