import { defineField } from '../../runtime/field';
import { operator } from '../../shared/operator';
import { sheet } from '../locators/sheet';
import { workbook } from '../locators/workbook';

/** A sheet, and in whose name it is worked on. */
export const place = [workbook, sheet, operator] as const;

export const headerRow = defineField({
	displayName: 'Header Row',
	zh: { name: '表头行', description: '列名所在的行，从 1 开始' },
	name: 'headerRow',
	type: 'number',
	under: 'options',
	default: 1,
	typeOptions: { minValue: 1, numberPrecision: 0 },
	description: 'The row that has the names of the columns, counted from 1',
});
