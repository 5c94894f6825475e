import type { Resource } from '../../../runtime/operation';
import hints from '../hints.json';
import { addMembers } from './addMembers';
import { create } from './create';
import { getAll } from './getAll';
import { getMembers } from './getMembers';
import { removeMembers } from './removeMembers';
import { setState } from './setState';

export const project: Resource = {
	name: 'Project',
	value: 'project',
	description: 'Teambition projects and their members',
	zh: { name: '项目', description: 'Teambition 项目及其成员' },
	hints,
	operations: [getAll, create, getMembers, addMembers, removeMembers, setState],
};
