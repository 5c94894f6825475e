import { defineProcedure, type Json } from '../../../runtime/operation';
import { pick } from '../../../runtime/pick';
import { roleGroups, rolePaging, ROLES, rolesOf } from '../../locators/roles';

export const getAll = defineProcedure({
	name: 'Get Many',
	value: 'getAll',
	action: 'Get many roles',
	description:
		"Get the roles of the organization with their groups. One call per 200 groups, free of the monthly quota. The group Default holds DingTalk's own roles.",
	zh: {
		name: '获取多个',
		action: '获取角色列表',
		description: '获取企业的角色及其角色组。每 200 个角色组一次调用，不计入月度调用量。“默认”组是系统角色',
	},
	docs: 'https://open.dingtalk.com/document/development/obtains-a-list-of-enterprise-roles',
	permission: 'qyapi_get_department_list',
	routes: [ROLES],
	list: true,
	fields: [
		{
			displayName: 'Filters',
			zh: { name: '筛选条件', placeholder: '添加条件' },
			name: 'filters',
			type: 'collection',
			placeholder: 'Add Filter',
			default: {},
			options: [
				{
					displayName: 'Role Group Name or ID',
					zh: { name: '角色组', description: '只返回该组的角色' },
					name: 'group',
					type: 'options',
					source: roleGroups,
					default: '',
					description:
						'Only roles of this group. Choose from the list, or specify an ID using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
				},
			],
		},
	],
	run: async ({ filters: { group }, limit }, api) => {
		const groups = await api.list(ROLES, { body: {} }, rolePaging, Infinity);
		const wanted = group === undefined ? groups : groups.filter(({ groupId }) => String(groupId) === group);
		return wanted.flatMap(rolesOf).slice(0, limit === Infinity ? undefined : limit);
	},
	simplify: (entry: Json) => pick(entry, ['id', 'name', 'groupId', 'groupName']),
});
