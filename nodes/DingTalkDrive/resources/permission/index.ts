import type { Resource } from '../../../runtime/operation';
import hints from '../hints.json';
import { create } from './create';
import { remove } from './delete';
import { getAll } from './getAll';
import { setInheritance } from './setInheritance';
import { update } from './update';

export const permission: Resource = {
	name: 'Permission',
	value: 'permission',
	description: 'Who may do what with a file, folder or knowledge base',
	zh: { name: '权限', description: '文件、文档、文件夹与知识库的权限' },
	hints,
	operations: [create, getAll, update, remove, setInheritance],
};
