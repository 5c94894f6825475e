import { defineField } from '../../runtime/field';

export const lastWorkDate = defineField({
	displayName: 'Last Work Day',
	zh: { name: '最后工作日', description: '员工离职前的最后一个工作日' },
	name: 'lastWorkDate',
	type: 'dateTime',
	required: true,
	default: '',
	description: 'Last day on which the person works',
});

export const countInStatistics = defineField({
	displayName: 'Count in HRM Statistics',
	zh: { name: '加入人事统计', description: '是否将该离职计入人事统计' },
	name: 'partner',
	type: 'boolean',
	default: true,
	description: 'Whether this leaving counts in the statistics of HR',
});
