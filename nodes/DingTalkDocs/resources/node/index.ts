import type { Resource } from '../../../runtime/operation';
import hints from '../hints.json';
import { copy } from './copy';
import { remove } from './delete';
import { get } from './get';
import { getAll } from './getAll';
import { move } from './move';
import { search } from './search';
import { update } from './update';

export const node: Resource = {
	name: 'Node',
	value: 'node',
	description: 'Documents, files and folders of knowledge bases',
	zh: { name: '节点', description: '知识库中的文档、表格、文件和文件夹' },
	hints,
	operations: [search, getAll, get, copy, move, update, remove],
};
