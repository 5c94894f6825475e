import type { Resource } from '../../../runtime/operation';
import { wrongBase } from '../../locators/base';
import hints from '../hints.json';
import { createFromFile } from './createFromFile';
import { getByUrl } from './getByUrl';
import { search } from './search';

export const base: Resource = {
	name: 'AI Table',
	value: 'base',
	description: 'AI tables as a whole',
	zh: { name: 'AI 表格', description: '整个 AI 表格' },
	hints,
	explain: wrongBase,
	operations: [search, getByUrl, createFromFile],
};
