import { defineField } from '../../runtime/field';
import { defineMapper } from '../../runtime/mapper';
import { operator } from '../../shared/operator';
import { columnsOfHeader, writeCell } from '../flows/columns';
import { sheet } from '../locators/sheet';
import { workbook } from '../locators/workbook';
import { headerRow } from './place';

const words = {
	displayName: 'Columns',
	zh: {
		name: '列',
		description:
			'按表头列名填写；也可自动匹配数据项中的同名键。以 = 开头的文本会成为公式；时间按工作流时区写为“2026-12-01 17:00:00”',
	},
	description:
		"Values by the names in the header row, filled in here or taken from the item's keys of the same names. Text that begins with = becomes a formula. Moments are written in the workflow's zone, as 2026-12-01 17:00:00.",
	name: 'columns',
	words: { singular: 'column', plural: 'columns' },
	needs: [workbook, sheet, headerRow, operator],
	columns: columnsOfHeader,
	convert: writeCell,
} as const;

export const newColumns = defineMapper({ ...words, mode: 'add' });
export const changedColumns = defineMapper({ ...words, mode: 'map' });
export const matchedColumns = defineMapper({ ...words, mode: 'upsert' });

export const extraColumns = defineField({
	displayName: 'Extra Keys',
	zh: { name: '多余的键', description: '自动匹配时，数据项中不是列名的键如何处理' },
	name: 'extraColumns',
	type: 'options',
	under: 'options',
	default: 'ignore',
	options: [
		{
			name: 'Add Columns',
			value: 'addHeader',
			description: 'Write their names into the header row and their values below',
			zh: '添加列：在表头行末尾写入列名，并写入其值',
		},
		{ name: 'Error', value: 'error', description: 'Write nothing', zh: '报错：不写入任何内容' },
		{ name: 'Ignore', value: 'ignore', zh: '忽略' },
	],
	description: "What to do with the item's keys that are no column, where columns are mapped automatically",
});
