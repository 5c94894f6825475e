import type { Resource } from '../../../runtime/operation';
import { wrongWorkbook } from '../../locators/workbook';
import hints from '../hints.json';
import { clear } from './clear';
import { find } from './find';
import { get } from './get';
import { merge } from './merge';
import { setDropdown } from './setDropdown';
import { update } from './update';

export const range: Resource = {
	name: 'Range',
	value: 'range',
	description: 'Cells of a sheet, in A1 notation',
	zh: { name: '单元格区域', description: '工作表中的单元格，使用 A1 表示法' },
	hints,
	explain: wrongWorkbook,
	operations: [get, update, clear, find, merge, setDropdown],
};
