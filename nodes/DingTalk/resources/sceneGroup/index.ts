import type { Resource } from '../../../runtime/operation';
import { addMembers } from './addMembers';
import { create } from './create';
import { remove } from './delete';
import { get } from './get';
import { getMembers } from './getMembers';
import hints from './hints.json';
import { muteMembers } from './muteMembers';
import { removeMembers } from './removeMembers';
import { setAdmins } from './setAdmins';
import { update } from './update';

export const sceneGroup: Resource = {
	name: 'Scene Group',
	value: 'sceneGroup',
	description: 'Groups made from a group template of the app',
	operations: [create, addMembers, removeMembers, getMembers, get, update, setAdmins, muteMembers, remove],
	zh: { name: '场景群', description: '用应用的群模板创建的群' },
	hints,
};
