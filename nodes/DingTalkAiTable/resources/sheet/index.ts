import type { Resource } from '../../../runtime/operation';
import { wrongBase } from '../../locators/base';
import hints from '../hints.json';
import { create } from './create';
import { remove } from './delete';
import { get } from './get';
import { getAll } from './getAll';
import { update } from './update';

export const sheet: Resource = {
	name: 'Sheet',
	value: 'sheet',
	description: 'Sheets of an AI table',
	zh: { name: '数据表', description: 'AI 表格中的数据表' },
	hints,
	explain: wrongBase,
	operations: [getAll, create, get, update, remove],
};
