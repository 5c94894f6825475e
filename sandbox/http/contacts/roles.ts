import { LegacyError } from '../../errors';
import type { Route, World } from '../../world';
import { operation } from '../operation';

interface Role {
	id: number;
	name: string;
}

interface Group {
	groupId: number;
	name: string;
	roles: Role[];
}

interface Page {
	offset?: number;
	size?: number;
}

/** `size` counts only beside `offset`. */
const turned = <T>(all: T[], { offset, size }: Page) => {
	const [from, count] = offset === undefined || size === undefined ? [0, 20] : [offset, size];
	return { list: all.slice(from, from + count), hasMore: from + count < all.length };
};

const MOST_ADDED = 20;
const MOST_REMOVED = 100;

/** Roles, their groups, and who has them. https://open.dingtalk.com/document/development/obtains-a-list-of-enterprise-roles and its neighbours */
export const roleRoutes = (world: World): Route[] => {
	const { company } = world;
	const groups: Group[] = [
		{ groupId: 1507113577, name: '默认', roles: [{ id: 1507113578, name: '管理员' }] },
		{
			groupId: 1507113595,
			name: '职务',
			roles: [
				{ id: 1507113596, name: '工程师' },
				{ id: 1507113597, name: '值班' },
			],
		},
	];
	const holders = new Map<number, string[]>([[1507113596, ['lisi', 'user01']]]);
	const all = () => groups.flatMap(({ roles }) => roles);
	const one = (id: number): Role => {
		const found = all().find((role) => role.id === id);
		if (!found) throw new LegacyError(33011, '无效的角色id');
		return found;
	};
	const change =
		(most: number, become: (have: string[], people: string[]) => string[]) =>
		({ body: { roleIds, userIds } }: { body: { roleIds: string; userIds: string } }) => {
			const [ids, people] = [roleIds.split(',').map(Number), userIds.split(',')];
			if (people.length > most || ids.length > 20) throw new LegacyError(40035, '不合法的参数');
			for (const id of ids) {
				if (groups[0]?.roles.includes(one(id))) throw new LegacyError(33011, '系统角色不能操作');
				holders.set(id, become(holders.get(id) ?? [], people));
			}
			return {};
		};
	return [
		operation<Page>(world, 'POST /topapi/role/list', ({ body }) => ({ result: turned(groups, body) })),
		operation<Page & { role_id: number }>(world, 'POST /topapi/role/simplelist', ({ body: { role_id, ...page } }) => {
			const named = (holders.get(one(role_id).id) ?? []).map((userid) => ({
				userid,
				name: company.users.find((person) => person.userid === userid)?.name,
				manageScopes: [],
			}));
			return { result: turned(named, page) };
		}),
		operation(
			world,
			'POST /topapi/role/addrolesforemps',
			change(MOST_ADDED, (have, people) => [...new Set([...have, ...people])]),
		),
		operation(
			world,
			'POST /topapi/role/removerolesforemps',
			change(MOST_REMOVED, (have, people) => have.filter((userid) => !people.includes(userid))),
		),
		operation<{ roleName: string; groupId: number }>(
			world,
			'POST /role/add_role',
			({ body: { roleName, groupId } }) => {
				const group = groups.find((other) => other.groupId === groupId);
				if (!group) throw new LegacyError(34020, '无效的groupId');
				if (all().some(({ name }) => name === roleName)) throw new LegacyError(34021, '角色名称已存在');
				const made = { id: world.nextId(), name: roleName };
				group.roles.push(made);
				return { roleId: made.id };
			},
		),
		operation<{ name: string }>(world, 'POST /role/add_role_group', ({ body: { name } }) => {
			const groupId = world.nextId();
			groups.push({ groupId, name, roles: [] });
			return { groupId };
		}),
		operation<{ roleId: number; roleName: string }>(
			world,
			'POST /role/update_role',
			({ body: { roleId, roleName } }) => {
				one(roleId).name = roleName;
				return {};
			},
		),
		operation<{ role_id: number }>(world, 'POST /topapi/role/deleterole', ({ body: { role_id } }) => {
			const gone = one(role_id);
			for (const group of groups) group.roles = group.roles.filter((role) => role !== gone);
			holders.delete(role_id);
			return {};
		}),
	];
};
