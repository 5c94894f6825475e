import { defineListBy } from '../../runtime/list';
import { operator } from '../../shared/operator';
import { columnsOfHeader } from '../flows/columns';
import { headerRow } from '../fields/place';
import { sheet } from './sheet';
import { workbook } from './workbook';

/** The columns of a sheet, by the names in its header row. */
export const headerList = defineListBy([operator, workbook, sheet, headerRow], async (needs, { filter }, api) => ({
	entries: (await columnsOfHeader(needs, api))
		.filter(({ name }) => name.toLowerCase().includes(filter.toLowerCase()))
		.map(({ name }) => ({ name, value: name })),
}));
