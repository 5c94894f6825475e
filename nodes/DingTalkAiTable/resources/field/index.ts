import type { Resource } from '../../../runtime/operation';
import { wrongBase } from '../../locators/base';
import hints from '../hints.json';
import { create } from './create';
import { remove } from './delete';
import { getAll } from './getAll';
import { update } from './update';

export const field: Resource = {
	name: 'Field',
	value: 'field',
	description: 'Columns of a sheet of an AI table',
	zh: { name: '字段', description: 'AI 表格数据表的列' },
	hints,
	explain: wrongBase,
	operations: [getAll, create, update, remove],
};
