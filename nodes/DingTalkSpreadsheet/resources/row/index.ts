import type { Resource } from '../../../runtime/operation';
import { wrongWorkbook } from '../../locators/workbook';
import hints from '../hints.json';
import { append } from './append';
import { appendOrUpdate } from './appendOrUpdate';
import { remove } from './delete';
import { getAll } from './getAll';
import { insert } from './insert';
import { update } from './update';

export const row: Resource = {
	name: 'Row',
	value: 'row',
	description: 'Rows of a sheet, by the names in its header row',
	zh: { name: '行', description: '工作表中的行，按表头列名读写' },
	hints,
	explain: wrongWorkbook,
	operations: [append, appendOrUpdate, getAll, update, insert, remove],
};
