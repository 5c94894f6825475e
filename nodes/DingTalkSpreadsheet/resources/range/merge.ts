import { defineOperation } from '../../../runtime/operation';
import { place } from '../../fields/place';
import { pathOf } from '../../flows/read';
import { range } from './fields';

export const merge = defineOperation({
	name: 'Merge',
	value: 'merge',
	action: 'Merge the cells of a range',
	description: 'Merge the cells of a range. One call. The API has no route that splits them again.',
	zh: { name: '合并', action: '合并单元格', description: '合并区域内的单元格。一次调用；接口不提供取消合并' },
	docs: 'https://open.dingtalk.com/document/development/merge-cells',
	permission: 'Document.Workbook.Write',
	route: 'POST /v1.0/doc/workbooks/{workbookId}/sheets/{sheetId}/ranges/{rangeAddress}/merge',
	safe: true,
	fields: [
		...place,
		range,
		{
			displayName: 'Merge',
			zh: '合并方式',
			name: 'mergeType',
			type: 'options',
			default: 'mergeAll',
			options: [
				{ name: 'All Cells', value: 'mergeAll', description: 'Into one', zh: '全部：合并为一个单元格' },
				{ name: 'Each Column', value: 'mergeColumns', zh: '按列合并' },
				{ name: 'Each Row', value: 'mergeRows', zh: '按行合并' },
			],
		},
	],
	request: ({ range: rangeAddress, mergeType, ...where }) => ({
		path: { ...pathOf(where), rangeAddress },
		query: { operatorId: where.operator },
		body: { mergeType },
	}),
});
