import type { Resource } from '../../../runtime/operation';
import hints from '../hints.json';
import { create } from './create';

export const folder: Resource = {
	name: 'Folder',
	value: 'folder',
	description: 'Folders of a space',
	zh: { name: '文件夹', description: '空间中的文件夹' },
	hints,
	operations: [create],
};
