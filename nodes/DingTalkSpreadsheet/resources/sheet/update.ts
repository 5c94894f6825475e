import { InputError, defineOperation } from '../../../runtime/operation';
import { place } from '../../fields/place';
import { pathOf } from '../../flows/read';

export const update = defineOperation({
	name: 'Update',
	value: 'update',
	action: 'Update a sheet of a spreadsheet',
	description: 'Rename, hide or freeze a sheet. One call. Workflows that name it by its old name break; its ID stays.',
	zh: {
		name: '更新',
		action: '更新表格的工作表',
		description: '重命名、隐藏工作表或冻结行列。一次调用；按旧名称引用的工作流会失效，ID 不变',
	},
	docs: 'https://open.dingtalk.com/document/development/update-worksheet',
	permission: 'Document.Workbook.Write',
	route: 'PUT /v1.0/doc/workbooks/{workbookId}/sheets/{sheetId}',
	safe: true,
	fields: [
		...place,
		{
			displayName: 'Update Fields',
			zh: { name: '更新字段', placeholder: '添加字段' },
			name: 'updateFields',
			type: 'collection',
			placeholder: 'Add Field',
			default: {},
			options: [
				{
					displayName: 'Frozen Columns',
					zh: { name: '冻结列数', description: '从左起冻结的列数；0 取消冻结' },
					name: 'frozenColumnCount',
					type: 'number',
					default: 1,
					typeOptions: { minValue: 0, numberPrecision: 0 },
					description: 'How many columns from the left; 0 unfreezes them',
				},
				{
					displayName: 'Frozen Rows',
					zh: { name: '冻结行数', description: '从上起冻结的行数；0 取消冻结' },
					name: 'frozenRowCount',
					type: 'number',
					default: 1,
					typeOptions: { minValue: 0, numberPrecision: 0 },
					description: 'How many rows from the top; 0 unfreezes them',
				},
				{ displayName: 'Name', zh: '名称', name: 'name', type: 'string', default: '' },
				{
					displayName: 'Visibility',
					zh: '可见性',
					name: 'visibility',
					type: 'options',
					default: 'visible',
					options: [
						{ name: 'Hidden', value: 'hidden', zh: '隐藏' },
						{ name: 'Visible', value: 'visible', zh: '显示' },
					],
				},
			],
		},
	],
	request: ({ updateFields, ...where }) => {
		if (Object.values(updateFields).every((value) => value === undefined))
			throw new InputError('Update Fields', 'are empty: there is nothing to change', '为空：没有要修改的内容');
		return { path: pathOf(where), query: { operatorId: where.operator }, body: updateFields };
	},
});
