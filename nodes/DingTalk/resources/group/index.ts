import type { Resource } from '../../../runtime/operation';
import { addMembers } from './addMembers';
import { changeOwner } from './changeOwner';
import { create } from './create';
import { get } from './get';
import { getAll } from './getAll';
import { getConversationId } from './getConversationId';
import { getInviteLink } from './getInviteLink';
import { getMembers } from './getMembers';
import { getRobots } from './getRobots';
import hints from './hints.json';
import { removeMembers } from './removeMembers';
import { search } from './search';
import { setAdmins } from './setAdmins';
import { update } from './update';

export const group: Resource = {
	name: 'Group',
	value: 'group',
	description: 'Ordinary internal groups: create, change, members, admins',
	operations: [
		create,
		addMembers,
		removeMembers,
		update,
		get,
		getMembers,
		search,
		getConversationId,
		setAdmins,
		changeOwner,
		getInviteLink,
		getRobots,
		getAll,
	],
	zh: { name: '群', description: '普通内部群：创建、更新、成员与管理员' },
	hints,
};
