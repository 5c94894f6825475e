import { defineField } from '../../runtime/field';

export const reportId = defineField({
	displayName: 'Report ID',
	zh: { name: '日志 ID', description: '“创建”或“获取多个”返回的 report_id' },
	name: 'reportId',
	type: 'string',
	id: true,
	required: true,
	default: '',
	placeholder: 'e.g. 175abec4de6bd',
	description: 'The report_id that Create and Get Many return',
});
