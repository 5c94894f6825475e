import type { Resource } from '../../../runtime/operation';
import hints from '../hints.json';
import { addMembers } from './addMembers';
import { create } from './create';
import { createGroup } from './createGroup';
import { remove } from './delete';
import { getAll } from './getAll';
import { getMembers } from './getMembers';
import { removeMembers } from './removeMembers';
import { update } from './update';

export const role: Resource = {
	name: 'Role',
	value: 'role',
	description: 'Roles of people and their groups',
	operations: [getAll, getMembers, addMembers, removeMembers, create, createGroup, update, remove],
	zh: { name: '角色', description: '员工的角色与角色组' },
	hints,
};
