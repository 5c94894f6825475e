import type { Resource } from '../../../runtime/operation';
import hints from '../hints.json';
import { getAll } from './getAll';
import { restore } from './restore';

export const recycleBin: Resource = {
	name: 'Recycle Bin',
	value: 'recycleBin',
	description: 'What was deleted into the recycle bin of the organization',
	zh: { name: '回收站', description: '企业回收站中的文件与文件夹' },
	hints,
	operations: [getAll, restore],
};
