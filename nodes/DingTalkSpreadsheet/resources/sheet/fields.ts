import { defineField } from '../../../runtime/field';
import { COLUMN } from '../../flows/address';

export const column = defineField({
	displayName: 'Column',
	zh: { name: '列', description: '第一列的字母，如 C' },
	name: 'column',
	type: 'string',
	id: true,
	required: true,
	default: '',
	pattern: { test: COLUMN, en: 'must be the letters of a column, such as C', zh: '应为列的字母，如 C' },
	placeholder: 'e.g. C',
	description: 'The letters of the first column',
});

export const columnCount = defineField({
	displayName: 'Number of Columns',
	zh: '列数',
	name: 'columnCount',
	type: 'number',
	required: true,
	default: 1,
	typeOptions: { minValue: 1, numberPrecision: 0 },
});
