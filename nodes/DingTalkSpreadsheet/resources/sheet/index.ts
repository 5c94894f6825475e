import type { Resource } from '../../../runtime/operation';
import { wrongWorkbook } from '../../locators/workbook';
import hints from '../hints.json';
import { addImage } from './addImage';
import { create } from './create';
import { remove } from './delete';
import { deleteColumns } from './deleteColumns';
import { get } from './get';
import { getAll } from './getAll';
import { insertColumns } from './insertColumns';
import { setDimensions } from './setDimensions';
import { setFilter } from './setFilter';
import { update } from './update';

export const sheet: Resource = {
	name: 'Sheet',
	value: 'sheet',
	description: 'Sheets of a spreadsheet, and their columns',
	zh: { name: '工作表', description: '表格中的工作表及其列' },
	hints,
	explain: wrongWorkbook,
	operations: [getAll, create, get, update, remove, insertColumns, deleteColumns, setDimensions, setFilter, addImage],
};
