import type { INodeListSearchItems } from 'n8n-workflow';
import type { Paging } from '../../protocol/paging';
import type { LookUps } from '../../runtime/field';
import { defineList, defineListBy } from '../../runtime/list';
import { defineLocator } from '../../runtime/locator';
import type { Json } from '../../runtime/operation';
import { objectsIn } from '../../runtime/pick';

export const ROLES = 'POST /topapi/role/list';

/** Pages count groups of roles, at most 200. https://open.dingtalk.com/document/development/obtains-a-list-of-enterprise-roles */
export const rolePaging: Paging = {
	style: 'offset',
	cursor: 'offset',
	size: { at: 'size', max: 200 },
	entries: 'result.list',
	more: 'result.hasMore',
};

/** The roles of a group, each with its group. */
export const rolesOf = ({ groupId, name: groupName, roles }: Json): Json[] =>
	objectsIn(roles).map((role) => ({ ...role, groupId, groupName }));

/** DingTalk's own roles (administrators, heads of departments): they cannot be given or taken here. */
const SYSTEM_GROUP = '默认';

/** Roles whose name or group holds what was typed. One page holds 200 groups: an organization has fewer. */
const searchRoles = (wanted: (group: Json) => boolean) =>
	defineListBy([], async (_, { filter, token }, api: LookUps) => {
		const { entries, next } = await api.page(ROLES, { body: {} }, rolePaging, token);
		const found = entries
			.filter(wanted)
			.flatMap(rolesOf)
			.map(({ id, name, groupName }): INodeListSearchItems => ({
				name: `${String(name)} (${String(groupName)})`,
				value: String(id),
			}))
			.filter(({ name }) => name.toLowerCase().includes(filter.toLowerCase()));
		return { entries: found, ...(next !== undefined && { next }) };
	});

/** Any role, by ID. */
export const role = defineLocator({
	displayName: 'Role',
	zh: { name: '角色', description: '从列表选择或填写角色 ID' },
	name: 'role',
	required: true,
	digits: true,
	description: 'Chosen from the list, or by its ID',
	placeholder: 'e.g. 1507113578',
	list: searchRoles(() => true),
});

/** Roles that can be given and taken. At most 20 in one call. */
export const roles = defineLocator({
	displayName: 'Roles',
	zh: { name: '角色', description: '从列表选择，或填写一个或多个角色 ID（逗号分隔）' },
	name: 'roles',
	required: true,
	digits: true,
	many: true,
	maxItems: 20,
	description: 'Chosen from the list, or one or several IDs separated by commas',
	placeholder: 'e.g. 1507113578',
	list: searchRoles(({ name }) => name !== SYSTEM_GROUP),
});

export const roleGroups = defineList({
	route: ROLES,
	request: () => ({ body: {} }),
	paging: rolePaging,
	entry: ({ groupId, name }) => ({ name: String(name), value: String(groupId) }),
});
