import type { Resource } from '../../../runtime/operation';
import hints from '../hints.json';
import { create } from './create';
import { remove } from './delete';
import { get } from './get';
import { getAll } from './getAll';

export const space: Resource = {
	name: 'Space',
	value: 'space',
	description: 'Spaces of the drive',
	zh: { name: '空间', description: '钉盘空间' },
	hints,
	operations: [getAll, get, create, remove],
};
