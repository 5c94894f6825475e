import { defineField } from '../../../runtime/field';

export const rowNumber = defineField({
	displayName: 'Row',
	zh: { name: '行', description: '第一行的行号，从 1 开始' },
	name: 'row',
	type: 'number',
	required: true,
	default: '',
	typeOptions: { minValue: 1, numberPrecision: 0 },
	description: 'The first row, counted from 1 as the spreadsheet shows it',
});

export const rowCount = defineField({
	displayName: 'Number of Rows',
	zh: '行数',
	name: 'rowCount',
	type: 'number',
	required: true,
	default: 1,
	typeOptions: { minValue: 1, numberPrecision: 0 },
});
